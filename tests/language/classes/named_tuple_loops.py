# Named tuples in loops that become hot: reading fields, making them, operators, unpacking.
from collections import namedtuple
from typing import NamedTuple

P = namedtuple("P", "x y")


class V(NamedTuple):
    x: float
    y: float = 1.5

    def __add__(self, other):
        return V(self.x + other.x, self.y + other.y)

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    @property
    def twice(self):
        return self.x * 2


def read(points, n):
    total = 0.0
    for _ in range(n):
        for p in points:
            total += p.x * p.y
    return total


print(read([P(i * 0.5, 2.0) for i in range(50)], 60))
print(read([P(1, 2.0), P(True, 3), P(2.5, 10**20)], 600))


def add(n):
    v, d = V(0.0, 1.0), V(0.5, 0.25)
    for i in range(n):
        v = v + d
    return v


print(add(3000))


def many(n):
    total = 0.0
    last = None
    for i in range(n):
        a = V(i, 2)
        b = V(x=i * 0.5)
        x, y = a
        total += a.dot(b) + x + y + a[0] + b[-1] + len(a) + a.twice
        if i % 7 == 0:
            last = a
    return total, last


print(many(3000))


def collected(n):
    out = []
    for i in range(n):
        p = P(i, -i)
        out.append(p)
        if p == (5, -5) or p in [(7, -7)]:
            out.append("found")
        if len(out) > 20:
            del out[:10]
    return out[-3:], hash(out[-1]) == hash((n - 1, 1 - n))


print(collected(2000))


def wrong(n, at):
    try:
        for i in range(n):
            p = P(i, 1)
            if i == at:
                p = P(i)
            if i == at + 1:
                p.x = 3
    except TypeError as error:
        return i, str(error)
    except AttributeError as error:
        return i, str(error)


print(wrong(3000, 2000), wrong(3000, -1) is None)


def stored(n):
    for i in range(n):
        p = P(i, 1)
        try:
            if i % 500 == 499:
                p.y = 2
        except AttributeError as error:
            print(i, error)


stored(1500)


def types(n):
    # The items change their type in the middle.
    p = P(0, "a")
    out = set()
    for i in range(n):
        p = P(p.x + 1 if i < n // 2 else p.x + 0.5, p.y if i % 100 else "b")
        out.add(type(p.x).__name__ + p.y)
    return p, sorted(out)


print(types(2000))


class Own(P):
    def __new__(cls, x, y=0):
        if x < 0:
            return (x, y)
        return super().__new__(cls, x, y)

    @property
    def x(self):
        return -self[0]


def derived(n):
    total = 0
    kinds = set()
    for i in range(n):
        o = Own(i if i % 1000 != 999 else -1)
        kinds.add(type(o).__name__)
        total += o[0] + (o.x if isinstance(o, Own) else 7)
    return total, sorted(kinds)


print(derived(3000))


class Filled:
    def __new__(cls, n):
        made = object.__new__(Inner if n % 50 == 0 else cls)
        made.n = n
        return made


class Inner(Filled):
    def __init__(self, n):
        self.filled = n


def filled(n):
    total = count = 0
    for i in range(n):
        f = Filled(i)
        total += f.n
        count += hasattr(f, "filled")
    return total, count


print(filled(2000))


def replaced(n):
    class Q(namedtuple("Q", "a b")):
        __slots__ = ()

    q = Q(1, 2)
    total = 0
    for i in range(n):
        if i == n // 2:
            Q.a = property(lambda self: 100)
        total += q.a
    return total


print(replaced(2000))
