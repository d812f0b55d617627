"""What a place in a program has seen of objects, and objects that differ."""


class Field(property):
    def __set__(self, instance, value):
        raise AttributeError("only the field can be set")


class Plain:
    def __init__(self):
        self.log = []

    @property
    def size(self):
        return 1

    @size.setter
    def size(self, value):
        self.log.append(value)

    fixed = Field(lambda self: "fixed", lambda self, value: self.log.append("never"))
    lazy = property(lambda self: self.missing)
    only = property(lambda self: "only")


def read(thing):
    return thing.size


def store(thing, value):
    thing.size = value


plain = Plain()
for turn in range(3):
    store(plain, turn)
    print(read(plain), plain.fixed, plain.log)
Plain.size = property(lambda self: 2, lambda self, value: self.log.append(-value))
store(plain, 5)
print(read(plain), plain.log)
Plain.size = 7
store(plain, 8)
print(read(plain), plain.log, plain.__dict__["size"])
for turn in range(2):
    try:
        plain.fixed = 1
    except AttributeError as error:
        print(error)
    try:
        plain.only = 1
    except AttributeError as error:
        print(error)
    try:
        plain.lazy
    except AttributeError as error:
        print(error)
Field.__get__ = lambda self, instance, owner: "own"
print(plain.fixed)


class Pretender:
    @property
    def __class__(self):
        return int


class Other(Plain):
    pass


def kind(thing):
    return thing.__class__


for thing in (plain, Other(), plain, Pretender(), 1, "a", Plain, plain, None, Pretender()):
    print(kind(thing).__name__, end=" ")
plain.__class__ = Other
print(kind(plain).__name__, type(plain).__name__)


def union(these, more):
    return these.union(more)


for these in ({1}, frozenset({2}), {3}, frozenset({4})):
    print(union(these, [5]), type(union(these, [5])).__name__)


def add(these, item):
    these.add(item)
    return these


print(add({1}, 2))
try:
    add(frozenset({1}), 2)
except AttributeError as error:
    print(error)


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self.name

    def __exit__(self, *what):
        print("left", self.name, what[0] and what[0].__name__)
        return self.name == "calm"


class Louder(Manager):
    def __exit__(self, *what):
        print("LEFT")
        return super().__exit__(*what)


def enter(manager, fail=False):
    with manager as name:
        print("in", name)
        if fail:
            raise KeyError(name)


enter(Manager("one"))
enter(Louder("two"))
enter(Manager("calm"), True)
Manager.__enter__ = lambda self: "changed"
enter(Manager("three"))
special = Manager("four")
special.__enter__ = lambda: "never"
enter(special)
try:
    enter(Louder("five"), True)
except KeyError as error:
    print("KeyError", error)


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __eq__(self, other):
        return self.amount == other.amount if isinstance(other, Money) else NotImplemented

    def __lt__(self, other):
        return self.amount < other.amount if isinstance(other, Money) else NotImplemented


class Euro(Money):
    def __eq__(self, other):
        print("euro", end=" ")
        return super().__eq__(other)

    def __gt__(self, other):
        return "gt"


def same(a, b):
    return a == b


for a, b in ((Money(1), Money(1)), (Money(1), Money(2)), (Money(1), Euro(1)), (Euro(1), Money(1)), (Money(1), 1), (Money(1), None), (1, Money(1))):
    print(same(a, b), a != b, end="; ")
print(Money(1) < Money(2), Money(1) > Money(2), Money(1) < Euro(2), Euro(1) > Money(2))
try:
    Money(1) < 3
except TypeError as error:
    print(error)
