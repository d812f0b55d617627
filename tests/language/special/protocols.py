# Special methods are looked up on the class, and any callable can be one.
def show(f):
    try:
        print("->", repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
class Callable:
    def __call__(self, *args): return len(args)
class Odd:
    __len__ = Callable()
    __add__ = staticmethod(lambda other: ("static", other))
    __sub__ = classmethod(lambda cls, other: (cls.__name__, other))
    __neg__ = lambda self: "lambda"
    __getitem__ = lambda self, i: i
    @property
    def __str__(self): return lambda: "from property"
print(len(Odd()), Odd() + 1, Odd() - 2, -Odd(), Odd()[4], str(Odd()))
class Meta(type):
    def __len__(cls): return 3
    def __iter__(cls): return iter("abc")
    def __contains__(cls, x): return x == "in"
    def __getitem__(cls, i): return ("meta", i)
    def __add__(cls, o): return ("sum", o)
    def __repr__(cls): return f"<{cls.__name__}!>"
    def __bool__(cls): return False
    def __eq__(cls, o): return o == 5
    def __hash__(cls): return 11
    def __lt__(cls, o): return True
    def __call__(cls, *a): return ("called", a)
class M(metaclass=Meta): pass
print(len(M), list(M), "in" in M, "out" in M, M[2], M + 1, M, repr(M), bool(M), M == 5, hash(M), M < 1, M(1, 2), f"{M}", "%s" % M, [M], a := [*M])
class Gen:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(Gen[int], Gen[1, 2])
class Plain: pass
show(lambda: Plain[int]); show(lambda: int[3])
class Listy(list): pass
print(Listy[int])
class Pair:
    def __init__(self, a, b): self.a, self.b = a, b
    def __iter__(self): yield self.a; yield self.b
    def __eq__(self, o): return isinstance(o, Pair) and tuple(self) == tuple(o)
    def __hash__(self): return hash(tuple(self))
    def __add__(self, o): return Pair(self.a + o.a, self.b + o.b)
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __repr__(self): return f"Pair({self.a}, {self.b})"
print(sum([Pair(1, 2), Pair(3, 4)]), dict([Pair(1, 2)]), {Pair(1, 2), Pair(1, 2)}, [*Pair(5, 6)], max(Pair(3, 9)), Pair(1, 2) in [Pair(1, 2)], list(map(tuple, [Pair(1, 2)])))
for a, b in [Pair(1, 2), Pair(3, 4)]: print(a, b)
class Acc:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(o); return self
    def __ior__(self, o): return NotImplemented
    def __or__(self, o): return "or"
a = Acc(); same = a; a += 1; a += 2; print(a is same, a.log); a |= 3; print(a)
class Vec:
    def __init__(self, *v): self.v = v
    def __matmul__(self, o): return sum(x * y for x, y in zip(self.v, o.v))
    def __rmatmul__(self, o): return "rmatmul"
    def __imatmul__(self, o): return "imatmul"
v = Vec(1, 2, 3); print(v @ Vec(4, 5, 6), 3 @ v); v @= 1; print(v)
class NI:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
n = NI(); print(n == n, n == NI(), n != n, n != 3, NI.__eq__(n, n)); show(lambda: n < n)
print(object() == object(), object().__eq__(1), (lambda o: o == o)(object()), object.__ne__(1, 1), (5).__ne__(6))
class HasNe:
    def __ne__(self, o): return "ne"
print(HasNe() != 1, HasNe() == 1, 1 != HasNe())
class Chain:
    def __init__(self, n): self.n = n
    def __lt__(self, o): print("lt", self.n); return self.n < getattr(o, "n", o)
    def __gt__(self, o): print("gt", self.n); return self.n > getattr(o, "n", o)
print(1 < Chain(2) < Chain(3), Chain(5) < Chain(1) < Chain(9))
