# `__bases__` can be replaced, and `__dict__` of a class shows and protects its names.
class Add:
    def __add__(self, other):
        return ("Add", other)

    def who(self):
        return "Add"


class Bare:
    pass


class Other(Bare):
    def who(self):
        return "Other"


class C(Add):
    pass


class D(C):
    pass


d = D()
for turn in range(3):
    print(d + 1, d.who())
C.__bases__ = (Other,)
print(d.who(), D.__mro__, C.__bases__, D.__base__)
try:
    d + 1
except TypeError as error:
    print(error)
print(Add.__subclasses__(), Other.__subclasses__())
C.__bases__ = (Add, Other)
print(d + 2, d.who(), isinstance(d, Bare), issubclass(D, Add))


class Slotted:
    __slots__ = ("x",)


def attempt(bases):
    try:
        C.__bases__ = bases
    except TypeError as error:
        print(type(error).__name__, error)


for bases in [(), [Add], (1,), (D,), (Slotted,), (Bare, Other)]:
    attempt(bases)
for name in ("__name__", "__qualname__", "__bases__"):
    try:
        delattr(C, name)
    except TypeError as error:
        print(error)


class P:
    """Documented."""

    a = 1

    def f(self):
        return self.a


shown = P.__dict__
print(type(shown), shown["a"], "a" in shown, "b" in shown, shown.get("b", 5), shown.get("b"))
P.b = 7
print(shown["b"], sorted(name for name in shown if name[:2] != "__"), len(shown) >= 5)
print("__dict__" in shown, "__weakref__" in shown, shown["__dict__"], shown["__doc__"])
for change in (lambda: shown["x"], lambda: exec("shown['a'] = 2"), lambda: exec("del shown['a']"), lambda: hash(shown)):
    try:
        change()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
import types

inside = {"k": 1, "l": [2]}
proxy = types.MappingProxyType(inside)
print(proxy, str(proxy), repr(proxy), proxy == inside, proxy == {"k": 1}, len(proxy), list(proxy))
inside["m"] = 3
print(proxy["m"], list(proxy.items()), list(proxy.keys()), list(reversed(proxy)), proxy | {"n": 4}, {"o": 5} | proxy)
print(proxy.copy() is inside, proxy.copy() == inside, type(proxy.copy()), dict(proxy), {**proxy})
for wrong in (1, [1], "x"):
    try:
        print(types.MappingProxyType(wrong))
    except TypeError as error:
        print(error)
print(type(type.__dict__), isinstance(int.__dict__, types.MappingProxyType), vars(P)["a"])
print(type in object.__subclasses__(), bool in int.__subclasses__())
