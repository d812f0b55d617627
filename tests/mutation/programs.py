import math, sys
from time import perf_counter as clock
from math import (sqrt, floor as down)

total = 0
for i in range(1, 10, 2):
    total += i * (i + 1) // 2
else:
    print("sum", total)

while n < limit and abs(z) < 2.0:
    z = z*z + c
    n += 1
    if n % 16 == 0: continue
    elif not z: break
    else: pass

def area(width, height=2, *rest, unit="m", **more) -> float:
    """The area."""
    global count
    return width * height, unit

def outer(a, /, b, *, c=None):
    def inner(x: int = 3):
        nonlocal b
        b = lambda u, v=1: u + v
        return b
    return inner

try:
    value = table[key]["x"].real
except (KeyError, ValueError) as error:
    raise RuntimeError("no " + key) from error
except TypeError:
    pass
else:
    x = 1
finally:
    del table[key]

a, (b, *c) = 1, [2, 3, 4]
x = y = z[1:2, ::3] = -2 ** -n
first, = rows[0]
x: float = 0.5
d.e += 1; d[0] **= 2
matrix = [[i * j for j in range(n) if j % 2] for i in range(n)]
unique = {x for x, y in pairs if x if y}
index = {k: v for k, v in zip("abc", (1, 2, 3))}
table = {"a": 1, **other, 'b': [1, 2][0]}
print(*rows, sep=", ", **options)
f(x)(y)[z].w(a, *b, c=1, **d)
print(f"{x:>10.3f} {y!r:^{width}} {{}} {z=}")
print('%d of %s' % (n, name), "e", b"\x00", r'\d')
text = "one" 'two' """three"""
x = a if b else c if d else e
ok = 0 <= i < n and not (j is None or k not in seen) != (l is not m)
bits = ~a & 0xFF | b ^ 0b101 << 2 >> 1
numbers = 1_000, 0o17, 1e-5, 2.5j, .5, 10.
if (n := len(rows)) > 10: print(n)
assert n > 0, "too small"
squares = list(map(lambda v: v ** 2, rows))
total = sum(x * x for x in rows)
return_value = yield_count = None

result = (a +
          b * [c,
               d])

long = a + \
    b

class Point(Base, metaclass=Meta):
    x = 0
    def move(self, dx):
        self.x += dx
        return self

@cache
@wrap(3)
def decorated(): yield 1; yield from rows

with open(name) as file, lock:
    data = file.read()

match point:
    case [x, 0] | (0, x): print(x)
    case {"a": 1, **rest} if rest: pass
    case Point(x=1, y=_): pass
    case _: pass

async def fetch():
    async with a as b:
        await c
    return [x async for x in d]

if True:
    if x:
        y = 1
    z = 2

def count(n):
    while True:
        if n == 0:
            return 0
        n -= 1

del a, b[0], c.d
raise ValueError
import a.b as c
