from functools import lru_cache, cache, partial, reduce
import sys
@cache
def even(n): return True if n == 0 else odd(n - 1)
@cache
def odd(n): return False if n == 0 else even(n - 1)
print([even(n) for n in range(0, 300, 7)], even.cache_info(), odd.cache_info())
def make(k):
    @lru_cache(maxsize=None)
    def f(n):
        return k if n < 2 else f(n - 1) + f(n - 2)
    return f
tot = 0
for k in range(60):
    f = make(k)
    tot += f(30)
    tot += f.cache_info().hits
print(tot)
class A:
    base = 3
    @cache
    def p(self, n): return self.base if n == 0 else self.p(n - 1) * 2 % 1009
    @classmethod
    @cache
    def c(cls, n): return n * cls.base
    @staticmethod
    @lru_cache(maxsize=2)
    def s(n): return n - 1
class B(A):
    base = 5
xs = [A(), B(), A()]
r = 0
for i in range(400):
    for x in xs:
        r += x.p(i % 50) + x.c(i % 20) + x.s(i % 3) + type(x).c(4)
print(r, A.p.cache_info(), A.s.cache_info(), A.__dict__['c'].__func__.cache_info())
@lru_cache(maxsize=None)
def boom(n):
    if n % 13 == 12: raise ValueError(n)
    return n if n < 3 else boom(n - 1) + 1
errs = 0; vals = 0
for n in range(200):
    try: vals += boom(n % 30)
    except ValueError as e: errs += e.args[0]
print(vals, errs, boom.cache_info())
@lru_cache(None)
def d(a, b=2, *c, k=1): return a + b + sum(c) + k
t = 0
for i in range(300):
    t += d(i % 5) + d(i % 5, 3) + d(i % 5, 3, 4, 5) + d(i % 5, k=7) + d(a=1)
print(t, d.cache_info())
def apply(f, n): return f(n)
g = cache(lambda x: x * x)
u = 0
for i in range(500): u += apply(g, i % 9) + apply(even, i % 9) + apply(partial(pow, 2), i % 9) + apply(abs, -i)
print(u, g.cache_info())
ps = [partial(lambda a, b, c=0: a * 100 + b * 10 + c, i) for i in range(4)]
v = 0
for i in range(400): v += ps[i % 4](i % 7) + ps[i % 4](1, c=3) + partial(ps[1], 2)()
print(v)
q = partial(print, "x", sep="-")
for i in range(3): q(i)
@cache
def big(n): return 1 if n == 0 else n * big(n - 1)
w = 0
for i in range(300): w += big(i % 60) % 10**9
print(w, big(100))
@cache
def flt(x): return x if x < 1 else flt(x / 2) + 0.5
print(sum(flt(i * 0.37) for i in range(500)), flt.cache_info())
@cache
def st(s): return "" if not s else st(s[1:]) + s[0]
print([st("abc" * k) for k in range(12)][-1], st.cache_info())
@cache
def tup(t): return t[0] if len(t) == 1 else max(tup(t[1:]), t[0])
z = 0
for i in range(200): z += tup((i % 5, i % 7, i % 11, i % 3))
print(z, tup.cache_info())
sys.setrecursionlimit(400)
@cache
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
for i in range(6):
    try: print(deep(150 + i * 20)); deep.cache_clear()
    except RecursionError as e: print(e, deep.cache_info())
@lru_cache(maxsize=5)
def lim(a, b): return a ^ b
h = 0
for i in range(2000): h += lim(i % 3, i % 2) + lim(i % 4, 1)
print(h, lim.cache_info(), lim.cache_parameters(), lim.__wrapped__(3, 4))
@cache
def none(n):
    global calls
    calls += 1
    return None
calls = 0
for i in range(300): none(i % 6)
print(calls, none.cache_info())
nan = float("nan")
@cache
def nn(x): return x
for i in range(100): nn(nan); nn(-0.0); nn(0.0); nn(0); nn(False); nn(1); nn(True); nn(1.0)
print(nn.cache_info().currsize)
