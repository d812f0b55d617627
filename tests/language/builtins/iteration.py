# len, range, enumerate, zip, map, filter, reversed, any, all, iter, next.

def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


show(lambda: len("añ€"))
show(lambda: len([1, 2]))
show(lambda: len(5))
show(lambda: len())
show(lambda: len(None))
show(lambda: list(enumerate("ab")))
show(lambda: list(enumerate("ab", 5)))
show(lambda: list(enumerate("ab", start=10**20)))
show(lambda: enumerate())
show(lambda: enumerate(5))
show(lambda: enumerate([], "a"))
show(lambda: list(enumerate(iterable="x", start=1)))
show(lambda: list(zip()))
show(lambda: list(zip([1, 2], "abc")))
show(lambda: list(zip([1, 2], "ab", (3.0, 4.0))))
show(lambda: list(zip([1], [1, 2], strict=True)))
show(lambda: list(zip([1, 2], [1], strict=True)))
show(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
show(lambda: list(zip([1, 2], [3, 4], strict=True)))
show(lambda: zip(1))
show(lambda: zip([1], 2))
show(lambda: zip([1], foo=2))
show(lambda: list(map(abs, [-1, 2])))
show(lambda: list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])))
show(lambda: list(map(str, range(3))))
show(lambda: map(abs))
show(lambda: map())
show(lambda: map(abs, 5))
show(lambda: list(map(5, [1])))
show(lambda: list(filter(None, [0, 1, "", "a", None])))
show(lambda: list(filter(lambda x: x > 1, [1, 2, 3])))
show(lambda: filter(None))
show(lambda: list(filter(1, [1])))
show(lambda: list(reversed([1, 2, 3])))
show(lambda: list(reversed("abc")))
show(lambda: list(reversed((1, 2))))
show(lambda: reversed({1, 2}))
show(lambda: reversed(5))
show(lambda: reversed())
show(lambda: any([0, 1]))
show(lambda: any([]))
show(lambda: all([]))
show(lambda: all([1, 0]))
show(lambda: all(x > 0 for x in [1, 2]))
show(lambda: any(5))
show(lambda: any())
it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
show(next, it)
show(lambda: next(5))
show(lambda: next())
show(lambda: next([]))
show(lambda: iter(5))
show(lambda: iter())
show(lambda: iter(5, 6))
state = [0]
def step():
    state[0] += 1
    return state[0]
show(lambda: list(iter(step, 4)))
show(lambda: [type(iter(x)).__name__ for x in ([], (), "", {}, set(), range(1), zip(), enumerate([]), map(abs, []), filter(None, []), reversed([]), {}.items(), {}.values(), b"")])
def gen():
    yield 1
    yield 2
show(lambda: list(gen()))
show(lambda: sum(gen()))
show(lambda: list(zip(gen(), gen())))
def unpack():
    a, b = [1, 2, 3]
show(unpack)
def unpack2():
    a, b, c = (1, 2)
show(unpack2)
def unpack3():
    a, b = 5
show(unpack3)
e = iter("abc")
print(list(e), list(e))
print([(i, c) for i, c in enumerate("ab")], dict(enumerate("ab")))
for x, (y, z) in zip([1, 2], [(3, 4), (5, 6)]):
    print(x, y, z)
