def g(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)
a = g("a"); next(a)
del a
print("after del")
a = g("b"); next(a); a = None
print("after rebind")
def f():
    x = g("local"); next(x)
    print("leaving f")
f()
print("after f")
for v in g("loop"):
    break
print("after loop")
for i in range(3):
    k = g(i); next(k)
print("loop of drops")
del k
lst = [g("l1"), g("l2")]
for x in lst: next(x)
x = None
del lst[1], lst[0]
print("cleared")
fresh = g("fresh"); del fresh
done = g("done"); list(done); del done
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a[0] and a[0].__name__)
def w():
    with CM():
        yield 5
t = w(); next(t); del t
def outer():
    try:
        yield from g("inner")
    finally:
        print("outer closed")
o = outer(); next(o); del o
print("end of delegation")
counter = 0
def c():
    global counter
    try: yield
    finally: counter += 1
def many():
    for i in range(300):
        z = c(); next(z)
many()
print(counter)
it = iter(g("zip"))
print(list(zip([1], it))); del it
print("next is end")
async def agen():
    try: yield 1
    finally: print("agen closed")
async def use():
    async for x in agen(): break
    print("after async break")
try: use().send(None)
except StopIteration: pass
last = g("at exit"); next(last)
