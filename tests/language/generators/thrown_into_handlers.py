"""In which context exceptions are that are thrown into generators that handle others."""
class Odd(Exception): pass
def lines(problem):
    found, trace = [], problem.__traceback__
    while trace is not None:
        found.append(trace.tb_lineno); trace = trace.tb_next
    return found
def chain(p):
    r = []
    while p is not None: r.append((type(p).__name__, str(p))); p = p.__context__
    return r
def inner(handles):
    if handles:
        try: raise Odd('inner')
        except Odd: yield 1
    else: yield 1
    yield 2
def outer(handles, deep):
    if handles:
        try: raise KeyError('outer')
        except KeyError:
            yield from inner(deep)
    else:
        yield from inner(deep)
def middle(handles, a, b):
    try:
        if handles: raise IndexError('middle')
        yield from outer(a, b)
    except IndexError:
        yield from outer(a, b)
    finally:
        print('fin', end=' ')
class It:
    def __iter__(s): return s
    def __next__(s): return 1
    def throw(s, *a): raise ValueError('from It')
def over():
    try: raise KeyError('k')
    except KeyError: yield from It()
def fin():
    try:
        raise KeyError('f')
    finally:
        yield from inner(True)
for call in [lambda a=a, b=b: outer(a, b) for a in (0, 1) for b in (0, 1)] + [lambda a=a, b=b, c=c: middle(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)] + [over, fin]:
    for around in (0, 1):
        g = call(); next(g)
        try:
            if around:
                try: raise RuntimeError('around')
                except RuntimeError: g.throw(ValueError('thrown'))
            else: g.throw(ValueError('thrown'))
        except Exception as e: print(chain(e))
        try: print(next(g))
        except StopIteration: print('stop')
        g = call(); next(g)
        try: g.throw(Odd)
        except Exception as e: print(chain(e))
        g = call(); next(g); g.close()
        g = call(); next(g)
        try: g.throw(GeneratorExit)
        except GeneratorExit as e: print(chain(e))
        except BaseException as e: print(chain(e))
