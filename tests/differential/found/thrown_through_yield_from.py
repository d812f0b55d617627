class Odd(Exception):
    pass


def sub():
    try:
        raise Odd(2)
    except Odd:
        yield 1


def outer():
    try:
        raise KeyError(3)
    except KeyError:
        yield from sub()


for i in range(60):
    g = outer()
    next(g)
    try:
        if i % 2:
            g.throw(ValueError(i))
        try:
            raise RuntimeError(i)
        except RuntimeError:
            g.throw(ValueError(i))
    except ValueError as problem:
        print(i, repr(problem.__context__), repr(problem.__context__.__context__))
