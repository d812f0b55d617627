# Operators, attributes, methods and classes of scalars in loops: powers, floors, remainders, shifts, parts, conversions.
import warnings

import numpy as np


def warned(f, *args):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            result = f(*args)
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
    return result, sorted({str(w.message) for w in seen})


def floats(a, b):
    power = floor = rest = root = 0.0
    for i in range(a.shape[0]):
        power += a[i] ** 2
        root += b[i] ** 0.5
        floor += a[i] // b[i]
        rest += a[i] % b[i]
    return power, root, floor, rest


a = np.linspace(-3.0, 4.0, 60)
print(warned(floats, a, np.linspace(0.5, 2.0, 60)))
print(warned(floats, a, np.linspace(-2.0, 2.0, 61)[:60]))
print(warned(floats, np.array([1e200, 2.0] * 30), np.ones(60)))
print(warned(floats, np.array([np.inf, np.nan, 1.0] * 20), np.array([1.0, 2.0, np.inf] * 20)))
print(warned(floats, a.astype(np.float32), np.linspace(0.5, 2.0, 60).astype(np.float32)))


def wholes(a, count):
    left = right = power = a.dtype.type(0)
    for i in range(a.shape[0]):
        left ^= a[i] << count
        right ^= a[i] >> count
        power ^= a[i] ** 3
    return left, right, power


for dtype in (np.int64, np.int32, np.int16, np.int8, np.uint8, np.uint16, np.uint32, np.uint64):
    row = (np.arange(60) % 5).astype(dtype)
    print(dtype.__name__, warned(wholes, row, 1), warned(wholes, row, 6), warned(wholes, row * 50 % 120, 2), warned(wholes, row, 70))
    if row.dtype.kind == "i":
        print(warned(wholes, -row, 1), warned(wholes, row, -1))


def parts(z):
    re = im = size = 0.0
    other = 0
    for i in range(z.shape[0]):
        re += z[i].real
        im += z[i].imag
        other = other * 0.5 + z[i].conjugate().item()
        size += abs(z[i])
    return re, im, other, size


print(warned(parts, np.linspace(-1, 1, 60) + 1j * np.linspace(0, 2, 60)))
print(warned(parts, (np.linspace(-1, 1, 60) + 1j * np.linspace(0, 2, 60)).astype(np.complex64)))
print(warned(parts, np.array([3 + 4j, 1e308 + 1e308j] * 30)))
print(warned(parts, np.linspace(-1, 1, 60)), warned(parts, np.arange(60)))


def converted(a, dtype):
    result = dtype(0)
    for i in range(a.shape[0]):
        result = dtype(a[i])
        result = result + dtype(i)
    return result


for row in (np.linspace(-3.0, 100.75, 60), np.arange(60), np.arange(60, dtype=np.uint8), np.arange(60) % 2 == 0):
    for dtype in (np.float64, np.float32, np.int64, np.int8, np.uint8, np.complex128, np.bool):
        print(row.dtype, dtype.__name__, warned(converted, np.abs(row), dtype))
print(warned(converted, np.linspace(0, 1e300, 60), np.float32), warned(converted, np.array([1.0, np.nan] * 30), np.float64))


def changing(rows):
    """One loop over scalars of several types."""
    totals = []
    for row in rows:
        total = row.dtype.type(0)
        for i in range(row.shape[0]):
            total += row[i]
            total = total * row.dtype.type(1)
        totals.append(total)
    return totals


print(warned(changing, [np.arange(40).astype(dtype) for dtype in "f8 f4 i8 i4 i2 u1 u8 c16".split()]))
print(warned(changing, [np.full(40, 1e38, np.float32), np.full(40, 100, np.int8), np.full(4, 2**62, np.uint64)]))
