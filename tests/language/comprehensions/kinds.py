"""List, dict, set comprehensions and generator expressions."""
print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in range(3) for y in range(x)], [[j for j in range(i)] for i in range(4)])
print({k: v for k, v in zip("abc", range(3))}, sorted({x % 3 for x in range(10)}), list(x + 1 for x in range(3)), sum(x * x for x in range(10)), max(len(w) for w in ["a", "bbb"]))
print(any(x > 3 for x in range(5)), all(x < 3 for x in range(5)), ",".join(str(x) for x in range(3)), dict((x, x * 2) for x in range(2)), tuple(x for x in "ab"), sorted((-x for x in range(3))))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row], [x if x % 2 else -x for row in matrix for x in row if x > 1], list(zip(*matrix)))
x = "outer"
print([x for x in range(3)], x)
n = 3


def scope():
    n = 5
    return [n * i for i in range(n)], [(lambda: i * n)() for i in range(3)], [[n for n in range(2)] for _ in range(2)], n


print(scope(), n)
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in ["abc", "de"]], [i for i, (a, b) in enumerate([(1, 2)])], [c for c in "hello" if c not in "aeiou"], [None for _ in range(2)])
pairs = [(i, j, k) for i in range(1, 20) for j in range(i, 20) for k in range(j, 20) if i * i + j * j == k * k]
print(pairs)
g = (i * 10 for i in range(3))
print(next(g), next(g), list(g), list(g))
source = [1, 2, 3]
lazy = (v * 2 for v in source)
source.append(4)
print(list(lazy))


def noisy(v):
    print("see", v, end=" ")
    return v


print(any(noisy(v) > 1 for v in range(5)))
print(next(noisy(v) for v in range(5)))
primes = [p for p in range(2, 50) if all(p % d for d in range(2, int(p ** 0.5) + 1))]
print(primes, {w: len(w) for w in ("one", "three")}, {(i, j): i * j for i in range(2) for j in range(2)})
print([y := 1, y + 1], [t for v in range(3) if (t := v * 2) > 1], [fn(3) for fn in [lambda q: q + 1, lambda q: q * q]])
try:
    print([1 / v for v in (1, 0)])
except ZeroDivisionError as problem:
    print(problem)
try:
    [undefined_name for v in (1,)]
except NameError as problem:
    print(problem)
try:
    [v for v in 5]
except TypeError as problem:
    print(problem)
try:
    [a for a, b in [(1, 2, 3)]]
except ValueError as problem:
    print(problem)
