def f():
    a = list((y := i) for i in range(3))
    return y, a
print(f())
print(any((w := v) > 2 for v in [1, 2, 3, 4]), w)
def g():
    total = 0
    b = [total := total + v for v in range(5)]
    return total, b
print(g())
def h():
    def k(): return z
    c = [[(z := i * j) for j in range(3)] for i in range(3)]
    return k(), c
print(h())
def m():
    nonlocal_ = 5
    def n():
        nonlocal nonlocal_
        [nonlocal_ := q for q in range(3)]
        return list((nonlocal_ := q) for q in range(7))
    return n(), nonlocal_
print(m())
def o():
    global gg
    return sum((gg := t) for t in range(4))
print(o(), gg)
lam = lambda: [(p := 3) for _ in range(2)] + [p]
print(lam())
