# Calls of caches: compiled code does what they do by functions of its own, and nobody sees these.
import traceback
import warnings
from functools import cache, lru_cache


@lru_cache(maxsize=None)
def ways(n, k):
    if n == 0:
        return 1
    if n < 0 or k == 0:
        return 0
    return ways(n - k, k) + ways(n, k - 1)


def counted():
    for top in range(20, 44, 4):
        print(ways(top, top), ways.cache_info())
    ways.cache_clear()
    print(ways(400, 12), ways.cache_info())


@lru_cache
def square(n):
    return n * n


@lru_cache(maxsize=3)
def few(n):
    calls.append(n)
    return n % 2 or None


calls = []


def bounded():
    total = 0
    for i in range(400):
        total += square(i % 100) + square(i % 130 * 1.5)
    print(total, square.cache_info())
    for n in [1, 2, 3, 1, 4, 1, 2, 5, 1, 3] * 20:
        few(n)
    print(len(calls), calls[:24], few.cache_info())


@cache
def kind(value):
    return type(value).__name__


def kinds():
    seen = []
    for i in range(120):
        for value in (1, 1.0, True, "1", (1,), None, 1 + 0j, 10**30):
            seen.append(kind(value))
    print(seen[:8], seen[-8:], kind.cache_info())
    for value in ([1], {}, (1, [2])):
        try:
            for i in range(60):
                kind(i if i < 55 else value)
        except TypeError as error:
            print(error, [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)])


class Grid:
    def __init__(self, rows):
        self.rows = rows

    @lru_cache(maxsize=None)
    def best(self, r, c):
        if r < 0 or c < 0:
            return -1000
        if r == 0 and c == 0:
            return self.rows[0][0]
        return self.rows[r][c] + max(self.best(r - 1, c), self.best(r, c - 1))


def methods():
    grid = Grid([[r * c % 7 for c in range(14)] for r in range(14)])
    print(grid.best(13, 13), Grid.best.cache_info())
    other = Grid([[1] * 9] * 9)
    print(sum(other.best(r, c) for r in range(9) for c in range(9)), Grid.best.cache_info())


def inner(words):
    @cache
    def distance(i, j):
        if i == 0 or j == 0:
            return i + j
        if a[i - 1] == b[j - 1]:
            return distance(i - 1, j - 1)
        return 1 + min(distance(i - 1, j), distance(i, j - 1), distance(i - 1, j - 1))

    total = 0
    for a in words:
        for b in words:
            distance.cache_clear()
            total += distance(len(a), len(b))
    print(total, distance.cache_info())


@cache
def fails(n):
    if n == 47:
        warnings.warn(f"about {n}", stacklevel=2)
    return 100 // (50 - n)


def failing():
    total = 0
    for n in range(60):
        total += fails(n)
    return total


def told():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            failing()
        except ZeroDivisionError as error:
            frames = traceback.extract_tb(error.__traceback__)
            print([(frame.name, frame.lineno) for frame in frames], fails.cache_info())
    print([(str(told.message), told.lineno) for told in caught])


@cache
def deep(n):
    return 0 if n == 0 else deep(n - 1) + 1


def depths():
    reached = []
    for n in range(0, 700, 50):
        deep.cache_clear()
        try:
            reached.append(deep(n))
        except RecursionError as error:
            reached.append(str(error))
    print(reached)
    print(deep(80), deep.cache_info())


@cache
def shrinks(n):
    if n % 40 == 0:
        shrinks.cache_clear()
    return n if n < 2 else shrinks(n - 1) - shrinks(n - 2)


@lru_cache(maxsize=None, typed=True)
def typed(x):
    return repr(x)


def others():
    print([shrinks(n) for n in range(0, 200, 7)], shrinks.cache_info())
    print(sorted({typed(x) for i in range(100) for x in (i % 3, i % 3 * 1.0)}), typed.cache_info())
    print(sum(square(n=i % 5) for i in range(100)), square.cache_info())
    print(sum(ways(*pair) for pair in [(3, 4), (5, 2)] * 50), ways.cache_info())


for part in (counted, bounded, kinds, methods, told, depths, others):
    part()
inner(["kitten", "sitting", "sits", "bitten", "mitten" * 3])
