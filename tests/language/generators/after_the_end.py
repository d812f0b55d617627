# What a generator says once it has ended, however it was gone through; and what is thrown in.
def attempt(action):
    try:
        print(repr(action()))
    except BaseException as error:
        print(type(error).__name__, error.args)


def numbers():
    yield 1
    return 10


def driven(generator):
    print("returned", (yield from generator))


ways = (
    lambda g: [None for _ in g],
    list, sum, max, sorted, set,
    lambda g: [*g],
    lambda g: (next(g), next(g, 0)),
    lambda g: list(driven(g)),
    lambda g: "".join(map(str, g)),
    lambda g: (lambda only: only)(*g),
)
for way in ways:
    generator = numbers()
    way(generator)
    attempt(lambda: next(generator))
    attempt(lambda: generator.send(None))
    print(list(driven(generator)))
generator = numbers()
next(generator)
attempt(lambda: generator.send(None))
attempt(lambda: next(generator))

for started in (False, True):
    for given in (
        (TypeError, "text"), (TypeError, (1, 2)), (TypeError, None), (OverflowError, NameError("other")),
        (ArithmeticError, ZeroDivisionError("derived")), (TypeError("made"),), (TypeError("made"), "twice"), (KeyError,), (5,), (int,),
        (OSError, (2, "parts")),
    ):
        generator = numbers()
        if started:
            next(generator)
        attempt(lambda: generator.throw(*given))

for thing in ((1,), "a", b"a", range(3), {1: 2}.values(), {1: 2}.keys(), {1}, frozenset(), 5, None, len, object(), iter([])):
    for place in (0, "k"):

        def delete():
            del thing[place]

        attempt(delete)
