# Rows that do not lie side by side: operators and reductions of them, what they notice, and where results go.
import warnings

import numpy as np

warnings.simplefilter("always")
LENGTHS = (1, 2, 7, 8, 9, 16, 17, 40)


def noticed(run):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = run()
    return result, [str(warning.message) for warning in caught]


def rows(dtype, length):
    base = (np.arange(6 * length) * 37 % 11).astype(dtype)
    yield "side by side", base[:length]
    yield "every second", base[: 2 * length : 2]
    yield "backwards", base[:length][::-1]
    yield "backwards by three", base[: 3 * length : 3][::-1]
    yield "a column", base.reshape(length, 6)[:, 2]
    yield "one", np.broadcast_to(base[:1], (length,))


for dtype in ("bool", "int8", "int16", "uint16", "int32", "int64", "float32", "float64", "complex128"):
    for length in LENGTHS:
        line = []
        for name, row in rows(dtype, length):
            line += [row.max(), row.min(), row.any(), row.all(), row.sum()]
            other = row[::-1]
            both = row + other, np.maximum(row, other), row == other, row * row.dtype.type(3)
            line += [int(abs(x).sum()) for x in both] + [x.strides == (x.itemsize,) for x in both]
        print(dtype, length, *line)

# Results that go where operands lie.
for step in (1, 2, -1):
    a = np.arange(12.0)
    row = a[::step]
    np.add(row, 1.0, out=row)
    print(a)
    a = np.arange(12.0)
    np.multiply(a[::2], a[:6], out=a[:6])
    print(a)
    a = np.arange(12)
    np.subtract(a[1::2], a[::2], out=a[::-2])
    print(a)
    a = np.arange(12)
    a[1:] += a[:-1]
    a[::step] -= 1
    print(a, a[::step].cumsum())
for bad in ([], np.zeros((0, 3), bool)):
    for name in ("max", "min"):
        try:
            print(getattr(np.array(bad, bool), name)())
        except ValueError as error:
            print(error)
    print(np.array(bad, bool).any(), np.array(bad, bool).all())
for x in (np.array([0, 0, 5]), np.array([0.0, np.nan]), np.array([0j, 1j]), np.zeros((3, 4)), np.zeros((3, 4)).T, np.array(3)):
    print(x.any(), x.all(), x[..., ::-1].any() if x.ndim else "", np.asfortranarray(x).any())

# Complex quotients notice divisors of zero, and nothing else.
for dtype in ("complex64", "complex128"):
    for length in LENGTHS:
        a = (np.arange(length) * 1.5 + 1j).astype(dtype)
        b = (np.arange(length)[::-1] + 2j).astype(dtype)
        print(dtype, length, noticed(lambda: a / b)[1], noticed(lambda: a[::-1] / b)[1])
        for first, divisor in ((1 + 2j, 0), (0, 0), (3, complex(-0.0, 0.0)), (complex(np.inf, -np.inf), 0), (1, 2)):
            a[0], b[0] = first, divisor
            result, texts = noticed(lambda: a / b)
            print(result[0], texts)

# Integers of 16 bits: quotients to below, remainders of the divisor's sign, and what has none.
for dtype in ("int8", "int16", "int32"):
    least = np.iinfo(dtype).min
    a = np.array([7, -7, 7, -7, 0, 5, -5, least, least, least + 1, 100], dtype)
    b = np.array([2, 2, -2, -2, 3, 0, 0, -1, 3, -1, least], dtype)
    for run in (np.floor_divide, np.remainder, np.fmod):
        print(dtype, *noticed(lambda: run(a, b)), run(a[:4][::-1], b[:4]))

# Floats that no integer of the type is near to.
for into in ("int8", "uint8", "int16", "uint16", "int32", "int64", "uint64"):
    for value in (-1.0, 1.5, 200.0, 40000.0, -70000.0, 3e9, -3e9, 1e19, -1e19, np.nan, np.inf):
        for dtype in ("float32", "float64", "complex128"):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                item = np.full(5, value, dtype).astype(into)[0]
            texts = noticed(lambda: np.full(5, value, dtype).astype(into))[1]
            print(into, value, dtype, item, "invalid value encountered in cast" in texts)
