"""Docstring."""
import a.b.c as d, e
from . import f
from ...g.h import (i as j, k,)
from l import *
x: int
y.z: "str" = 1
(w): float = 2
a = b = *c, d = e
a += 1; b -= c; d **= 2; e //= 3; f @= g; h >>= 1
del a, b[0], (c, [d.e])
assert a, 'm'
global p, q
raise
raise A from B
pass; ...;
if a: b
elif c:
    d
elif e: f
else:
    g
while (n := f()) > 1:
    break
else: continue_ = 1
for i, (j, *k) in *a, b: continue
else:
    pass
try:
    a
except A: b
except (B, C) as d:
    e
except:
    f
else:
    g
finally: h
try: a
except* A as b: c
try: a
finally: b
with a: pass
with a as b, c as (d, e): pass
with (a as b, c,): pass
with (a, b): pass
with (a, b) as c: pass
with (a): pass
with (yield_), b: pass
with (a := b): pass
@dec
@dec.b(1)
class A(B, *C, metaclass=D, **E):
    x = 1
    @property
    def f(self, a, /, b: int = 1, *args: T, c, d=2, **kw: U) -> None:
        nonlocal_ = yield
        return a, *b
class A: pass
class B(): pass
async def f():
    async with a as b, c: pass
    async for x in y:
        await z, [x async for x in y if a for z in await x]
    else: return
def g(*args: *Ts, a): yield from x; return
def h(a, b=1, *, c, d=2): nonlocal_ = 1
def i(a, b, /): pass
if 1:
	tab
if 2:
    x = [
1, 2
    ]   # comment

    # another
  # less
    y = 1 + \
  2
print(match, case, _, type)
