"""Operands, arguments and targets are evaluated in Python's order."""


def p(label, value=0):
    print(label, end=" ")
    return value


def line():
    print()


p("a", 1) + p("b", 2) * p("c", 3) - p("d", 4) ** p("e", 2); line()
p("a", 1) < p("b", 2) < p("c", 3); line()
p("a", 5) < p("b", 2) < p("never", 3); line()
p("a", 0) and p("never"); line()
p("a", 1) and p("b", 0) or p("c", 3); line()
p("then", 1) if p("test", 1) else p("never"); line()
p("never") if p("test", 0) else p("else"); line()
[p("1"), p("2"), *p("3", [1]), p("4")]; line()
{p("k1", 1): p("v1"), p("k2", 2): p("v2"), **p("rest", {})}; line()
(p("t1"), p("t2")); line()
{p("s1", 1), p("s2", 2)}; line()


def f(*args, **kwargs):
    print("called", end=" ")
    return lambda *a: p("inner call")


p("function", f)(p("a1"), *p("star", [1, 2]), p("a2"), key=p("kw"), **p("kws", {"z": 1})); line()
f(p("x"))(p("y")); line()
items = [0, 0, 0]
p("list", items)[p("index", 1)] = p("value", 5); line()
p("list", items)[p("index", 1)] += p("value", 5); line()
p("l1", items)[p("i1", 0)], p("l2", items)[p("i2", 1)] = p("v1", 7), p("v2", 8); line()
print(items)
p("l1", items)[p("i1", 0)] = p("l2", items)[p("i2", 2)] = p("value", 9); line()
print(items)
p("a", items)[p("start", 0):p("stop", 2):p("step", 1)]; line()
del p("list", items)[p("index", 0)]; line()
d = {}
p("d", d)[p("key", "k")] = p("v", 1); line()
p("obj", "text").replace(p("old", "t"), p("new", "T")); line()
assert p("test", 1), p("never"); line()
for x in p("iterable", [1]):
    p("body")
line()
n = 2
while p("test", n):
    n -= p("body", 1)
line()
not p("a"); -p("b"); ~p("c"); line()
f"{p('first')}{p('second'):{p('width', 3)}}{p('third')}"; line()
"%s %s" % (p("m1"), p("m2")); line()
lambda: p("never"); line()


def g(a=p("default a"), b=p("default b")):
    p("g body")


g(); line()
p("x", 1) in p("y", [1]); p("x", 1) is p("y", 1); p("x", 1) not in p("y", []); line()
print(p("inner1"), p("inner2")); line()
x = 5
x += p("rhs", x); print(x)


def change():
    global x
    x = 100
    return 1


x = 1
x = x + change(); print(x)
x = 1
x += change(); print(x)
x = 1
x = change() + x; print(x)
y = [1, 2, 3]


def shrink():
    y.pop()
    return 0


y[shrink()] = len(y); print(y)
print(y[0] + shrink() + len(y), y)
z = [1]
z[0] += (z.append(5), 10)[1]; print(z)
a = [1, 2]
a[0], a[a[0]] = 0, 9
print(a)
i = 0
i, b = 1, [i, i]
print(i, b)
