# Scalars of arrays in loops: types are kept, Python's numbers give way, and what is strange is warned of.
import warnings

import numpy as np

warnings.simplefilter("ignore")


def chain(x, y, n):
    out = []
    for k in range(n):
        z = x + y
        z = z * 2 - k
        out.append(z)
        x = x + 1
    return out


for x, y in [(np.float64(1.5), 2), (np.float32(1.5), 0.1), (np.int64(7), np.int64(-3)), (np.int8(3), 4),
             (np.uint8(9), 2), (np.uint64(5), 7), (np.int32(5), np.float32(0.25)), (np.float64(0.1), np.float32(0.1)),
             (np.int64(2), 0.5), (np.bool_(True), 3), (np.complex64(1 + 2j), 2), (np.complex128(1 - 1j), np.float64(0.5)),
             (np.int16(100), np.uint8(3)), (2.5, np.int8(2)), (True, np.int16(4)), (np.uint32(7), np.int64(1))]:
    result = chain(x, y, 40)
    print(type(result[-1]).__name__, result[-1], result[3])


def compared(values, limit):
    less = equal = 0
    for v in values:
        if v < limit:
            less += 1
        if v == limit:
            equal += 1
        flag = v > limit
    return less, equal, type(flag).__name__


ints = [np.int64(k) for k in range(30)]
floats = [np.float64(k) / 4 for k in range(30)]
print(compared(ints, 12), compared(ints, 12.5), compared(floats, 3), compared(floats, np.float32(2.5)))
print(compared([np.int8(k) for k in range(30)], np.int64(7)), compared(floats, float("nan")))


def divided(x, y, n):
    quotient = floor = rest = None
    for k in range(n):
        quotient, floor, rest = x / y, x // y, x % y
    return quotient, floor, rest


for x, y in [(np.int64(-7), np.int64(2)), (np.int64(7), -2), (np.uint8(7), np.uint8(2)), (np.float64(7.5), 2),
             (np.float64(-7.5), np.float64(2)), (np.float32(1), np.float32(3)), (9, np.int32(4))]:
    print([(type(v).__name__, v) for v in divided(x, y, 30)])


def unary(x, n):
    for k in range(n):
        a, b, c = -x, abs(x), +x
    return a, b, c


print(unary(np.float64(-0.0), 30), unary(np.int8(-5), 30), unary(np.float32(2.5), 30), unary(np.complex128(1 - 2j), 30))


def bits(x, y, n):
    for k in range(n):
        a, b, c, d = x & y, x | y, x ^ y, ~x
    return a, b, c, d


print(bits(np.int64(12), 10, 30), bits(np.uint8(12), np.uint8(10), 30), bits(np.bool_(True), np.bool_(False), 30))
print(bits(np.int8(-3), np.int16(300), 30))


# Signals: as often as there is something to warn of, and in their order.
def summed(a, n):
    s = np.float64(0.0)
    for k in range(n):
        s = s + a[k]
    return s


def signals(function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = function(*args)
    return result, [str(w.message) for w in caught]


big = np.full(40, 1e307)
print(signals(summed, big, 40))
mixed = np.arange(40.0)
mixed[20] = np.inf
print(signals(summed, mixed, 40))
mixed[30] = -np.inf
print(signals(summed, mixed, 40))
mixed[5] = np.nan
print(signals(summed, mixed, 40))


def inverted(a, b):
    for k in range(len(a)):
        b[k] = (a[k] - 20) * 1e200 / a[k] * 2 + 1 / a[k]
    return b[:3].tolist() + b[-2:].tolist()


print(signals(inverted, np.arange(40.0), np.zeros(40)))
print(signals(inverted, np.arange(40.0) * 1e-110, np.zeros(40)))


def wrapped(x, step, n):
    for k in range(n):
        x = x + step
    return x


print(signals(wrapped, np.int8(100), np.int8(3), 12))
print(signals(wrapped, np.int64(2**63 - 5), 1, 7))
print(signals(wrapped, np.uint8(250), 1, 7))
print(signals(wrapped, np.float32(3e38), np.float32(2e37), 4))
try:
    wrapped(np.uint8(1), 300, 10)
except OverflowError as error:
    print(error)


def halves(a, n):
    with np.errstate(all="ignore"):
        for k in range(n):
            a[k] = (a[k] - a[k]) / a[k] + 1e308 * a[k]
    return a.tolist()


print(signals(halves, np.array([0.0, 1.0, np.inf, 20.0, -30.0] * 8), 40))


def raising(a):
    seen = 0
    try:
        with np.errstate(over="raise"):
            for k in range(len(a)):
                a[k] * 10
                seen += 1
    except FloatingPointError as error:
        return seen, str(error)


print(raising(np.array([1.0] * 30 + [1e308])))


# Conversions, and functions that take them as Python's numbers.
def converted(a):
    import math
    out = []
    for k in range(len(a)):
        v = a[k]
        out.append((int(v), float(v), bool(v), math.floor(v), math.sqrt(v), max(v, a[0]), min(v, a[0])))
    return out


print(converted(np.array([0.5, 2.25, 0.0, 7.75] * 10))[-2:])
print(converted(np.array([3, 0, 9] * 10, dtype=np.int16))[-2:])
print([type(v).__name__ for v in converted(np.array([3, 0, 9] * 10))[-1]])


# Universal functions on one number.
def of_one(x, n):
    for k in range(n):
        out = (np.sqrt(x), np.abs(x), np.square(x), np.isnan(x), np.negative(x))
    return out


for x in (np.float64(2.0), np.float32(2.0), 2.0, np.int64(9), np.float64("inf"), np.float64("nan")):
    print([(type(v).__name__, v) for v in of_one(x, 40)])
print(signals(of_one, np.float64(-2.0), 3), signals(of_one, np.float64(1e200), 2))


def rounded(x, n):
    for k in range(n):
        out = (np.floor(x), np.ceil(x), np.rint(x), np.fabs(x), np.exp(x * 0), np.log(x / x), np.sin(x * 0), np.arctan(x * 0))
    return out


for x in (np.float64(2.5), np.float64(-3.5), -0.5, np.float32(7.25)):
    print([(type(v).__name__, v) for v in rounded(x, 40)])


def of_two(x, y, n):
    for k in range(n):
        out = (np.maximum(x, y), np.minimum(x, y), np.add(x, y), np.multiply(x, y), np.divide(x, y))
    return out


for x, y in [(np.float64(2), 3), (1.5, np.float32(2)), (2.0, 4.0), (np.int64(3), np.int64(-4)), (np.float64("nan"), 1.0),
             (np.float64(-0.0), np.float64(0.5)), (np.int8(5), 3)]:
    print([(type(v).__name__, v) for v in of_two(x, y, 40)])


# What a value warns of is told once, also where it cannot be stored.
def store_one_more(numbers, places):
    one = numbers.dtype.type(1)
    for i in range(len(numbers)):
        places[i] = numbers[i] + one


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
        store_one_more(np.full(300, 255, np.uint8), np.zeros(200, np.uint8))
    except IndexError as problem:
        print(problem, len(caught))
