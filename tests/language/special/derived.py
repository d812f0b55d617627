# Classes that derive from built-in types.
def show(f):
    try:
        print("->", repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
class L(list):
    def total(self): return sum(self)
l = L([3, 1, 2])
print(l, len(l), l[0], l[1:], type(l[1:]).__name__, l + [4], type(l + l).__name__, l * 2, 3 in l, l == [3, 1, 2], [3, 1, 2] == l, l < [4], l.total(), sorted(l), list(l), bool(L()), isinstance(l, list), type(l).__name__)
l.append(5); l.sort(); l[0] = 9; del l[1]; l += [7]; l.extend(L([1])); l *= 2
print(l, type(l).__name__, l.index(5), l.count(7), l.pop(), l.copy(), type(l.copy()).__name__, max(l), [*l], tuple(l), l.__len__(), list(reversed(l)), l.__contains__(9))
a, *b = L("abc"); print(a, b)
l.extra = 5; print(l.extra, l.__dict__)
show(lambda: hash(l)); show(lambda: l["a"]); show(lambda: l + (1,)); show(lambda: l[100])
class Loud(list):
    def __getitem__(self, i): return ("item", i)
    def __len__(self): return 42
    def __iter__(self): return iter("loud")
    def __contains__(self, x): return True
    def append(self, x): super().append((x, x))
q = Loud([1]); q.append(2)
print(q[0], len(q), list(q), 99 in q, q, q == [1, (2, 2)], [*q], tuple(q), sum([1] * len(q)), bool(Loud()))
class D(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
    def __getitem__(self, k): return ("got", super().__getitem__(k))
d = D(a=1); d["b"] = 2
print(d, d["a"], d.get("a"), len(d), list(d), "a" in d, d.items(), d == {"a": 1, "b": 4}, dict(d), {**d}, d | {"c": 1}, type(d | {}).__name__, sorted(d), d.pop("a"), d.setdefault("z", 3), d.copy())
d.update(q=1); print(d); del d["q"]; print(d.keys(), d.values())
for k in d: print(k)
show(lambda: d["nope"]); show(lambda: d.missing)
class S(str):
    def shout(self): return self.upper() + "!"
s = S("hello")
print(s, repr(s), s.shout(), s + " x", type(s + "x").__name__, s[1:], s * 2, len(s), "ell" in s, s in "hello world", s == "hello", hash(s) == hash("hello"), {s: 1}["hello"], {"hello": 2}[s], f"{s:>8}", "%s|%5s" % (s, s), ",".join([s, s]), s.join(["1", "2"]), sorted(s), s.replace(S("l"), S("L")), "xhellox".find(s), int(S("12")) + 1, float(S("1.5")), s < "z", s.split("l"), "a" + s, type("a" + s).__name__, str(s), type(str(s)).__name__, s.encode(), s.format(), s % () if False else s, bool(S("")), s.startswith(S("he")), [s].index("hello"), s.upper(), getattr(s, S("upper"))())
class I(int):
    def __add__(self, other): return I(int(self) + int(other))
    def __repr__(self): return f"I({int(self)})"
i = I(5)
print(i, repr(i), i + 1, type(i + 1).__name__, 1 + i, i * 2, type(i * 2).__name__, -i, abs(I(-3)), i == 5, 5 == i, hash(i) == hash(5), {5: "five"}[i], [10, 20, 30, 40, 50, 60][i], range(i), i < 6, i / 2, i // 2, i % 3, i ** 2, divmod(i, 2), pow(i, 2, 7), i & 4, i << 1, ~i, f"{i}", f"{i:03d}", "%d" % i, "%s" % i, int(i), float(i), bool(I(0)), i.bit_length(), i.real, i.numerator, round(i), str(i), i.to_bytes(2, "big"), "ab" * i, sum([i, i]), max(i, 3), hex(i), complex(i), isinstance(i, int), i is i, 10 ** i, [0] * i, i.conjugate(), i.__index__(), type(int(i)).__name__)
class F(float):
    def __str__(self): return "F!"
f = F(2.5)
print(f, repr(f), f + 1, type(f + 1).__name__, f * 2, f == 2.5, hash(f) == hash(2.5), f"{f:.2f}", f"{f}", "%.1f" % f, int(f), round(f), f.is_integer(), f.hex(), f < 3, -f, abs(F(-1.5)), f // 1, f % 1, f ** 2, max(f, 1.0), f.as_integer_ratio(), sum([f, f]), float(f), f.real)
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
t = T(1, 2)
print(t, t.first, len(t), t[1], t + (3,), type(t + ()).__name__, t == (1, 2), hash(t) == hash((1, 2)), {t: 1}[(1, 2)], "%d %d" % t, list(t), t.count(1), t < (2,), (1, 2) in [t], isinstance(t, tuple), t[:1], t * 2, 1 in t)
a, b = t; print(a, b)
class C(complex): pass
c = C(1, 2); print(c, c + 1, abs(C(3, 4)), c.real, c.imag, c == 1 + 2j, c * c, type(c * c).__name__, c.conjugate())
class B(bytes): pass
b = B(b"abc"); print(b, b + b"d", b[0], b[1:], len(b), b == b"abc", hash(b) == hash(b"abc"), b.upper(), b"x" + b, list(b), b"b" in b, b.hex(), b.decode(), type(b + b"").__name__, bytes(b))
class BA(bytearray): pass
ba = BA(b"abc"); ba.append(100); ba[0] = 65; ba += b"z"; print(ba, type(ba).__name__, len(ba), ba == bytearray(b"Abcdz"), ba[1:3])
class St(set): pass
st = St([1, 2]); st.add(3); st |= {4}; st -= {1}; print(st, type(st).__name__, 2 in st, st | {9}, type(st | {9}).__name__, st == {2, 3, 4}, len(st), sorted(st), st & {2}, {2} < st, st.union([5]), St())
class Fs(frozenset): pass
fs = Fs([1, 2]); print(fs, hash(fs) == hash(frozenset([1, 2])), {fs: 1}[frozenset([1, 2])], fs | {3}, 1 in fs)
class E(Exception):
    def __init__(self, code, *rest): super().__init__(code, *rest); self.code = code
    def __str__(self): return f"E{self.code}"
try: raise E(5, "x")
except E as e: print(e, repr(e), e.args, e.code)
class KE(KeyError): pass
try: raise KE("k")
except LookupError as e: print(e, repr(e), e.args, isinstance(e, KeyError))
class Init(list):
    def __init__(self, n): super().__init__(range(n)); self.n = n
print(Init(3), Init(3).n)
class DD(dict):
    def __init__(self, **kw): super().__init__(kw); self.kw = kw
    def __getattr__(self, name): return self[name]
print(DD(a=1), DD(a=1).a)
class Count(dict):
    def __missing__(self, k): self[k] = 0; return 0
c = Count(); c["a"] += 1; c["a"] += 1; c["b"] += 1; print(c, c["zz"])
class Str2(str):
    def __new__(cls, v, tag): o = str.__new__(cls, v); o.tag = tag; return o
    def __eq__(self, other): return "eq!"
    def __hash__(self): return 5
    def __len__(self): return 99
x = Str2("v", 7); print(x, x.tag, x == "v", "v" == x, hash(x), len(x), x != "v")
class Num(int):
    def __new__(cls, v): return super().__new__(cls, v + 1)
    def __bool__(self): return False
    def __eq__(self, o): return int(self) == o
    __hash__ = int.__hash__
print(Num(1), bool(Num(5)), Num(1) == 2, 2 == Num(1), hash(Num(1)), {Num(1): "a"}[2], isinstance(Num(1), int), Num(3) + Num(4))
print(int.__add__(I(1), 2), list.__len__(L([1, 2])), str.upper(S("x")), dict.__getitem__(D(a=1), "a"), list.append, super(L, l).__len__())
class R(int):
    def __radd__(self, o): return "radd"
    def __rmul__(self, o): return "rmul"
print(1 + R(1), 1 * R(2), R(1) + 1, "a" * R(2), [1] * R(2), 2.0 + R(1))
