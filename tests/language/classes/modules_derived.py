import types, sys
class M(types.ModuleType):
    x = 1
    def __getattr__(self, n):
        if n.startswith("_"): raise AttributeError(n)
        return n.upper()
    @property
    def p(self): return 5
m = M("mm", "doc!")
print(m.__name__, m.__doc__, m.x, m.foo, m.p, isinstance(m, types.ModuleType), type(m), m)
m.y = 3; print(m.y, vars(m)["y"], sorted(vars(m)), "y" in dir(m))
sys.modules["mm"] = m
import mm
print(mm is m, mm.y)
from mm import y, bar
print(y, bar)
class N(types.ModuleType):
    def __init__(self, name): super().__init__(name); self.k = 7
    def __call__(self, a): return a + 1
    def __dir__(self): return ["k"]
n = N("nn"); print(n(1), n.k, dir(n), n.__name__, n.__doc__, n.__spec__, n.__loader__, n.__package__)
print(repr(n), hash(n) == hash(n), n == n, n.__dict__["k"])
del m.y
print(m.y)
try: N("a").q
except AttributeError as e: print(e)
sys.modules["zz"] = N("zz"); import zz; print(zz.k)
sys.modules["obj"] = object(); import obj; print(type(obj))


class Loader:
    def __repr__(self): return "<a loader>"
class Telling(Loader):
    @staticmethod
    def module_repr(module): return f"<module {module.__name__} as told>"
import types
for loader in (Loader(), Telling(), Telling):
    m = types.ModuleType("m"); m.__loader__ = loader; print(m if loader is not Telling else repr(m))
    m.__file__ = "m.py"; print(m)
    del m.__name__, m.__file__; print(repr(m) if loader is not Telling else repr(m).startswith("<module '?' (<class"), hasattr(m, "__name__"))
for text in ("m.__dict__ = {}", "del m.__dict__"):
    try: exec(text)
    except AttributeError as e: print(text, e)


class Plain(types.ModuleType): pass
m = Plain("m"); m.a = 1; print(dir(m) == sorted(m.__dict__), "a" in dir(m))
for text in ("m.__dict__ = {}", "del m.__dict__"):
    try: exec(text)
    except AttributeError as e: print(text, e)
class NoNames(Plain): __dict__ = property(lambda self: "none")
try: dir(NoNames("n"))
except TypeError as e: print(e)
m.__dir__ = lambda: ["z", "a"]; print(dir(m))
for kind in (types.ModuleType, Plain):
    m = types.ModuleType.__new__(kind, 1, key=2); print(m.__dict__, hasattr(m, "__name__"), m if kind is types.ModuleType else "")
    m.field = 1; print(m.__dict__)
    m.__init__("called", "doc"); print(m, m.__doc__, m.field)
