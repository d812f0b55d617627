# What CPython says of texts that are no programs.
def srcs():
    for src in """return 1
yield 1
await x
class A: return 1
def f(x):
    global x
def f():
    x = 1
    global x
def f():
    print(x)
    global x
def f():
    nonlocal x
nonlocal x
def f(x):
    nonlocal x
def f():
    global x
    nonlocal x
def f(a, a): pass
def f():
    def g():
        nonlocal zz
[i := 0 for i in range(3)]
[[(j := 0) for j in range(3)] for k in range(3)]
[i for i in (x := range(3))]
class C: [(z := 1) for _ in range(3)]
break
continue
async def f(): yield from x
def f(): await x
def f(): async with a: pass
[await x for x in y]
def f(): [x async for x in y]
x: int, y = 1
(x, y): int = 1
*a = 1
*a, *b = 1
del f()
del *a
del 1
f() = 1
1 = x
a + 1 = 2
x = yield = 1
None = 1
f(x=1, 2)
f(**a, *b)
f(a for a in b, c)
lambda: (yield)
def f(a=1, b): pass
def f(*): pass
def f(*, **k): pass
import *
from a import *, b
def f():
    from a import *
for 1 in x: pass
with a as 1: pass
try: pass
except*: pass
try: pass
except A: pass
except* B: pass
for i in range(3): 
    try: pass
    except* A: break
print 1
exec "x"
raise a, b
if x = 1: pass
while x := 1: break
x = (y = 1)
{**a for a in b}
[*a for a in b]
(*a)
*a
a, *b := 1
f(a := 1, b=(c := 2))
f(a=b := 1)
@x y
class C(x for x in y): pass
return
async def f():
    return 1
    yield 2
global x; x = 1
def f(): 
    x: int
    global x
def f():
    for x in y: pass
    global x
x.y: int
__debug__ = 1
f(__debug__=1)
def __debug__(): pass
print [x for x in y]
print [] == [1,]
print not n
print [] or 5, 6
print [a b]
print [1] x
x = [exec [a for a in b]]
[print [1] 2]
print[1] = 2 3
print -1 if x
lambda: print ~x y""".split("\n"):
        yield src
pending = []
def check(text):
    try:
        compile(text, "<t>", "exec")
        print("ok", repr(text))
    except SyntaxError as e:
        print(type(e).__name__, repr(text), e.msg, e.lineno)
cur = []
for line in srcs():
    if line.startswith((" ", "except")) :
        cur.append(line)
    else:
        if cur: check("\n".join(cur) + "\n")
        cur = [line]
check("\n".join(cur) + "\n")
