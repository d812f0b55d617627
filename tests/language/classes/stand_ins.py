# Properties of derived classes, objects that stand in for others, and what cannot be changed.
def show(compute):
    try:
        print(compute())
    except (AttributeError, TypeError, KeyError) as error:
        print(type(error).__name__, error)


def tried(code, **names):
    try:
        exec(code, names)
    except (AttributeError, TypeError) as error:
        print(code, "->", type(error).__name__, error)
    else:
        print(code, "done")


class Documented(property):
    """A property with a text."""


class Shape:
    @Documented
    def area(self):
        "how large"
        return 1

    @area.getter
    def area(self):
        "how very large"
        return 2

    @Documented
    def plain(self):
        return 3

    @property
    def usual(self):
        "as usual"

    @staticmethod
    def still():
        pass

    def method(self):
        "a method"


show(lambda: (Shape.area.__doc__, Shape.plain.__doc__, Shape.usual.__doc__, Documented.__doc__, Shape().area))
shape = Shape()
for code in (
    "del shape.__class__", "shape.__class__ = 1", "del Shape.__class__", "Shape.usual.fget = 1", "Shape.usual.extra = 1",
    "shape.method.__class__ = Shape", "shape.method.__doc__ = 'a'", "del shape.method.__doc__", "(1).__class__ = int",
    "del f.__dict__", "f.__doc__ = 'x'; del f.__doc__; print(f.__doc__)", "del f.__name__", "del f.__module__; print(f.__module__)",
    "f.__annotations__ = 7", "del f.__annotations__; print(f.__annotations__)", "f.__code__ = 7", "f.__qualname__ = 7",
):
    def f() -> int:
        "text"
    tried(code, shape=shape, Shape=Shape, f=f)
show(lambda: ([].__add__.__objclass__, list.append.__objclass__, type(object().__init__), type(object.__init__)))
show(lambda: Shape.method.__get__(None, None))
show(lambda: Shape.__dict__["usual"].__get__(None, None))
show(lambda: Shape.__dict__["still"].__get__(None, None))
show(lambda: list.append.__get__(None, list))
items = []
list.append.__get__(items, list)(1)
show(lambda: items)
show(lambda: list.append.__get__(1))


class Pretender:
    __class__ = str


show(lambda: (isinstance(Pretender(), str), isinstance(Pretender(), (int, str)), issubclass(Pretender, str)))


class Proxy:
    def __init__(self, inner):
        self.__inner = inner

    def __getattribute__(self, name):
        if name.startswith("_Proxy__"):
            return object.__getattribute__(self, name)
        return getattr(self.__inner, name)


class Base:
    def speak(self):
        return "base"


class Derived(Base):
    def speak(self):
        return super().speak() + " derived"


stand_in = Proxy(Derived())
show(lambda: (Derived.__dict__["speak"](stand_in), isinstance(stand_in, Derived), isinstance(stand_in, Proxy)))


class Above(super):
    "A super with a name."


class Last(Derived):
    def speak(self):
        return Above(Last, self).speak() + " last"

    def other(self):
        return self.__above.speak() + " other"


Last._Last__above = Above(Last)
show(lambda: (Last().speak(), Last().other()))
show(lambda: super(Base, 1))


class Slotted:
    __slots__ = ("p", "q")


slotted = Slotted()
slotted.p = 3
show(lambda: (Slotted.p.__get__(slotted), Slotted.p.__get__(None, Slotted) is Slotted.p, Slotted.p.__set__(slotted, 4), slotted.p))
show(lambda: (Slotted.p.__name__, Slotted.p.__objclass__, Slotted.p.__qualname__, Slotted.p.__doc__, type(Slotted.p)))
show(lambda: Slotted.q.__get__(slotted))
show(lambda: Slotted.p.__get__(1))
show(lambda: (Slotted.p.__delete__(slotted), hasattr(slotted, "p")))
show(lambda: Slotted.p.__delete__(1))
