def inner():
    x = yield 1
    print("inner got", x)
    try:
        y = yield 2
    except ValueError as e:
        print("inner caught", e)
        y = yield 22
    return ("done", y)
def outer():
    r = yield from inner()
    print("outer", r)
    r = yield from [10, 20]
    print("outer", r)
    return 5
g = outer()
print(next(g), g.send("a"), g.throw(ValueError("v")), g.send("s"), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
def closer():
    try:
        yield 1
    finally:
        print("closed")
def o2():
    try:
        yield from closer()
    except GeneratorExit:
        print("GE")
        raise
g = o2()
next(g); g.close(); print("after")
def thrower():
    try:
        yield from iter([1, 2, 3])
    except KeyError as e:
        print("key", e)
        yield "k"
g = thrower()
print(next(g), g.throw(KeyError("q")))
def empty():
    return 3
    yield
def o3():
    print((yield from empty()))
print(list(o3()))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(4)))
try:
    list((yield_ for yield_ in 5))
except TypeError as e: print(e)
def bad():
    yield from 5
try: list(bad())
except TypeError as e: print(e)
def p479():
    yield 1
    raise StopIteration("x")
g = p479(); next(g)
try: next(g)
except RuntimeError as e: print(repr(e), repr(e.__cause__))
def self_run():
    yield next(me)
me = self_run()
try: next(me)
except ValueError as e: print(e)
def ign():
    for _ in range(3):
        try: yield 1
        except GeneratorExit: pass
g = ign(); next(g)
try: g.close()
except RuntimeError as e: print(e)
print(list(g))
def ret():
    try: yield 1
    except GeneratorExit: return 4
h = ret(); next(h); print(h.close())
h = ret()
try: h.send(1)
except TypeError as e: print(e)
def acc():
    total = 0
    while True:
        v = yield total
        if v is None: return total
        total += v
def gather(out):
    while True:
        out.append((yield from acc()))
out = []
g = gather(out); next(g)
for v in [1, 2, 3, None, 10, None]: print(g.send(v))
print(out)
