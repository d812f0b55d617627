# Fields are shown one after the other: what a later one does is not seen by an earlier one, and comes after what shows it.
class S:
    def __init__(s, n): s.n = n
    def __str__(s): print("str", s.n); return "S"
    __repr__ = __str__
def g(): print("g"); return S(9)
print("%s %s" % (S(1), g()))
print("%s %r %s" % (S(1), g(), S(2)))
print("%s %s" % (S(1), S(2)))
x = 1
def h():
    global x
    x += 1
    return x
print("%s %s %s" % (x, h(), x))
print("%d %s %d" % (x, h(), x))
print(f"{S(1)} {g()} {x} {h()} {x:{h()}} {x}")
print(f"{x:{h()}} {x} {h():{x}}")
def gen():
    r = f"{x} {(yield 1)} {x}"
    yield r
it = gen(); next(it); x = 100; print(it.send('sent'))
count = 0
def inc():
    global count
    count += 1
    return count
print(f"{count} {inc()} {count}")
def f():
    n = 0
    def g():
        nonlocal n
        n += 1
        return n
    l = [1]
    return f"{n} {g()} {n} {l} {l.append(2)} {l} {(n := 10)} {n}", "%s %s %s" % (n, g(), n)
print(f())


def raises_first():
    try:
        return f"{'x':d}{g()}"
    except ValueError as problem:
        return problem


print(raises_first())
