"""Places of arrays, functions of numbers as functions of arrays, and scalars that are rounded: by calls and in hot loops."""

import math

import numpy as np

rng = np.random.default_rng(1)
x, y = rng.random(3000) * 10 - 5, rng.random((6, 5))

print(list(np.ndindex(2, 3)), list(np.ndindex((2, 1))), list(np.ndindex()), list(np.ndindex(3, 0)))
left = np.ndindex(2, 2)
print(next(left), next(left), list(left), list(left))
pairs = np.ndenumerate(y[:2, :2].round(3))
print(next(pairs), [(place, float(v)) for place, v in pairs])
print([type(v).__name__ for _, v in np.ndenumerate(np.arange(2))], [p for p, _ in np.ndenumerate(np.array(5))])
try:
    np.ndindex(2, -1)
except ValueError as error:
    print(error)


def over(n, m):
    total = 0
    for i, j in np.ndindex(n, m):
        total += i * m - j
    for (i, j), v in np.ndenumerate(y):
        total += int(v * 100) * (i - j)
    for place in np.ndindex(y.shape):
        total += int(y[place] * 10)
    return total


print(over(60, 50))


def choose(a, b=0.0):
    if a > b:
        return math.sin(a)
    return a * b


both, least = np.vectorize(choose), np.vectorize(lambda a: a * a + 1)
print(both(x).sum().round(9), both(x, 0.5).sum().round(9), both(x[:6].reshape(2, 3), b=[1.0, 0.5, 0.0]).round(9).tolist())
print(least(x).sum().round(9), least([1, 2, 3]), least(np.array(3)), both(y, y.T[:5, :5][0]).shape)
print(np.vectorize(lambda a, b: (a + b, a - b))([1, 2], 3), np.vectorize(str)([1.5, 2.5]), np.vectorize(choose, otypes=["f"])(x[:2]).dtype)
print(np.vectorize(lambda n, data: data[n], excluded=[1])([0, 2, 1], [5, 6, 7]), np.vectorize(lambda n, data: data[n], excluded={"data"})([0, 1], data=[8, 9]))


def fails(v):
    return 1 / (v - 700)


try:
    np.vectorize(fails)(np.arange(1000))
except ZeroDivisionError as error:
    print(error)


def rounded(a, scale):
    total, last = 0, 0.0
    for i in range(len(a)):
        total += int(round(a[i] * scale)) + round(a[i])
        last += round(a[i], 2) + round(a[i], 0) - round(scale * a[i], 1)
    return total, round(last, 6), type(round(a[0])).__name__, type(round(a[0], 1)).__name__


def image(a, length):
    total = 0.0
    for i in range(len(a)):
        d = a[i]
        d -= length * round(d / length)
        total += d
    return float(total)


print(rounded(x, 10), rounded(x.astype(np.float32), 10)[2:], round(image(x, 1.5), 9))
for value in (np.float64(2.5), np.float64(-0.5), np.float32(3.5), np.float64(1e300), np.int64(7), np.uint8(200)):
    print(repr(round(value)), type(round(value, 1)).__name__, float(round(value, 2)) == float(np.round(value, 2)))
print(round(np.float64(2.675), 2), round(np.float64(1234.5), -2), round(np.float64(0.1), 25), round(np.float64(5.5), 0))
for value in (np.float64("nan"), np.float64("inf")):
    try:
        round(value)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
    print(round(value, 2))
