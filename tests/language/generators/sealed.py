# A StopIteration that leaves a generator becomes a RuntimeError, whose context it is, whatever is being handled.
def g():
    try: raise KeyError(1)
    except KeyError:
        yield 1
        raise StopIteration(3)
try: list(g())
except RuntimeError as e: print(repr(e.__context__), repr(e.__cause__), repr(e.__context__.__context__))
def g2():
    try: yield 1
    except KeyError:
        raise StopIteration(3)
x = g2(); next(x)
try: x.throw(KeyError(2))
except RuntimeError as e: print(repr(e.__context__), repr(e.__cause__), repr(e.__context__.__context__))
def g3():
    yield 1
    raise StopIteration(3)
x = g3(); next(x)
try:
    try: raise ValueError(1)
    except ValueError: next(x)
except RuntimeError as e: print(repr(e.__context__), repr(e.__cause__), repr(e.__context__.__context__))
def g4():
    try:
        try: yield 1
        except KeyError: raise StopIteration(3)
    finally:
        pass
x = g4(); next(x)
try: x.throw(KeyError(2))
except RuntimeError as e: print(repr(e.__context__), repr(e.__cause__), repr(e.__context__.__context__))
cause = KeyError(9)
again = ValueError(1)
again.__cause__ = again.__context__ = cause
def handling():
    try: 1 / 0
    except ZeroDivisionError: yield
x = handling(); next(x)
try: x.throw(again)
except ValueError as e: print(repr(e.__context__), repr(e.__cause__))
class Named:
    def __set_name__(self, owner, name): raise KeyError(name)
try:
    try: 1 / 0
    except ZeroDivisionError:
        class Holder:
            field = Named()
except RuntimeError as e: print(repr(e.__context__), repr(e.__cause__), repr(e.__context__.__context__))
