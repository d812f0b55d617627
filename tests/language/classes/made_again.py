# Calls of classes that come again and again, with and without a method of their own that makes instances.
import abc


def round_of(n):
    class Node:
        def __init__(self, value, after=None):
            self.value, self.after = value + n, after

    class Bare:
        pass

    class Single:
        made = None

        def __new__(cls):
            if cls.made is None:
                cls.made = super().__new__(cls)
            return cls.made

    class Shape(abc.ABC):
        @abc.abstractmethod
        def area(self):
            ...

    class Square(Shape):
        def __init__(self, side):
            self.side = side

        def area(self):
            return self.side ** 2

    class Empty(Shape):
        def area(self):
            return 0

    chain = None
    for i in range(3):
        chain = Node(i, chain)
    bare = [Bare() for _ in range(3)]
    bare[0].x = n
    print(chain.value, chain.after.value, hasattr(bare[0], "x"), hasattr(bare[1], "x"), Single() is Single())
    print([shape.area() for shape in (Square(n), Empty(), Square(2))])
    for cls in (Bare, Empty, Shape, Node):
        for args in ((), (1,), (1, 2, 3)):
            try:
                print(type(cls(*args)).__name__, end=" ")
            except TypeError as error:
                print(error, end="; ")
    print()


for n in range(5):
    round_of(n)


class Late:
    pass


def make():
    return Late()


def init(self):
    self.ready = True


print(vars(make()), vars(make()))
Late.__init__ = init
print(vars(make()))
del Late.__init__
print(vars(make()))
Late.__new__ = lambda cls: 5
print(make())


class Waiting(abc.ABC):
    def __init__(self):
        self.x = 1

    def go(self):
        return self.x


for step in range(4):
    try:
        print(Waiting().go())
    except TypeError as error:
        print(error)
    Waiting.__abstractmethods__ = frozenset(("go",)) if step % 2 == 0 else frozenset()


class Flexible(Exception):
    pass


class Holder(OSError, ValueError):
    pass


for cls in (ValueError, KeyError, Flexible, Holder, OSError, StopIteration, SystemExit, ImportError, AttributeError, NameError):
    for args in ((), ("text",), (2, "no such"), (2, "no", "file")):
        error = cls(*args)
        print(type(error).__name__, error.args, str(error), getattr(error, "errno", "-"), getattr(error, "value", "-"), getattr(error, "code", "-"))
    try:
        print(cls("x", unknown=1))
    except TypeError as error:
        print(error)
