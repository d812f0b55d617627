# Classes whose statements run once more in the next run of a script on the same engine: nothing of one run shows in the next.
import weakref

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


class Failure(ValueError):
    def __init__(self, code):
        super().__init__("code %d" % code)
        self.code = code


class Told:
    told = []

    def __init_subclass__(cls, **rest):
        Told.told.append((cls.__name__, sorted(rest)))


class Listener(Told, loud=True):
    pass


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.by = "meta"
        return made


class Plain(metaclass=Meta):
    def __init__(self, value):
        self.value = value


def total(count):
    there = Vector(0.0, 0.0)
    step = Vector.unit()
    for number in range(count):
        there = there + step * (number % 3)
        if number % 50 == 0:
            there.size = there.size
    return there.x, there.y, there.size, Vector.made


def names(things, count):
    text = 0
    for number in range(count):
        thing = things[number % len(things)]
        text += len(thing.name()) * thing.scale()
    return text


print(total(300), Vector.made)
print(sorted(vars(Vector)), Vector.__doc__, Vector.seen, Vector.__name__, Vector.__qualname__)
Vector.seen.append(1)
print((2 * Vector(1.0)).x, Vector.of((3.0, 4.0)).size, Vector(1).noted(), Vector(2).noted())
print(Vector.__mul__ is Vector.__rmul__, registry[0] is vars(Base)["kept"], len(registry))
print([each.__name__ for each in Base.__subclasses__()], [each.__name__ for each in Vector.__subclasses__()])
things = [Base(), Derived()]
print(names(things, 400))
print(things[1].name(), things[1].counted(), things[1].counted(), Derived.Inner().up(), Derived.Inner.__qualname__)
print(Base.name.__qualname__, Base.kind, Derived.kind, things[1].kept())
Base.kind = "changed"
Derived.Inner.level = 7
print(Base.kind, Derived.kind, Derived.Inner().up())


def failing(count):
    codes = 0
    for number in range(count):
        try:
            if number % 4 == 3:
                raise Failure(number)
        except Failure as failure:
            codes += failure.code
        except ValueError:
            codes = -1
    return codes


print(failing(200))
print(Told.told, Plain(3).by, Plain(4).value)
watched = weakref.ref(Failure)
print(watched() is Failure)
