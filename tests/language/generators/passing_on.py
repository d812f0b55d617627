# `yield from` passes everything on: items, what is sent, what is thrown, and at the end what was returned.
import sys


def inner(n):
    got = []
    for i in range(n):
        got.append((yield i))
    return got


def middle(n):
    got = yield from inner(n)
    got.append((yield "middle"))
    return got


def outer(n):
    got = yield from middle(n)
    yield got
    return "done"


g = outer(2)
print(next(g), g.send("a"), g.send("b"), g.send("c"))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)


# A tree, whose generators pass on many levels deep, and end at every level.
class Tree:
    def __init__(self, low, high):
        self.value = (low + high) // 2
        self.left = Tree(low, self.value) if low < self.value else None
        self.right = Tree(self.value + 1, high) if self.value + 1 < high else None

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


print(list(Tree(0, 40)), sum(Tree(0, 500)))
first = iter(Tree(0, 10))
print(next(first), next(first), list(first), list(first))


# What is raised goes through all levels; each may handle it.
def failing():
    yield 1
    yield 2
    raise ValueError("inside")


def handling():
    try:
        yield from failing()
    except ValueError as error:
        yield f"handled {error}"
    yield from failing()


def watching():
    try:
        return (yield from handling())
    finally:
        print("left")


g = watching()
for item in range(5):
    print(next(g))
try:
    next(g)
except ValueError as error:
    trace, names = error.__traceback__, []
    while trace:
        names.append((trace.tb_frame.f_code.co_name, trace.tb_lineno > 0))
        trace = trace.tb_next
    print(names)


def deaf():
    while True:
        try:
            yield "waiting"
        except KeyError as error:
            yield ("caught", error.args)


def through():
    yield from deaf()


def twice():
    yield from through()


g = twice()
print(next(g), g.throw(KeyError("k")), next(g))
try:
    g.throw(IndexError("i"))
except IndexError as error:
    print("out", error)
print(list(g))


# Closing closes from the inside out.
def closing(name, rest=None):
    try:
        if rest:
            yield from rest
        yield name
    finally:
        print("closed", name)


g = closing("a", closing("b", closing("c")))
print(next(g))
g.close()


# None of the generators can be resumed while the innermost runs.
def reentrant():
    yield "started"
    for one in everyone:
        try:
            next(one)
        except ValueError as error:
            print(error, one.gi_running)
    yield "went on"


def passing(on):
    yield from on


everyone = [reentrant()]
everyone.append(passing(everyone[-1]))
everyone.append(passing(everyone[-1]))
print(next(everyone[-1]), [one.gi_running for one in everyone])
print(next(everyone[-1]))
print([one.gi_yieldfrom is not None for one in everyone])


# The exception that is being handled where the generator is passed on to is seen inside.
def looking():
    while True:
        yield sys.exc_info()[0]


def in_handler():
    try:
        raise LookupError
    except LookupError:
        yield from looking()


g = in_handler()
print(next(g), next(g))


def in_finally():
    try:
        raise OSError
    finally:
        yield from looking()


g = in_finally()
print(next(g), next(g))


# A chain may not be longer than calls may be deep.
def endless(n):
    yield n
    yield from endless(n + 1)


try:
    for n in endless(0):
        pass
except RecursionError as error:
    print(n > 200, str(error)[:32])


# Another iterator than a generator at the end of the chain.
class Counting:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("counted")
        return self.n


def counted():
    print("got", (yield from Counting()))


print(list(passing(passing(counted()))))
