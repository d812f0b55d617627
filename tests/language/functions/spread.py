"""Arguments that are left over, left out, spread and named, in every combination of parameters."""


def show(*args, **kwargs):
    return args, kwargs


def plain(a, b=2, c=3):
    return a, b, c


def rest(a, b=2, *args):
    return a, b, args


def named(a, *, key=1, other):
    return a, key, other


def everything(a, b=2, /, c=3, *args, key=4, **kwargs):
    return a, b, c, args, key, kwargs


def only(*, key):
    return key


class Thing:
    def __init__(self, a, *args, key=0, **kwargs):
        self.all = a, args, key, kwargs

    def method(self, a, *args, key=0, **kwargs):
        return a, args, key, kwargs

    @classmethod
    def of_class(cls, *args, **kwargs):
        return cls.__name__, args, kwargs

    @staticmethod
    def free(*args, **kwargs):
        return args, kwargs


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


items, names = (1, 2, 3, 4, 5), {"key": 9, "x": 10}
thing = Thing(1, 2, key=3, z=4)
print(thing.all, Thing(1).all, Thing(*items, **names).all)
for turn in range(3):
    attempt(lambda: show(1, *items, k=2, **names))
    attempt(lambda: show(*items[turn:]))
    attempt(lambda: show())
    attempt(lambda: plain(1, c=5))
    attempt(lambda: plain(*items[:turn]))
    attempt(lambda: plain(*items))
    attempt(lambda: plain(1, a=2))
    attempt(lambda: rest(*items[turn:]))
    attempt(lambda: rest(1))
    attempt(lambda: rest())
    attempt(lambda: named(1, other=2))
    attempt(lambda: named(1))
    attempt(lambda: named(1, 2, other=3))
    attempt(lambda: named(1, 2, key=3, other=3))
    attempt(lambda: everything(1))
    attempt(lambda: everything(*items, **names))
    attempt(lambda: everything(1, a=2, b=3, c=4))
    attempt(lambda: everything(1, 2, 3, c=4))
    attempt(lambda: only(key=turn))
    attempt(lambda: only(1))
    attempt(lambda: thing.method(turn, *items, **names))
    attempt(lambda: thing.method(turn, key=5))
    attempt(lambda: thing.method(key=5))
    attempt(lambda: thing.of_class(turn, *items, k=1))
    attempt(lambda: Thing.of_class(k=1))
    attempt(lambda: thing.free(turn, **names))
    attempt(lambda: sorted([3, 1, 2], key=lambda n: -n, reverse=bool(turn)))
    attempt(lambda: [3, 1, 2].sort(key=1, **{"key": 2}))
    attempt(lambda: "a,b,c".split(*[",", turn]))
    attempt(lambda: "a b".split(maxsplit=turn))
    attempt(lambda: int("11", base=2 + turn))
    attempt(lambda: Thing(*1))
    attempt(lambda: Thing(**1))
    attempt(lambda: thing.method(*1))
    attempt(lambda: [].sort(*1))
    attempt(lambda: len(*1))
    attempt(lambda: int(**1))
    attempt(lambda: thing.method(1, key=1, **{"key": 2}))
    attempt(lambda: show(**{1: 2}))
    attempt(lambda: "x".join(*["abc"]))


def wide(n):
    total = 0
    for i in range(n):
        a, b, c, args, key, kwargs = everything(i, *range(i % 5), k=i, **({"key": i} if i % 2 else {}))
        total += a + b + c + sum(args) + key + kwargs["k"] + thing.method(i, i, key=i)[2]
    return total


print(wide(400), show(*range(300))[0][-1])


def generator(*args, **kwargs):
    yield args
    yield kwargs


print(list(generator(1, *items, k=2)), [append for append in [[].append] if append(1) is None] != [])
keep = []
add = keep.append
for i in range(50):
    add(i * i)
print(sum(keep), max(*items), min(*items, key=lambda n: -n))
