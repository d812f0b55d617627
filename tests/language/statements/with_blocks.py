class C:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name); return self
    def __exit__(self, *args):
        print("exit", self.name, args[0].__name__ if args[0] else None, args[1]); return self.swallow
    def __repr__(self): return f"C({self.name})"
with C("a") as a, C("b") as b:
    print(a, b)
with (C("p") as p, C("q"),):
    print(p)
with C("x", True):
    raise ValueError("gone")
try:
    with C("y"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)
def f(n):
    for i in range(n):
        with C(i) as c:
            if i == 0: continue
            if i == 1: return c
            print("body", i)
print(f(3))
for i in range(5):
    with C(i):
        if i == 1: break
class T:
    pass
t = T(); d = {}
with C("t") as t.attr, C("d") as d["k"]:
    print(t.attr, d)
class L:
    def __enter__(self): return [1, [2, 3]]
    def __exit__(self, *a): pass
with L() as (one, [two, three]):
    print(one, two, three)
with L() as [one, *rest]:
    print(one, rest)
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
for c in [NoExit, NoEnter, T]:
    try:
        with c(): pass
    except TypeError as e: print(e)
class Bad:
    def __enter__(self): return 1
    def __exit__(self, *a): raise RuntimeError("in exit")
try:
    with Bad():
        raise ValueError("first")
except RuntimeError as e:
    print(repr(e), repr(e.__context__))
try:
    with C("out"):
        with Bad(): pass
except RuntimeError as e: print(e)
def gen():
    with C("gen"):
        yield 1
        yield 2
g = gen(); print(next(g)); g.close(); print("closed")
inst = C("own"); inst.__enter__ = None
with inst: print("type lookup")
def nested():
    with C("n1"):
        try:
            with C("n2"):
                return "r"
        finally:
            print("fin")
print(nested())
with C("w1", True) as w, C("w2"):
    1 / 0
def cm():
    with C("z") as z:
        def inner(): return z
        return inner
print(cm()())
class AsyncC:
    async def __aenter__(self): print("aenter"); return 5
    async def __aexit__(self, *a): print("aexit", a[0]); return True
async def m():
    async with AsyncC() as v, AsyncC(): print(v)
    async with AsyncC(): raise ValueError
    return "end"
try: m().send(None)
except StopIteration as e: print(e.value)
class AI:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def k():
    async for x in AI(3): print(x)
    print([x async for x in AI(2)], [x async for x in AI(4) if x % 2])
    async for a in AI(2):
        if a == 1: continue
        break
    else: print("no")
try: k().send(None)
except StopIteration: pass
class Aw:
    def __await__(self):
        r = yield "req"
        return r
async def aw():
    return await Aw(), await Aw()
c = aw(); print(c.send(None), c.send(1))
try: c.send(2)
except StopIteration as e: print(e.value)
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
for p in [P(0, 0), P(1, 2), P(3, 3), (1, 2)]:
    match p:
        case P(0, 0): print("origin")
        case P(x, y) if x == y: print("diag", x)
        case P(x=a, y=b): print("P", a, b)
        case _: print("none")
try:
    match P(1, 2):
        case P(1, 2, 3): pass
except TypeError as e: print(e)
class E:
    RED = 1
match 1:
    case E.RED: print("red")
match C("m"):
    case C(name="m", swallow=False) as c: print(c)
class body:
    match 5:
        case n: pass
    with C("cls") as cc: z = 1
print(body.n, body.cc)
