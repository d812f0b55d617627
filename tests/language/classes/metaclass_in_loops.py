# Attributes of classes with a metaclass, abstract classes and members of enumerations, in loops that get hot.
from abc import ABC, ABCMeta, abstractmethod
from enum import Enum, IntEnum


class Shape(ABC):
    SIDES = 0

    @abstractmethod
    def area(self): ...

    @staticmethod
    def twice(x):
        return x * 2

    @classmethod
    def named(cls, x):
        return cls.__name__, x


class Square(Shape):
    SIDES = 4

    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a * self.a


class Disc(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r * self.r


class Stranger:
    def area(self):
        return 1


def count(shapes):
    squares = discs = others = sides = total = 0
    for shape in shapes:
        if isinstance(shape, Square):
            squares += 1
        elif isinstance(shape, Disc):
            discs += 1
        elif not isinstance(shape, Shape):
            others += 1
        sides += Square.SIDES + Shape.SIDES
        total += shape.area() + Shape.twice(1)
    return squares, discs, others, sides, total


shapes = [(Square, Disc)[i % 2](i % 10) for i in range(2000)]
print(count(shapes))
print(count(shapes + [Stranger()] * 500))
Disc.register(Stranger)
print(count(shapes + [Stranger()] * 500))
print(isinstance(Stranger(), Shape), issubclass(Stranger, Disc), issubclass(Stranger, Square))
Shape.SIDES = 1
print(count(shapes), Shape.named(3), Square.named(4))


class Hooked(Shape):
    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, "quack") else NotImplemented


class Duck:
    quack = 1


def ducks(things, kind):
    found = 0
    for thing in things:
        if isinstance(thing, kind):
            found += 1
    return found


things = [Duck(), Square(1), 3, Stranger()] * 500
print(ducks(things, Hooked), ducks(things, Shape), ducks(things, Square), ducks(things, (Square, Duck)))


class Late(ABC):
    pass


print(ducks(things, Late))
Late.__subclasshook__ = classmethod(lambda cls, other: other is Duck)
Late2 = ABCMeta("Late2", (Late,), {})
print(ducks(things, Late2), isinstance(Duck(), Late2))


class Meta(type):
    pass


class Below(metaclass=Meta):
    LEVEL = 1

    @staticmethod
    def step():
        return 1


def climb(n):
    total = 0
    for i in range(n):
        if i == n // 2:
            change()
        total += Below.LEVEL + Below.step()
    return total


def change():
    pass


print(climb(3000))


def change():
    Meta.LEVEL = property(lambda cls: 100)


print(climb(3000), Below.LEVEL)
del Meta.LEVEL


def change():
    Meta.__getattribute__ = lambda cls, name: 7 if name == "LEVEL" else type.__getattribute__(cls, name)


print(climb(3000), Below.LEVEL)


class Judge(type):
    pass


class Judged(metaclass=Judge):
    pass


print(ducks(things, Judged))
Judge.__instancecheck__ = lambda cls, thing: thing == 3
print(ducks(things, Judged), isinstance(Judged(), Judged))


class Cell(Enum):
    EMPTY = 0
    WALL = 1
    DOOR = 2


class Level(IntEnum):
    LOW = 1
    HIGH = 5


def walk(cells):
    walls = values = letters = doors = 0
    for cell in cells:
        if cell == Cell.WALL:
            walls += 1
        elif cell is Cell.DOOR:
            doors += cell.value
        values += cell.value
        letters += len(cell.name)
    return walls, doors, values, letters


print(walk([Cell(i % 3) for i in range(3000)]))


def levels(given):
    low = high = 0
    for level in given:
        if level == Level.LOW:
            low += level
        elif level > Level.LOW:
            high += level.value
    return low, high


print(levels([Level.LOW, Level.HIGH, Level.LOW] * 700))


def tally(cells):
    found = {}
    for cell in cells:
        found[cell] = found.get(cell, 0) + 1
    return found


print(tally([Cell.WALL, Cell.DOOR, Cell.WALL] * 700))
for change in (lambda: setattr(Cell.WALL, "value", 3), lambda: setattr(Cell.WALL, "name", "x"), lambda: delattr(Cell.WALL, "value")):
    try:
        change()
    except AttributeError as error:
        print(error)


class Pretender:
    __class__ = Square


print(ducks([Pretender(), Square(1), Disc(1), 2.5] * 500, (Square, float)), ducks([Pretender(), Disc(1)] * 500, Square))


class Upper(ABC):
    pass


class Lower(Upper):
    pass


class Lowest(Lower, Shape):
    pass


Upper.__subclasshook__ = classmethod(lambda cls, other: True if other is Duck else NotImplemented)
print(ducks(things, Lowest), isinstance(Duck(), Lower), issubclass(Duck, Lowest), isinstance(Duck(), Shape))
