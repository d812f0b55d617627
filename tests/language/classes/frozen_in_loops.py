# Frozen dataclasses in hot loops, and object.__setattr__ called by hand.
from dataclasses import FrozenInstanceError, dataclass, field, replace


@dataclass(frozen=True)
class Vec:
    x: float
    y: float = 0.0
    tags: list = field(default_factory=list, compare=False)

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)


@dataclass(frozen=True, slots=True)
class Slotted:
    a: int
    b: int = 1


@dataclass(frozen=True)
class Checked:
    n: int

    def __post_init__(self):
        if self.n < 0:
            raise ValueError("negative")
        object.__setattr__(self, "n", self.n % 1000)


class Plain:
    def __init__(self, v):
        object.__setattr__(self, "v", v)
        object.__setattr__(self, "w", -v)

    def __setattr__(self, name, value):
        raise TypeError("no")

    def bump(self, by):
        object.__setattr__(self, "v", self.v + by)
        return self.v


class Guarded:
    def __init__(self):
        self.inner = 0

    @property
    def level(self):
        return self.inner

    @level.setter
    def level(self, value):
        self.inner = value * 2


def vectors(n):
    p, d = Vec(0.0, 1.0), Vec(0.5, -0.25)
    for i in range(n):
        p = p + d * (i % 3)
        if p == d:
            p = Vec(1)
    return p, hash(Vec(1, 2)) == hash(Vec(1, 2))


def slotted(n):
    s = Slotted(0)
    for i in range(n):
        s = Slotted(s.a + s.b, i % 5)
    return s


def checked(n, low):
    c = Checked(1)
    for i in range(n):
        c = Checked(c.n * 7 + i - low)
    return c


def plain(n):
    p, t = Plain(0), 0
    for i in range(n):
        p.bump(i)
        q = Plain(i)
        t += q.v - q.w + p.v
    return t, vars(p)


def guarded(n):
    g = Guarded()
    for i in range(n):
        object.__setattr__(g, "level", i)
        object.__setattr__(g, "free", i if i % 50 else "x")
    return vars(g)


def kinds(n):
    class A:
        pass

    seen = []
    a = A()
    for i in range(n):
        object.__setattr__(a, "k", i if i < n // 2 else i / 2)
        if i % 100 == 0:
            a = A()
        seen.append(getattr(a, "k", None))
    return seen[:3], seen[-2:]


for _ in range(3):
    print(vectors(400), slotted(500), checked(300, 0), plain(300), guarded(300), kinds(300))
    p = Vec(1, 2)
    for i in range(200):
        p = replace(p, x=p.x + i)
    print(p)
    try:
        print(checked(300, 250))
    except ValueError as error:
        print(error)
    try:
        for i in range(300):
            if i == 280:
                p.x = 3
            p = p + Vec(1)
    except FrozenInstanceError as error:
        print(type(error).__name__, error)
    try:
        for i in range(300):
            object.__setattr__(p if i < 280 else 5, "x", i)
    except AttributeError as error:
        print(p.x, error)
