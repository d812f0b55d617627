"""Everything a for loop can walk over, hot."""


def total(iterable):
    result = 0
    for x in iterable:
        result += x
    return result


n = 3000
print(total(range(n)), total(range(n, 0, -2)), total([0.5] * n), total((1, 2, 3) * 1000), total({i: 1 for i in range(n)}), total(set(range(n))), total(map(lambda v: v * 2, range(n))), total(x for x in range(n) if x % 2), total(reversed(range(n))), total(filter(None, range(n))), total({i: i * i for i in range(n)}.values()))


def pairs(n):
    result = 0
    for i, x in enumerate([1.5] * n):
        result += i * x
    for a, b in zip(range(n), range(n, 0, -1)):
        result += a * b
    for k, v in {i: -i for i in range(n)}.items():
        result += k * v
    for i, (a, b) in enumerate(zip("ab" * 10, range(20)), 5):
        result += i * b
    for a, b, c in [(1, 2, 3), (4, 5.5, 6)] * (n // 2):
        result += a * b - c
    return result


print(pairs(n))


def modified(n):
    items = [1]
    count = 0
    for x in items:
        count += x
        if len(items) < n:
            items.append(x + 1)
    return count, len(items)


def rows(n):
    grid = [[i + j for j in range(10)] for i in range(n)]
    result = 0
    for row in grid:
        for value in row:
            result += value
    for row in grid:
        row[0] = 0.5
    for row in grid:
        for value in row:
            result += value
    return result


def strings(n):
    result = 0
    for ch in "abcdefghij" * n:
        if ch == "c" or ch in "xyz":
            result += 1
    return result


def stepwise(n):
    it = iter(range(n))
    result = 0
    for x in it:
        result += x
        if x % 3 == 0:
            result -= next(it, 0)
    return result


def exhausted(n):
    it = iter([1, 2, 3])
    count = 0
    for _ in range(n):
        for x in it:
            count += x
    return count


def large_steps(n):
    result = 0
    for i in range(-2**62, 2**62, 2**62 // n):
        result ^= i
    return result


def last_values(n):
    for i in range(n):
        for j in range(i % 4):
            pass
    return i, j


def variable_changed(n):
    result = 0
    for i in range(n):
        result += i
        i = i * 2
        result += i
    return result, i


print(modified(2000), rows(200), strings(200), stepwise(3000), exhausted(1000), large_steps(1000), last_values(1000), variable_changed(2000))
print([x * y for x in range(40) for y in range(40) if (x + y) % 13 == 0][-5:], sum([x * 0.5 for x in range(5000)]), len({x % 77 for x in range(5000)}), sorted({x: x * x for x in range(2000)}.items())[-1])
