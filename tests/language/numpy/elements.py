# Element loops over arrays of every type, rank and layout.
import numpy as np

TYPES = [np.bool_, np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64,
         np.float32, np.float64, np.complex64, np.complex128]


def copied(a, b):
    for i in range(a.shape[0]):
        b[i] = a[i]
    return b


def reversed_rows(a, b):
    rows, columns = a.shape
    for i in range(rows):
        for j in range(columns):
            b[-1 - i, j] = a[i, -1 - j]
    return b


def deep(a):
    total = 0
    n, m, k, l = a.shape
    for x in range(n):
        for y in range(m):
            for z in range(k):
                for w in range(l):
                    total = total + int(a[x, y, z, w]) * (w + 1)
                    a[x, y, z, w] = x + y + z + w
    return total


def planes(a):
    for x in range(len(a)):
        for y in range(a.shape[1]):
            for z in range(a.shape[2]):
                a[x, y, z] = a[x, y, z] + a[0, 0, 0]
    return a


for dtype in TYPES:
    base = (np.arange(12) % 5).astype(dtype)
    print(dtype.__name__, copied(base, np.zeros(12, dtype)).tolist())
    print(copied(base[::-1], np.zeros(24, dtype)[::2]).tolist())
    grid = base.reshape(3, 4)
    for source in (grid, np.asfortranarray(grid), grid.T, grid[::-1, ::2]):
        for target in (np.zeros(source.shape, dtype), np.zeros(source.shape, dtype, order="F")):
            print(reversed_rows(source, target).tolist())
    four = (np.arange(36) % 7).astype(dtype).reshape(2, 3, 2, 3)
    if dtype not in (np.complex64, np.complex128):
        print(deep(four.copy()), deep(four.transpose(3, 1, 2, 0)), four.ravel().tolist())

for dtype in (np.int32, np.float32, np.complex64):
    cube = np.ones((2, 3, 2), dtype)
    print(planes(cube).tolist(), planes(np.asfortranarray(cube)[:, ::2]).dtype)


# Shapes of zero, and broadcasts of stride 0.
def total(a):
    s = 0.0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s += a[i, j]
    return s


print(total(np.zeros((0, 3))), total(np.zeros((3, 0))), total(np.broadcast_to(np.array([1.5, 2.5]), (4, 2))))
print(type(total(np.ones((2, 2)))).__name__, type(total(np.ones((2, 2), np.float32))).__name__)


# The type of the elements changes while the loop runs.
def changing(arrays):
    out = []
    for a in arrays:
        for i in range(len(a)):
            x = a[i] + 1
            out.append((type(x).__name__, x))
    return out


kinds = [np.arange(3, dtype=t) for t in (np.int64, np.float64, np.int64, np.float32, np.uint8, np.int64)]
print(changing(kinds * 3)[-20:])


# Subscripts that are scalars of arrays themselves, and lists beside arrays.
def gathered(values, order):
    result = []
    for k in range(len(order)):
        result.append(values[order[k]])
    return result


print(gathered([10, 20, 30, 40], np.array([3, 1, -1, 0] * 10))[:5])
print(gathered(np.array([1.0, 2.0, 4.0]), np.array([2, 0, -1, 1], np.int8))[:5])


# What a store makes of numbers of another type.
def stored(a, value, n):
    for i in range(n):
        a[i] = value
    return a.tolist()


for dtype in TYPES:
    print(dtype.__name__, stored(np.zeros(3, dtype), 1, 3), stored(np.zeros(3, dtype), True, 3),
          stored(np.zeros(3, dtype), 1.75, 3), stored(np.zeros(3, dtype), np.int16(7), 3),
          stored(np.zeros(3, dtype), np.float32(2.5), 3), stored(np.zeros(3, dtype), np.bool_(True), 3))
    for value in (300, -1, np.int64(-1)):
        try:
            print(stored(np.zeros(2, dtype), value, 2))
        except Exception as error:
            print(type(error).__name__, error)


# Errors in the middle of a loop.
def walked(a, n, m):
    seen = 0
    try:
        for i in range(n):
            for j in range(m):
                a[i, j] = i
                seen += 1
    except IndexError as error:
        print(error)
    return seen


print(walked(np.zeros((5, 4)), 6, 4), walked(np.zeros((5, 4)), 5, 5))

fixed = np.arange(4.0)
fixed.flags.writeable = False
try:
    stored(fixed, 1.0, 4)
except ValueError as error:
    print(error)
