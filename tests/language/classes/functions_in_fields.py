class A:
    def __init__(self, f): self.f = f
    def g(self): return "method"
class P:
    f = property(lambda self: lambda *a: ("property", a))
    def __init__(self): self.__dict__["f"] = lambda *a: "hidden"
class S:
    __slots__ = ("f", "h")
    def __init__(self, f): self.f = f
class G:
    def __getattr__(self, name): return lambda *a: (name, a)
class GA:
    def __init__(self): self.f = lambda *a: "own"
    def __getattribute__(self, name): return lambda *a: ("all", name, a)
class T:
    @staticmethod
    def f(*a): return ("static", a)
class D(A):
    def f(self, *a): return ("class", a)
    def __init__(self): pass
def run(o, k): return o.f(k)
objs = [A(lambda x: x + 1), A(len), P(), S(lambda x: -x), G(), GA(), T(), D(), A(3)]
for rep in range(6):
    for o in objs:
        try: print(run(o, rep), end=" ")
        except Exception as e: print(type(e).__name__, e, end=" ")
    print()
a = A(lambda x: "first")
def g(o): return o.f(1)
print(g(a), g(a)); a.f = lambda x: "second"; print(g(a)); del a.f
try: g(a)
except AttributeError as e: print(e)
A.f = lambda self, x: "class now"
print(g(a)); a.f = lambda x: "own again"; print(g(a)); A.f = property(lambda self: lambda x: "data"); print(g(a)); del A.f; print(g(a))
def hot(n):
    t = 0
    xs = [A(lambda x: x), A(lambda x: 2 * x), A(abs)]
    for i in range(n): t += xs[i % 3].f(i)
    return t
print(hot(3000))
