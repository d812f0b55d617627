"""Tuples."""
t = (1, "a", 2.5)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), t * 2, (0,) * 3, () + (), "a" in t, t.index("a"), t.count(1))
print((1,), (), ((),), ((1,),), tuple([1, 2]), tuple("ab"), tuple(range(3)), tuple(), (1, (2, (3,))))
print((1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), (1, 2) != (2, 1), () < (0,), (1, "a") < (2, 0), (1, 2) == [1, 2], (1.0, True) == (1, 1))
a, b = b, a = 1, 2
print(a, b)
x = 1, 2, 3
print(x, type(x).__name__, hash((1, 2)) == hash((1, 2)), {(1, 2): "v"}[1, 2], {(1, 2), (1, 2)})
points = [(2, 1), (1, 5), (1, 2)]
print(sorted(points), max(points), min(points, key=lambda p: p[1]), [p[0] for p in points], dict(points), (1, 2) in points)
for function in (lambda: t[3], lambda: t["a"], lambda: t.append(1), lambda: t + [1], lambda: (1, 2) < (1, "a"), lambda: hash((1, [])), lambda: (1,).index(5), lambda: t < 5):
    try:
        print(function())
    except (IndexError, TypeError, AttributeError, ValueError) as problem:
        print(type(problem).__name__, problem)
try:
    t[0] = 5
except TypeError as problem:
    print(problem)
try:
    del t[0]
except TypeError as problem:
    print(problem)
nested = ([1], [2])
nested[0].append(5)
print(nested)
try:
    nested[0] += [6]
except TypeError as problem:
    print(problem, nested)
print(max((1, 2), (1, 3)), sum((1, 2, 3)), any((0, 0)), all(()), list(zip((1, 2), "ab")), list(enumerate(("x", "y"), 1)))
