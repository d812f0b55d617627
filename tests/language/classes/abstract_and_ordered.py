# Objects that say which bases they have, metaclasses that say the order of lookup, and layouts.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Abstract:
    def __init__(self, *bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases

    def __call__(self):
        return Made(self)


class Made:
    def __init__(self, kind):
        self.kind = kind

    @property
    def __class__(self):
        return self.kind


class Plain:
    pass


top = Abstract()
below = Abstract(Abstract(), top)
print(isinstance(top(), top), isinstance(below(), top), isinstance(top(), below), isinstance(Plain(), top))
print(issubclass(below, top), issubclass(top, below), issubclass(Plain, top), issubclass(Abstract(Plain), Plain))
print(isinstance(below(), (int, top)), isinstance(Made(Plain), Plain))


class Fails:
    @property
    def __bases__(self):
        raise RuntimeError("no bases")


class Lacks:
    @property
    def __bases__(self):
        raise AttributeError


attempt(lambda: isinstance(Plain(), Fails()))
attempt(lambda: issubclass(Plain, Fails()))
attempt(lambda: isinstance(Plain(), Lacks()))
attempt(lambda: issubclass(Plain, Lacks()))
attempt(lambda: issubclass(Lacks(), Plain))
attempt(lambda: issubclass(3, Plain))


class Meta(type):
    def mro(cls):
        order = type.mro(cls)
        return [order[0], *reversed(order[1:-1]), order[-1]] if len(order) > 3 else order


class Left(metaclass=Meta):
    name = "left"


class Right(metaclass=Meta):
    name = "right"


class Both(Left, Right):
    pass


print([each.__name__ for each in Both.__mro__], Both.name, Both().name, Both.__bases__)


class Table(dict):
    pass


class Slotted:
    __slots__ = ("x", "y")


class Mixed(Plain, Table):
    pass


class Other(Plain, Slotted):
    pass


print(Mixed.__base__, Other.__base__, bool.__base__, object.__base__, Plain.__base__)
for base in (int, tuple, bytes, str, list, dict):
    attempt(lambda: type("Slotted", (base,), {"__slots__": ("a",)}).__name__)
    attempt(lambda: type("Empty", (base,), {"__slots__": ()}).__name__)
attempt(lambda: type("Two", (Table, int), {}))
print(Slotted.x.__qualname__, float.real.__qualname__, float.real.__name__, float.real.__objclass__)


def numbers():
    yield 1


print(numbers().gi_code.co_name, numbers().gi_code is numbers.__code__, numbers.__code__ is numbers.__code__)
