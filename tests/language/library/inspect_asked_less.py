# A comment of the module,
# in two lines.
import inspect
import sys

limit = 3


# What it is for,
# at length.
def f(a, b=2, /, c=3, *args, d, e=5, **kw) -> int:
    return limit + len(args)


class Base:
    "Doc."
    x = 1

    def __init__(self, v): self.v = v

    @staticmethod
    def s(a): pass

    @classmethod
    def c(cls): pass

    @property
    def p(self): return 1

    def m(self, q, *, z=1): pass


class Derived(Base):
    def m(self, q): pass


print(inspect.getfullargspec(f))
print(inspect.getfullargspec(Base.m), inspect.getfullargspec(Base(1).m), inspect.getfullargspec(Base))
print(inspect.getargs(f.__code__), inspect.getcallargs(f, 1, d=4, q=7))
print(inspect.getcallargs(Base(1).m, 5)["q"], inspect.getcallargs(lambda a, *b: 0, 1, 2, 3))


def g(a, b, c=1): pass


for args, kwargs in (((), {}), ((1,), {}), ((1, 2, 3, 4), {}), ((1, 2), {"a": 1}), ((1, 2), {"zz": 1})):
    try:
        inspect.getcallargs(g, *args, **kwargs)
    except TypeError as error:
        print(error)
try:
    inspect.getcallargs(f, 1)
except TypeError as error:
    print(error)


def outer():
    y = 4

    def inner():
        return y + limit + len("") + unknown

    return inner


print(inspect.getclosurevars(outer()))


def gen():
    n = 1
    yield n
    n += inspect.getgeneratorstate(it) == "GEN_RUNNING"
    yield n


it = gen()
print(inspect.getgeneratorstate(it), inspect.getgeneratorlocals(it))
print(next(it), inspect.getgeneratorstate(it), inspect.getgeneratorlocals(it), next(it))
it.close()
print(inspect.getgeneratorstate(it), inspect.getgeneratorlocals(it))


async def co():
    k = 9
    await co2()


async def co2(): pass

c = co()
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c))
c.close()
print(inspect.getcoroutinestate(c))
print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Derived) if not a.name.startswith("__")])
print([name for name, _ in inspect.getmembers_static(Derived) if name[0] != "_"])
print(inspect.getclasstree([Base, Derived, int], unique=True))
print(inspect.getcomments(f), inspect.getcomments(sys.modules[__name__]), inspect.indentsize("    \tx"))
print(inspect.findsource(f)[1], len(inspect.findsource(Base)[0]) > 50)


def frames(a, *rest, **kw):
    b = 2
    info = inspect.getargvalues(inspect.currentframe())
    return info.args, info.varargs, info.keywords, inspect.formatargvalues(info.args, info.varargs, info.keywords, {"a": a, "rest": rest, "kw": kw})


print(frames(1, 2, k=3))
try:
    1 / 0
except ZeroDivisionError:
    print([(info.function, info.lineno > 0) for info in inspect.trace()])
print(inspect.isgetsetdescriptor(int.real), inspect.ismemberdescriptor(type("S", (), {"__slots__": ["q"]}).q), inspect.isgetsetdescriptor(3))
