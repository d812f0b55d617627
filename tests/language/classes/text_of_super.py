# Methods of a class, or of a metaclass, that ask those of the built-in types for what they would say.
class Meta(type):
    def __repr__(cls):
        return "M:" + super().__repr__()

    def __str__(cls):
        return "S" + super().__str__()

    def __dir__(cls):
        return [name for name in super().__dir__() if name == "mro"]

    def __hash__(cls):
        return super().__hash__() & 0

    def __eq__(cls, other):
        return super().__eq__(other)


class A(metaclass=Meta):
    def __repr__(self):
        return "r" + super().__repr__()[:5]

    def __str__(self):
        return "s" + super().__str__()

    def __format__(self, spec):
        return "f" + super().__format__(spec)

    def __dir__(self):
        return ["extra"] + [name for name in super().__dir__() if name == "__init__"]


print(repr(A), str(A), dir(A), hash(A), A == A, A == int, {A: 1}[A])
print(repr(A()), str(A()), f"{A()}", dir(A()))
print(type.__repr__(A), type.__str__(A), object.__repr__(A)[:9])


class Plain:
    def __dir__(self):
        return super().__dir__()


print("__init__" in dir(Plain()), "x" in dir(Plain()))
