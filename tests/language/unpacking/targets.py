"""Unpacking into every kind of target."""
a, b = 1, 2
a, b = b, a
(c, d), e = (3, 4), 5
[f, [g, *h]] = [6, [7, 8, 9]]
print(a, b, c, d, e, f, g, h)
first, *middle, last = range(6)
*start, end = "abc"
head, *tail = [1]
print(first, middle, last, start, end, head, tail)
items = [0, 0, 0]
i = 0
i, items[i], items[i + 1] = 1, "one", "two"
print(i, items)
d = {}
d["x"], d["y"] = 10, 20
items[0], d["z"], *items[1:] = "p", "q", "r", "s"
print(d, items)
x = y = z = [1]
print(x is y is z)
m, n = o = (1, 2)
print(m, n, o)
a = b, c = [5, 6]
print(a, b, c)
for k, (p, *q) in {"a": (1, 2, 3), "b": "xy"}.items():
    print(k, p, q)
(a,) = [1]
[b] = (2,)
() = []
[] = ()
print(a, b, [*range(3), *"ab", 5], (*[1], 2), {*[1, 1]}, {**{"a": 1}, "b": 2, **{"a": 3}}, *[1, 2], [*{}, *()])
t = 1, *[2, 3], 4
print(t, *t, sep=",")


def give():
    return 1, (2, 3)


one, (two, three) = give()
print(one, two, three)
x, y, z = (v * v for v in range(3))
print(x, y, z)
a, b, c = "xyz"
a, b = {1: "i", 2: "j"}
print(a, b, c)
for bad in (lambda: (1, 2, 3), lambda: (1,), lambda: 5, lambda: [], lambda: "abc", lambda: None, lambda: 1.5, lambda: {}, lambda: range(9)):
    try:
        p, q = bad()
        print(p, q)
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
try:
    a, *b, c = [1]
except ValueError as problem:
    print(problem)
try:
    a, b, *c = []
except ValueError as problem:
    print(problem)
try:
    (a, b), c = [1, 2], [3], 4
except ValueError as problem:
    print(problem)
fib = [0, 1]
for _ in range(10):
    *_, p, q = fib
    fib.append(p + q)
print(fib)
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
grid = [[1, 2], [3, 4]]
grid[0][0], grid[1][1] = grid[1][1], grid[0][0]
(grid[0][1], grid[1][0]) = (grid[1][0], grid[0][1])
print(grid)
s = [1, 2, 3, 4]
s[0], s[1:3], (t, s[-1]) = "a", "bc", ("t", "z")
print(s, t)
