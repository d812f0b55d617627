def run(make, *, show=True):
    try:
        try:
            raise make()
        except* ValueError as e:
            print("values", e, e.exceptions)
        except* (TypeError, KeyError) as e:
            print("types", repr(e))
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("left", repr(e), repr(e.__context__))
run(lambda: ExceptionGroup("g", [ValueError(1), TypeError(2)]))
run(lambda: ExceptionGroup("g", [ValueError(1), OSError(2), ExceptionGroup("h", [KeyError("k"), ValueError(3), OSError(4)])]))
run(lambda: ValueError("naked"))
run(lambda: OSError("other"))
try:
    try:
        pass
    except* ValueError:
        print("no")
    else:
        print("else")
finally:
    print("fin")
try:
    try:
        raise ExceptionGroup("e", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise KeyError("new")
except BaseException as e:
    print(repr(e), [repr(x) for x in e.exceptions], repr(e.exceptions[0].__context__))
try:
    try:
        raise ExceptionGroup("e", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise
except BaseException as e:
    print(repr(e))
try:
    try:
        raise ValueError(1)
    except* int:
        pass
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
g = ExceptionGroup("msg", [ValueError(1), ExceptionGroup("in", [TypeError(2), ValueError(3)])])
print(g, repr(g), g.message, g.args)
print(g.split(ValueError), g.subgroup(TypeError), g.subgroup(KeyError), g.split(lambda e: isinstance(e, TypeError)))
print(repr(BaseExceptionGroup("b", [ValueError(1)])), repr(BaseExceptionGroup("b", [KeyboardInterrupt()])))
for args in [(), ("m",), (1, [ValueError()]), ("m", 5), ("m", []), ("m", [1]), ("m", [KeyboardInterrupt()])]:
    try:
        ExceptionGroup(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(ExceptionGroup.__mro__, issubclass(ExceptionGroup, Exception), issubclass(BaseExceptionGroup, Exception))
print(isinstance(g.derive([KeyError(1)]), ExceptionGroup))
def loop():
    for i in range(3):
        try:
            if i == 1:
                raise ValueError(i)
        except* ValueError as e:
            print("in loop", e.exceptions)
    try:
        e
    except NameError as n:
        print(n)
loop()
