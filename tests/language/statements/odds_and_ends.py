def r(a, *b): return *a, b
print(r([1, 2], 3))
def y(b): yield *b, 1
print(list(y([5])))
for x in *[1, 2], 3: print(x, end=" ")
print()
class S:
    def __getitem__(self, i): return i
s = S()
print(s[*[1, 2]], s[0, *[1], 2:3], s[*()])
a = 1, *[2, 3]
print(a, [*a, *a], {*a}, {**{"a": 1}, "b": 2})
x = y2 = *[1], 2
print(x, y2)
print(*[1], *[2], sep="-")
# del of every kind
d = {"a": [1, 2, 3], "b": 2}
o = S(); o.p = 1
v = w = 1
del d["b"], o.p, v, (w), d["a"][0], d["a"][0:1]
print(d, hasattr(o, "p"))
(del_a, [del_b]) = 1, [2]
del (del_a, [del_b])
try: del_a
except NameError as e: print(e)
def f():
    z = 1
    del z
    try: print(z)
    except UnboundLocalError as e: print(e)
    try: del z
    except UnboundLocalError as e: print(e)
f()
def g():
    n = 0
    def h():
        nonlocal n
        del n
    h()
    try: print(n)
    except (NameError, UnboundLocalError) as e: print(type(e).__name__, e)
g()
try: del undefined_thing
except NameError as e: print(e)
def t(v):
    print("t", v); return v
print(t(1) < t(2) < t(3), t(1) < t(0) < t(9), t(1) == t(1) != t(2) in [t(2)])
# decorators of any expression
fs = [lambda f: (lambda: "dec " + f())]
@fs[0]
def deco(): return "x"
print(deco())
@(lambda f: 5)
def five(): pass
print(five)
# annotations
def ann(a: int, b: "str" = 1, *c: t("star"), d: float = 2, **e: dict) -> list: pass
print(ann.__annotations__)
q: int = 5
u: t("mod") 
print(__annotations__)
class K:
    m: int = 1
    n: str
print(K.__annotations__)
def local():
    z: undefined_name = 1
    return z
print(local())
(par): int = 3
print("par" in __annotations__)
lst = [0]
lst[0]: int = 4
print(lst)
# lambda defaults
ls = [lambda i=i: i for i in range(3)]
print([l() for l in ls], [l() for l in [lambda: i for i in range(3)]])
# walrus
print([last := i * 2 for i in range(3)], last)
print(any((hit := n) > 2 for n in range(5)), hit)
if (n := 10) > 5: print(n)
print((aa := 1, bb := 2), aa, bb)
def wal():
    total = 0
    r = [total := total + i for i in range(4)]
    return r, total
print(wal())
