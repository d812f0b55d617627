# Conversions by methods: text, numbers, bytes, hashes, formats.
def show(f):
    try:
        print("->", repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
class T:
    def __repr__(self): return "T()"
class U(T):
    def __str__(self): return "text"
    def __format__(self, spec): return f"[{spec}]"
t, u = T(), U()
print(t, u, repr(u), str(t), [t, u], {u: t}, (u,), f"{u}", f"{u:>5}", f"{u!r:>5}", f"{u!s:>6}", "%s %r %a" % (u, u, t), "{} {!r} {:x}".format(u, u, u), format(u), format(u, "q"), f"{t}")
show(lambda: format(t, "x")); show(lambda: f"{t:5}")
class BadText:
    def __repr__(self): return 5
    def __str__(self): return None
    def __format__(self, spec): return 1
    def __bytes__(self): return "x"
    def __hash__(self): return "x"
    def __int__(self): return "x"
    def __float__(self): return 1
    def __complex__(self): return 1
for f in [repr, str, format, bytes, hash, int, float, complex, lambda x: f"{x}", lambda x: [x].__repr__(), lambda x: "%s" % x, lambda x: print(x), lambda x: {x: 1}, lambda x: {x}]:
    show(lambda: f(BadText()))
class N:
    def __int__(self): return 3
    def __float__(self): return 2.5
    def __complex__(self): return 1 + 2j
    def __bytes__(self): return b"bytes"
    def __hash__(self): return 77
    def __bool__(self): return False
n = N()
print(int(n), float(n), complex(n), bytes(n), hash(n), bool(n), "%d %f %g" % (5, n, n), round(float(n)))
import math
print(math.sqrt(n), math.sin(n) == math.sin(2.5))
class Trunc:
    def __trunc__(self): return 9
print(math.trunc(Trunc()))
class EqOnly:
    def __eq__(self, other): return True
show(lambda: hash(EqOnly())); show(lambda: {EqOnly(): 1}); show(lambda: {EqOnly()})
class HashBig:
    def __hash__(self): return 10 ** 30
class HashMinus:
    def __hash__(self): return -1
print(hash(HashBig()) == hash(10 ** 30), hash(HashMinus()))
class Sub(EqOnly): pass
show(lambda: hash(Sub()))
class Keyed:
    def __init__(self, k): self.k = k
    def __eq__(self, other): print("eq", self.k, getattr(other, "k", other)); return isinstance(other, Keyed) and self.k == other.k
    def __hash__(self): return hash(self.k)
    def __repr__(self): return f"K{self.k}"
d = {Keyed(1): "one", Keyed(2): "two"}
print(d[Keyed(1)], Keyed(2) in d, Keyed(3) in d, d, 1 in d)
d[Keyed(1)] = "uno"; del d[Keyed(2)]; print(d, len(d))
s = {Keyed(1), Keyed(1), Keyed(2)}; print(len(s), Keyed(1) in s, s & {Keyed(2)})
print([Keyed(1), Keyed(2)].index(Keyed(2)), [Keyed(1)].count(Keyed(1)), Keyed(5) in [Keyed(1)], (Keyed(1),) == (Keyed(1),))
class Changing:
    def __init__(self, d): self.d = d
    def __hash__(self): return 1
    def __eq__(self, other): self.d.clear(); return False
dd = {}
dd[Changing(dd)] = 1
try: dd[Changing(dd)] = 2
except RuntimeError as e: print(e)
print(len(dd) <= 2)
class Ordered:
    def __init__(self, v): self.v = v
    def __lt__(self, other): return self.v < other.v
    def __repr__(self): return f"O{self.v}"
print(sorted([Ordered(3), Ordered(1), Ordered(2)]), min(Ordered(3), Ordered(1)), max([Ordered(3), Ordered(1)]), Ordered(1) > Ordered(0), sorted([Ordered(1), Ordered(2)], reverse=True))
show(lambda: Ordered(1) <= Ordered(2)); show(lambda: Ordered(1) >= Ordered(2))
class Truthless:
    def __eq__(self, other): return []
    def __lt__(self, other): return "yes"
print(Truthless() == 1, Truthless() != 1, Truthless() < 1, [Truthless()] == [1], Truthless() in [1], not (Truthless() == 2))
class D:
    def __dir__(self): return ["b", "a"]
    def __sizeof__(self): return 100
print(dir(D()), D().__sizeof__())
class Getattr:
    def __getattr__(self, name): return lambda *a: name
show(lambda: len(Getattr())); show(lambda: Getattr() + 1); show(lambda: Getattr().__len__()); show(lambda: str(Getattr())[:8])
g = Getattr(); g.__len__ = lambda: 5
show(lambda: len(g))
class Call:
    def __call__(self, *args, **kw): return args, kw
print(Call()(1, 2, x=3), list(map(Call(), [1])), callable(Call()), callable(5), sorted([2, 1], key=Call()))
class Fmt:
    def __init__(self, v): self.v = v
    def __format__(self, spec): return format(self.v, spec)
print(f"{Fmt(3.14159):.2f} {Fmt(42):>5} {Fmt('s'):^7}|", "{0:.1f} {0}".format(Fmt(2.0)))
