# Corners of attribute lookup: what pretends, what only writes, what is bound late.
import copy
import operator
import types


class Proxy:
    def __init__(self, inner):
        self.__inner = inner

    def __getattribute__(self, name):
        if name.startswith("_Proxy__"):
            return object.__getattribute__(self, name)
        return getattr(self.__inner, name)


print(isinstance(Proxy([1]), list), isinstance(Proxy(3), (str, int)), isinstance(Proxy(3), str), type(Proxy(1)).__name__)


class OnlyWritten:
    def __set__(self, owner, value):
        owner.__dict__["a"] = value + 1


class Written:
    a = OnlyWritten()


written = Written()
print(type(written.a).__name__)
written.a = 41
print(written.a)


class Base:
    def name(self):
        return "Base"


class Late(Base):
    def name(self):
        return "Late, " + self.__above.name()


Late._Late__above = super(Late)
print(Late().name())


class Wrapped:
    def __init__(self, function):
        self.function = function

    def __get__(self, owner, kind):
        return self.function.__get__(owner, kind)


class Decorated:
    @classmethod
    @Wrapped
    def of_class(cls):
        return "class", cls.__name__

    @classmethod
    @property
    def shown(cls):
        return "shown", cls.__name__


print(Decorated().of_class(), Decorated.of_class(), Decorated.shown)


def plain(x):
    pass


print(plain.__annotations__)
plain.__annotations__["x"] = int
print(plain.__annotations__)


def starred(*args: *tuple[int, ...], y: 1 = 2) -> None:
    pass


print(starred.__annotations__)


def around():
    def inner():
        global made_inside

        def made_inside():
            pass

        return made_inside.__qualname__

    return inner()


print(around(), made_inside.__qualname__)


class Index(int):
    def __index__(self):
        return 42


print(int(Index(7)), list(range(100))[Index(7)], range(Index(7)), hex(Index(7)), "ab" * Index(2))


class EqualToAll(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


print(EqualToAll(11) in range(10), 11 in range(10), 3.0 in range(10))


class Filled(dict):
    def __init__(self):
        self["a"] = 1
        super().__init__(b=2)


print(Filled())
again = [1, 2, 3]
print(again.__init__(), again, again.__init__("ab"), again)
again = {1: 2}
print(again.__init__([(2, 3)]), again.__init__(x=4), again)
again = {1}
print(again.__init__([2, 3]), again)
again = bytearray(b"x")
print(again.__init__(b"yz"), again)
again = frozenset([1])
print(again.__init__([2]), again)


class Items(set):
    pass


print(Items([1]) in {frozenset([1])}, Items([1]) in set(), {1: 2}.keys().mapping, {1: 2}.values().mapping)
kept = {frozenset([1, 2]), frozenset()}
kept.discard({1, 2})
kept.remove(Items())
print(kept)


class Unequal:
    def __eq__(self, other):
        raise RuntimeError("compared")


try:
    {1: Unequal()}.items() == {1: Unequal()}.items()
except RuntimeError as error:
    print(error)
print({1: [2]}.items() == {1: [2]}.items(), {1: 2}.items() == {(1, 2)})
print(slice(None).indices(2**100), slice(-2**70, 2**80, 2**65).indices(2**100), slice(5, None, -1).indices(3))


class Counted:
    def __len__(self):
        return 5

    def __getitem__(self, place):
        return place


hints = [reversed([1, 2, 3]), reversed(Counted()), iter(Counted()), iter({1: 2}), iter("abc"), iter(range(5)), map(int, "1")]
print([operator.length_hint(each, -1) for each in hints])


class NotAnException(Exception):
    def __new__(cls):
        return 5


def generator():
    yield


for thrown in (3, NotAnException, int):
    try:
        generator().throw(thrown)
    except TypeError as error:
        print(error)


def run_apart(text):
    own, shared = {}, {}
    exec(text, shared, own)
    shared.pop("__builtins__")
    return sorted(own), sorted(shared)


print(run_apart("def f():\n    y = 1\n    def g():\n        global y\n        return y\n    return g\ny = 9\nx = f()()"))
print(ord(chr(0x10FFFF)), ascii(chr(0x10FFFF)), ascii("\udfff"), max("\ue000", chr(0x10FFFF)) == chr(0x10FFFF))


class Broken:
    def __iter__(self):
        raise ZeroDivisionError("asked")


for made in (bytes, bytearray, list):
    try:
        made(Broken())
    except ZeroDivisionError as error:
        print(error)
try:
    b"abc".hex(b"\xff")
except ValueError as error:
    print(error)


def told():
    "told"


for wrapper in (classmethod(told), staticmethod(told)):
    print(list(wrapper.__dict__))
    wrapper.mark = 42
    print(wrapper.mark, wrapper.__dict__["mark"])
    del wrapper.mark
    for text in ("del it.mark", "it.mark", "it.__func__ = 1", "it.__isabstractmethod__ = 1", "it.__dict__ = 1"):
        try:
            exec(text, {"it": wrapper})
        except (AttributeError, TypeError) as error:
            print(text, "|", type(error).__name__, error)
    wrapper.__doc__ = "own"
    print(wrapper.__doc__, told.__doc__, wrapper.__name__)
    wrapper.__dict__ = {"only": 1}
    print(wrapper.__dict__, wrapper.only)
of_class = dict.__dict__["fromkeys"]
print(of_class.__get__(None, dict)([1]), of_class.__get__({})([2]))
for arguments in ((42,), (None, 42), (None, None), (None, int)):
    try:
        of_class.__get__(*arguments)
    except TypeError as error:
        print(error)


class GivesAll:
    @classmethod
    def __new__(*arguments):
        return arguments


print(GivesAll(1, 2) == (GivesAll, GivesAll, 1, 2))


class Writes:
    def __set__(self, object, value):
        print("set", value)


class Above(type):
    pass


class Below(metaclass=Above):
    pass


Below.field = 42
Above.field = Writes()
print(Below.field)
try:
    Above[int]
except TypeError as error:
    print(error)
print(type[int])


class Documented:
    def read(self):
        "of the function"

    field = property(read, doc="of the property")


class Derived(Documented):
    @Documented.field.getter
    def field(self):
        "of another function"

    written = Documented.field.setter(lambda self, value: None)
    silent = property(Documented.read).getter(lambda self: None)


print(Derived.field.__doc__, "|", Derived.written.__doc__, "|", Derived.silent.__doc__)


class Kinds(tuple):
    pass


print(isinstance(1, Kinds((str, int))), issubclass(int, Kinds((str, float))))
try:
    raise KeyError("caught")
except Kinds((ValueError, KeyError)) as error:
    print(error)


class OwnBytes(bytes):
    pass


class GivesBytes:
    def __bytes__(self):
        return OwnBytes(b"abc")


print(type(bytes(GivesBytes())).__name__, type(OwnBytes(GivesBytes())).__name__, type(bytes(source=GivesBytes())).__name__)


class OwnDict(dict):
    def __contains__(self, key):
        return key == "magic" or dict.__contains__(self, key)

    def __getitem__(self, key):
        return "item", dict.get(self, key)

    def get(self, key, default=None):
        return "get", key, default


view = types.MappingProxyType(OwnDict(a=1))
print("magic" in view, "other" in view, "a" in view, view["a"], view.get("b"), view.get("b", 2))


class Slotted(property):
    __slots__ = ()


class Called(property):
    __slots__ = ()

    def __init__(self, *arguments):
        super().__init__(*arguments)


for kind in (Slotted, Called):
    try:
        kind(told)
    except AttributeError as error:
        print(error)
print(Slotted(told, doc="given").__doc__)
print(types.MappingProxyType[int, str], type(None).__doc__, type(...).__doc__)


class OwnSuper(super):
    pass


class First:
    def name(self):
        return "First"


class Second(First):
    def name(self):
        return type(self._above).__name__ + " " + self._above.name()


Second._above = OwnSuper(Second)
print(Second().name())
