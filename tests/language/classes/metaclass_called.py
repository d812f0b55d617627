# A metaclass with an __init__ and no __new__ makes classes when it is called, as it does in a class statement.
class Counted(type):
    made = []

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.options = options
        Counted.made.append(name)


Base = Counted("Base", (), {"x": 1})
print(Base, type(Base).__name__, Base.x, Base().x, Base.options)


class Derived(Base):
    y = 2


print(Derived.made, type(Derived).__name__, Derived().x + Derived().y)
for i in range(3):
    cls = Counted(f"C{i}", (Base,), {"i": i})
    print(cls.__name__, cls().i, cls.__mro__[1] is Base)
print(Counted.made)


class Quiet(type):
    def __init__(cls, name, bases, namespace):
        cls.seen = len(namespace)


print(Quiet("Q", (object,), {"a": 1, "b": 2}).seen)
try:
    Quiet("Q")
except TypeError as error:
    print(error)
