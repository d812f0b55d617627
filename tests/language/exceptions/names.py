"""The name of an exception ends with its handler."""
try:
    raise ValueError("gone")
except ValueError as e:
    print(e)
try:
    e
except NameError as problem:
    print(problem)


def f():
    e = "before"
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as problem:
        return str(problem)


print(f())


def g():
    try:
        raise ValueError("kept")
    except ValueError as e:
        saved = e
        e = "rebound"
        print(e)
    return repr(saved)


print(g())


def h():
    try:
        raise ValueError
    except ValueError as e:
        del e
    return "deleted twice is fine"


print(h())


def reraise():
    try:
        raise ValueError("original")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise


try:
    reraise()
except ValueError as problem:
    print(repr(problem), problem.__context__)
try:
    raise
except RuntimeError as problem:
    print(problem)
for kind in (ValueError, ValueError(), ValueError("x"), ValueError(1, 2), KeyError("k"), KeyError(), IndexError(None), ZeroDivisionError("z"), StopIteration(5), Exception(), BaseException("b"), OSError("os"), ArithmeticError, LookupError(1)):
    try:
        raise kind
    except BaseException as problem:
        print(type(problem).__name__, repr(problem), str(problem), problem.args)
for bad in (5, "text", None, int):
    try:
        raise bad
    except TypeError as problem:
        print(problem)
try:
    raise ValueError from 5
except TypeError as problem:
    print(problem)
try:
    raise ValueError("a") from None
except ValueError as problem:
    print(problem.__cause__, problem.__suppress_context__)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as problem:
    print(problem)
errors = (KeyError, IndexError)
for lookup in (lambda: {}["a"], lambda: [][0]):
    try:
        lookup()
    except errors as problem:
        print(type(problem).__name__, isinstance(problem, LookupError))
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(UnboundLocalError, NameError), issubclass(ValueError, KeyError), issubclass(bool, int), issubclass(RecursionError, RuntimeError), issubclass(ModuleNotFoundError, ImportError), issubclass(FileNotFoundError, OSError), issubclass(KeyboardInterrupt, Exception), issubclass(OverflowError, (KeyError, ArithmeticError)))
