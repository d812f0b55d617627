# send, throw and close.

def show(f, *args):
    try:
        print(repr(f(*args)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)


def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = "caught " + str(error)


def clean():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = echo()
show(g.send, 5)
print(next(g), g.send(1), g.send("two"), g.throw(ValueError("three")), g.throw(ValueError, "four"))
show(g.throw, KeyError("five"))
show(next, g)
show(g.send, 1)
g = clean()
print(next(g))
g.close()
show(next, g)
g.close()
g = clean()
g.close()
show(next, g)
s = stubborn()
next(s)
show(s.close)
g = clean()
print(g.__next__(), g.__next__())
show(g.__next__)
show(g.throw, 5)
