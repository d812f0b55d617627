"""range objects."""
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(5, 0), range(0), range(-3, 3), range(3, -3, -1), range(10**20, 10**20 + 3), range(0, 10**30, 10**29 * 4)):
    print(r, list(r), len(list(r)), bool(r), r.start, r.stop, r.step)
r = range(0, 100, 7)
print(r[0], r[-1], r[3], r[2:5], r[::-1], r[::2], 14 in r, 15 in r, 14.0 in r, "a" in r, r.index(21), r.count(21), len(r))
print(range(5) == range(0, 5, 1), range(0) == range(3, 1), range(1, 5, 2) == range(1, 6, 2), hash(range(3)) == hash(range(0, 3)), range(3) != range(4))
print(list(reversed(range(5))), sum(range(101)), max(range(5)), min(range(3, 9)), sorted(range(5), reverse=True), tuple(range(3)), list(range(True)))
for function in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range("a"), lambda: range(), lambda: range(5)[5], lambda: range(5)[-6], lambda: range(3).index(9), lambda: range(1, 2, 3, 4)):
    try:
        print(function())
    except (ValueError, TypeError, IndexError) as problem:
        print(type(problem).__name__, problem)
total = 0
for i in range(10, -11, -5):
    for j in range(i, i + 3):
        total += i * j
print(total, i, j)
for i in range(3):
    print(i, end=" ")
    i = 100
print(i)
n = 3
for i in range(n):
    n = 10
    print(i, n, end=" ")
print()
it = iter(range(3))
print(next(it), next(it), list(it), list(it), next(it, "end"))
for i in range(9223372036854775805, 9223372036854775810):
    print(i, end=" ")
print()
for i in range(-9223372036854775807, -9223372036854775812, -2):
    print(i, end=" ")
print()
