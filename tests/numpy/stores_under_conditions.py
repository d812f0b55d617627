"""Loops that store under a condition, or whose iterations all read an element that one of them writes."""
import warnings

import numpy as np

warnings.simplefilter("always")


def told(work, *arguments):
    """What a function gives, with what was warned of."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        result = work(*arguments)
    return result, sorted({str(each.message) for each in heard})


def shorten(paths):
    size = len(paths)
    for k in range(size):
        for i in range(size):
            for j in range(size):
                through = paths[i, k] + paths[k, j]
                if through < paths[i, j]:
                    paths[i, j] = through
    return paths


def relax(costs, rest, k):
    for j in range(len(costs)):
        if costs[j] > costs[k] + rest[j]:
            costs[j] = costs[k] + rest[j]
    return costs


def keep(values, least):
    for i in range(len(values)):
        if values[i] >= least:
            pass
        else:
            values[i] = least
    return values


def scale(values, k):
    for i in range(len(values)):
        values[i] = values[i] * values[k]
    return values


def two(values, j, k):
    for i in range(len(values)):
        values[i] = values[i] + values[j] - values[k]
    return values


def upwards(values, k):
    i = 0
    last = len(values) - 1
    while i <= last:
        values[i] = values[i] * 0.5 + values[k]
        i += 1
    return values


def shifted(to, values, k):
    for i in range(len(to)):
        x = values[i] + values[k]
        if x > to[i]:
            to[i] = x
    return to


def counted(counts, values, k):
    for i in range(len(counts)):
        x = values[i] * values[k]
        n = 0
        while n < 20 and x < 50.0:
            x = x * 1.5 + 1.0
            n += 1
        counts[i] = n
    return counts


def numbers(count):
    return np.array([(i * 7919 % 101) * 0.25 - 5.0 for i in range(count)])


for size in 5, 8, 17, 40:
    paths = np.full((size, size), np.inf)
    for i in range(size):
        paths[i, i] = 0.0
        for step in 1, 3, 7:
            paths[i, (i * step + 1) % size] = (i * 31 + step * 17) % 23 + 1.0
    result, heard = told(shorten, paths)
    print(size, result.sum(), result[size // 2].tolist()[:6], heard)

negative = np.full((20, 20), 30.0)
for i in range(20):
    negative[i, (i * 3 + 1) % 20] = -1.0 - i % 3
print(told(shorten, negative)[0].sum())
mixed = numbers(400).reshape(20, 20).copy()
mixed[3, 4] = np.inf
mixed[5, 6] = -np.inf
mixed[7, 8] = np.nan
result, heard = told(shorten, mixed)
print(np.isnan(result).sum(), np.isinf(result).sum(), heard)

for k in range(40):
    print(k, relax(numbers(40), numbers(40)[::-1].copy(), k).sum(), scale(numbers(40) * 0.1, k).sum(),
          two(numbers(40), k, 39 - k).sum(), two(numbers(40), k, k).sum(), upwards(numbers(40), k).sum())
print(keep(numbers(37), 1.5).sum(), keep(np.array([1, -2, 3] * 13), 2).tolist())
whole = numbers(60)
for shift in [*range(-9, 10), *range(-9, 10)]:
    base = numbers(60)
    to, values = base[20:50], base[20 + shift:50 + shift]
    a = shifted(to, values, 3).sum()
    base = numbers(60)
    to, values = base[20:50], base[20 + shift:50 + shift]
    b = shifted(to, values, 21).sum()
    base = numbers(60)
    to, values = base[20:50], base[20 + shift:50 + shift]
    c = scale(to, abs(shift)).sum() + values.sum()
    print(shift, a, b, c, base.sum())

for kind in np.int32, np.int16, np.uint8, np.int64, np.float32, np.float64, np.bool_:
    print(kind.__name__, counted(np.zeros(33, dtype=kind), numbers(33), 5).tolist()[:12])
memory = bytearray(8 * 80)
for start in range(0, 96, 4):
    memory[:] = numbers(80).tobytes()
    values = np.frombuffer(memory, dtype=np.float64, count=40)
    counts = np.frombuffer(memory, dtype=np.int32, count=40, offset=start + 160)
    other = np.frombuffer(memory, dtype=np.float64, count=30, offset=start - start % 8)
    print(start, counted(counts, values, 3).sum(), counted(counts, values, 25).sum())
    memory[:] = numbers(80).tobytes()
    result, heard = told(shifted, other, values, 4)
    with np.errstate(all="ignore"):
        print(np.nansum(np.where(np.abs(result) < 1e6, result, 0.0)), heard)

locked = numbers(20)
locked.flags.writeable = False
print(keep(locked, -100.0).sum())
try:
    keep(locked, 100.0)
except ValueError as error:
    print(error)
huge = np.full(30, 1e308)
huge[11] = -1e308
print(told(shifted, np.zeros(30), huge, 2))
print(told(shifted, np.zeros(30), np.array([1.0, np.inf, -np.inf] * 10), 2))
print(told(shifted, np.zeros(30), np.array([1.0, np.nan, -np.inf] * 10), 2))
with np.errstate(over="raise", invalid="raise"):
    for values in huge, np.array([1.0, np.inf, -np.inf] * 10):
        to = np.zeros(30)
        try:
            shifted(to, values, 2)
        except FloatingPointError as error:
            print(error, to.tolist()[:5])
grid = np.arange(24.0).reshape(4, 6)
print(shifted(grid[:, 1], grid[:, 2], 1).tolist(), shifted(grid[1, ::-1], grid[2], 3).tolist(), grid.sum())
pairs = numbers(30) + 1j * numbers(30)[::-1]


def turned(values, k):
    for i in range(len(values)):
        values[i] = values[i] * 0.5 + values[k]
    return values


print(turned(pairs, 4).sum(), turned(pairs, 27)[20:24])
