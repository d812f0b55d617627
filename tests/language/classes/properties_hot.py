# Attributes that are properties, read again and again while their classes change.
class Base:
    def __init__(self, value):
        self.value = value

    @property
    def double(self):
        return self.value * 2

    @property
    def fails(self):
        return self.value / 0

    @property
    def hidden(self):
        raise AttributeError("hidden")


class Derived(Base):
    @property
    def double(self):
        return super().double + 1


class Fallback(Base):
    def __getattr__(self, name):
        return "fallback for " + name


def read(objects):
    found = []
    for one in objects:
        found.append(one.double)
    return found


base, derived, fallback = Base(1), Derived(2), Fallback(3)
print(read([base] * 3 + [derived] * 3 + [fallback] * 3 + [base, derived, fallback] * 2))


def raised(one, times):
    for _ in range(times):
        try:
            one.fails
        except ZeroDivisionError as error:
            text = str(error)
    return text, error_of(one)


def error_of(one):
    errors = []
    for _ in range(3):
        try:
            errors.append(one.hidden)
        except AttributeError as error:
            errors.append(str(error))
    return errors


print(raised(base, 5), raised(fallback, 5))


# What an object has of its own does not count.
def own(times):
    one = Base(4)
    one.__dict__["double"] = "own"
    return [one.double for _ in range(times)]


print(own(4))


# Another property, and none.
def changing():
    found = []
    for turn in range(9):
        if turn == 3:
            Base.double = property(lambda self: "other")
        if turn == 5:
            Base.double = "plain"
        if turn == 7:
            del Base.double
            base.double = "in the object"
        found.append(base.double)
    return found


print(changing())


# Other classes of the same object; a property that changes its own class.
class First:
    @property
    def name(self):
        self.__class__ = Second
        return "first"


class Second:
    @property
    def name(self):
        self.__class__ = First
        return "second"


one = First()
print([one.name for _ in range(6)])


class Recursive:
    @property
    def deeper(self):
        return self.deeper


try:
    Recursive().deeper
except RecursionError:
    print("too deep")


class WriteOnly:
    name = property(None, lambda self, value: None)


for _ in range(3):
    try:
        WriteOnly().name
    except AttributeError as error:
        print(error)


class Lazy:
    @property
    def items(self):
        yield 1
        yield self

    @property
    def many(self, extra=5):
        return extra


lazy = Lazy()
print([len(list(lazy.items)) for _ in range(3)], [lazy.many for _ in range(3)])


# Classes that are asked for again and again.
class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == 3


class Odd(metaclass=Meta):
    pass


class Pretending:
    @property
    def __class__(self):
        return int


def kinds(values):
    found = []
    for value in values:
        found.append((isinstance(value, int), isinstance(value, (str, Base)), isinstance(value, Derived),
                      isinstance(value, Odd), isinstance(value, (list, tuple, dict))))
    return found


values = [1, True, "a", base, derived, 3, 2.5, None, [1], (1,), {}, int, Pretending(), 2**70, range(3), print]
for value, found in zip(values * 2, kinds(values * 2)):
    print(type(value).__name__, found)


def swapped():
    global Base
    kept, found = Base, []
    for turn in range(6):
        if turn == 3:
            Base = str
        found.append(isinstance(derived, Base))
    Base = kept
    return found


print(swapped())


def refused(value):
    wrong = 3
    try:
        if isinstance(value, (int, wrong)):
            return "int"
    except TypeError as error:
        return str(error)


print([refused(value) for value in (1, 2, "a", "b", 3)])


class Sized:
    def __len__(self):
        return 4


def lengths(values):
    total = []
    for value in values:
        total.append(len(value))
    return total


print(lengths(["", "é\U0001f600", [1], (1, 2), {1: 2}, {1, 2, 3}, frozenset(), Sized(), b"abc", range(7)] * 2))


def shapes(values):
    found = []
    for value in values:
        match value:
            case []:
                found.append("none")
            case [first]:
                found.append(("one", first))
            case (first, *rest) if rest:
                found.append((first, rest))
            case _:
                found.append("no sequence")
    return found


print(shapes([[], (1,), "ab", {1: 2}, [1, 2, 3], range(2), None, 5, Sized(), {1}, b"a"] * 2))
