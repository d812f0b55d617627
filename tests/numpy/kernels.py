# Expressions whose operations become one loop in machine code: each operation on each type, at rows that fill no whole vectors.
import warnings
import zlib

import numpy as np

TYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64"]
rng = np.random.default_rng(11)


def operand(dtype, shape):
    if dtype == "bool":
        return rng.integers(0, 2, shape).astype(bool)
    if dtype[0] == "f":
        array = (rng.standard_normal(shape) * 100).astype(dtype)
        array.flat[::97], array.flat[::101], array.flat[::103] = np.nan, np.inf, -0.0
        return array
    info = np.iinfo(dtype)
    array = rng.integers(info.min, info.max, shape, dtype, endpoint=True)
    array.flat[::5] = rng.integers(0, 4, array.flat[::5].shape)
    return array


def shown(*arrays):
    parts = []
    for array in arrays:
        if array.dtype.kind == "f":
            array = np.where(np.isnan(array), array.dtype.type(7.25), array)
        parts.append(f"{array.dtype.str}:{zlib.crc32(array.tobytes()):08x}")
    print("  ", *parts)


def told(function, *operands):
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        results = function(*operands)
    shown(*results)
    for warning in heard:
        print("    ", warning.message)


def compared(a, b, c):
    return (
        (a == b) | (a == c),
        (a != b) & (b != c),
        (a < b) ^ (b < c),
        (a <= b) == (b <= c),
        (a > b) != (b > c),
        (a >= b) < (b >= c),
        ~((a >= b) >= (b >= c)),
        np.logical_and(np.logical_not(a), np.logical_or(b, c)),
        np.logical_xor(a, np.logical_not(b)),
        np.where((a < b) & (b < c), a, b),
        np.where(a < b, (a < c) | (b == c), b <= c),
        np.maximum(np.minimum(a, b), c),
        np.minimum(np.maximum(a, c), b),
    )


def computed(a, b, c):
    return a + b + c, a - b - c, a * b + c * a, -a + b, abs(a) - b, (a + b) * (a - b), np.square(a) + b, a + (b > c)


def bits(a, b, c):
    return (a & b) | c, (a ^ b) & ~c, ~a ^ b, (a | b) + (b & c)


def divided(a, b, c):
    rounded = np.floor(a) + np.ceil(b), np.trunc(a) - np.rint(b)
    return a / b + c, 1 / a - b, np.sqrt(np.abs(a)) * b, np.sqrt(a - b), *rounded, np.isnan(a / b) | np.isnan(c)


for shape, part in (((65611,), np.s_[:]), ((263, 257), np.s_[1:-1, 2:]), ((91, 13, 67), np.s_[:, 1:, :-3])):
    for dtype in TYPES:
        print(shape, dtype)
        a, b, c = (operand(dtype, shape)[part] for _ in range(3))
        told(compared, a, b, c)
        if dtype != "bool":
            told(computed, a, b, c)
        if dtype[0] != "f":
            told(bits, a, b, c)
        if dtype[0] == "f":
            told(divided, a, b, c)

print("one type and another")
for first in TYPES:
    for second in TYPES:
        a, b = operand(first, (257, 260))[:, 1:], operand(second, (257, 260))[:, :-1]
        if {first, second} & {"float32", "float64"}:
            a, b = np.where(np.isfinite(a), a, 1).astype(first), np.where(np.isfinite(b), b, 2).astype(second)
        print(first, second)
        told(lambda a, b: ((a + b) * 2 == a * 3, (a > 1) + b, np.where(b, a, b) * (a < b)), a, b)

print("places")
a = operand("float64", (70, 300))
row, column, number = a[3:4], a[:, 5:6], np.float64(0.75)
told(lambda: ((a + row) * column - number * row, (a < column) & (a > row) | (row < 0), a * 2.0 + column * 3.0 - row / 7.0))
target = np.zeros((70, 300))
told(lambda: (np.add(a * 2, row),))
target[...] = a * 0.5 + row
shown(target)
target[1:-1, 1:-1] = target[:-2, 1:-1] + target[2:, 1:-1] + target[1:-1, :-2] + target[1:-1, 2:] - 4 * target[1:-1, 1:-1]
shown(target)
target += target * 0.5 - target
shown(target)
target[:, ::2] = a[:, ::2] * 2 + a[:, 1::2]
shown(target)
cells = rng.integers(0, 2, (280, 260))
for dtype in ("bool", "int8", "uint8", "int32", "int64"):
    z = cells.astype(dtype)
    for _ in range(5):
        n = z[:-2, :-2] + z[:-2, 1:-1] + z[:-2, 2:] + z[1:-1, :-2] + z[1:-1, 2:] + z[2:, :-2] + z[2:, 1:-1] + z[2:, 2:]
        birth = (n == 3) & (z[1:-1, 1:-1] == 0)
        stays = ((n == 2) | (n == 3)) & (z[1:-1, 1:-1] == 1)
        z[...] = 0
        z[1:-1, 1:-1][birth | stays] = 1
    g = sum(np.roll(np.roll(z, i, axis=0), j, axis=1) for i in (-1, 0, 1) for j in (-1, 0, 1))
    g = np.roll(z, 1, axis=0) + np.roll(z, -1, axis=0) + np.roll(np.roll(z, 1, axis=0), -1, axis=1) + g
    shown(n, z, g, np.where((g == 3) | ((z == 1) & (g == 2)), 1, 0).astype(z.dtype))

print("chosen numbers that are none of the type wrap round")
choice = cells[:40] > 0
print(np.where(choice, np.uint8(7), -1)[0, :6], np.where(choice, cells[:40].astype(np.int8), 300)[0, :6])

print("the lesser of two zeros is the second")
zeros, others = np.array([0.0, -0.0] * 700), np.array([-0.0, 0.0] * 700)
print(np.minimum(zeros, others)[:4], np.maximum(zeros, others)[:4], (np.minimum(zeros, others) * 1.0)[:4])
