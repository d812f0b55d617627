# The same with classes that a script changes after it has made them: the next run begins with what their statements say.
registry = []


def registered(function):
    registry.append(function)
    return function


class Vector:
    """Two numbers."""

    __slots__ = ("x", "y")
    made = 0
    seen = []

    def __init__(self, x, y=0.5):
        Vector.made += 1
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    @property
    def size(self):
        return self.x * self.x + self.y * self.y

    @size.setter
    def size(self, value):
        self.x = value
        self.y = 0.0

    @staticmethod
    def unit():
        return Vector(1.0, 0.0)

    @classmethod
    def of(cls, pair):
        return cls(*pair)

    def noted(self, into=[]):
        into.append(self.x)
        return len(into)


class Base:
    kind = "base"

    def scale(self):
        return 2

    def name(self):
        return "base"

    @registered
    def kept(self):
        return "kept"


class Derived(Base):
    kind = "derived"

    def name(self):
        return "derived of " + super().name()

    def counted(self):
        Derived.counted.calls += 1
        return Derived.counted.calls

    counted.calls = 0

    class Inner:
        level = 1

        def up(self):
            self.level += 1
            return __class__.level, self.level


def names(things, count):
    text = 0
    for number in range(count):
        thing = things[number % len(things)]
        text += len(thing.name()) * thing.scale()
    return text


things = [Base(), Derived()]
print(names(things, 400), things[1].counted())


class Late(Base):
    def name(self):
        return "late"


print([each.__name__ for each in Base.__subclasses__()], names([Late(), *things], 300))
Base.scale = lambda self: 3
print(names([Late(), *things], 300))
Late.name = lambda self: "later on"
print(names([Late(), *things], 300), Late().name())
Vector.__doc__ = "Changed."
Vector.__init__.note = "noted"
Derived.__name__ = "Renamed"
Vector.noted.__defaults__ = ([5, 6],)
print(Vector.__doc__, Vector.__init__.note, Derived.__name__, Vector(9).noted())
for shift in 1, 2:

    class Shifted:
        by = shift

        def move(self, value, by=shift):
            return value + by + self.by

    print(Shifted().move(10), Shifted.by)


def made_inside(base):
    class Local(base):
        def name(self):
            return "local " + super().name()

    return Local


print(names([made_inside(Base)(), made_inside(Derived)()], 200))
print(sorted({each.__name__ for each in Base.__subclasses__()}))
