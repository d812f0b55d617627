class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def f(a, /, b, *args, k=3, m, **kw):
    x = 1
    print(list(locals()), args, k, m, kw)
    return x
def h(a, b=2, *rest, c, d=4):
    return locals()
class C:
    def m(self, *xs, scale=1, off): return [x * scale + off for x in xs]
    def n(self, a, *xs, scale=1, off=2, **kw): return a, xs, scale, off, sorted(kw)
print(f.__code__.co_varnames, h.__code__.co_varnames)
for i in range(300):
    r = h(1, 2, 3, i, c=i)
    C().m(1, 2, off=i)
    q = C().n(1, i, off=3, z=2, scale=i)
    q2 = C().n(*(1, 2, 3), **{'scale': 4, 'y': 3})
print(r, q, q2, C().m(1,2,3, off=1, scale=4))
f(1, 2, 3, 4, m=5, z=6)
f(1, b=2, m=5)
for bad in (lambda: f(1, 2), lambda: f(), lambda: h(1, 2, 3, e=3), lambda: C().m(1), lambda: C().m(1, off=2, of=3), lambda: f(1, 2, a=3, m=2, b=3), lambda: h(c=3), lambda: h(1,c=3,a=4)):
    try: print(bad())
    except TypeError as e: print(e)
def g(p, *ps, q, **kw): pass
g(D('p'), D('ps'), q=D('q'), kw=D('kw'))
def gen(a, *xs, step=1, stop):
    yield from (x * step for x in xs if x < stop)
    yield locals()
print(list(gen(1, 2, 3, 4, stop=4, step=2)))
import inspect
print(inspect.signature(f), inspect.signature(h), inspect.signature(C.n))
print(inspect.getfullargspec(f))
def clos(*a, k):
    def inner(): return a, k
    return inner
print(clos(1, 2, k=3)())
def an(a: 'A', /, b: 'B', *c: 'C', d: 'D', **e: 'E'): pass
print(an.__annotations__)
for src in ('def f(*a, a): pass', 'def f(a, *, b, **b): pass', 'def f(k, *k, a, **a): pass','lambda *x, x: 1'):
    try: compile(src, '<s>', 'exec')
    except SyntaxError as e: print(e, e.lineno, e.offset, e.end_offset)
try: h(1,2,3)
except TypeError as e: print(e)
def two(a, b, *, c, d): pass
for bad in (lambda: two(1, 2, 3, c=4, d=5), lambda: two(1, 2, 3, 4), lambda: two(1, 2), lambda: two(1, 2, c=1)):
    try: bad()
    except TypeError as e: print(e)
