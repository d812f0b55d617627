# Rows, slices and transposed arrays that are made in loops, and loops over arrays.
import warnings

import numpy as np

warnings.simplefilter("ignore")


def by_rows(a):
    total = 0
    for i in range(a.shape[0]):
        row = a[i]
        for j in range(len(row)):
            total += row[j]
            row[j] = row[j] * 2
    return total


def chained(a, n):
    total = 0
    for k in range(n):
        for i in range(len(a)):
            for j in range(len(a[i])):
                total += a[i][j] * (k + 1)
                a[i][-1 - j] += 1
    return total


def over(a):
    total = 0
    for row in a:
        for x in row:
            total += x
    return total


for dtype in (np.float64, np.int64, np.float32, np.uint8, np.complex128):
    for order in ("C", "F"):
        a = np.array(np.arange(24).reshape(6, 4), dtype=dtype, order=order)
        print(dtype.__name__, order, by_rows(a), chained(a, 3), over(a), over(a.T), over(a[::-2, 1:]), a.tolist())


def sliced(a, n):
    out = []
    for k in range(n):
        for part in (a[k:], a[:k], a[-k:], a[k::2], a[::-1], a[k:0:-1], a[-k::-3], a[2:-2], a[k:k + 3]):
            length = len(part)
            out.append(length)
            if length:
                out.append(int(part[0]) * 100 + int(part[-1]))
    return out


print(sliced(np.arange(9), 11))
print(sliced(np.arange(40)[::4], 11) == sliced(np.arange(40)[::4].copy(), 11))


def windows(a, width):
    best = a[0, 0]
    for i in range(a.shape[0] - width + 1):
        for j in range(a.shape[1] - width + 1):
            w = a[i:i + width, j:j + width]
            s = w[0, 0] - w[0, 0]
            for x in range(width):
                for y in range(w.shape[1]):
                    s += w[x, y]
            best = max(best, s)
    return best


print(windows(np.arange(64).reshape(8, 8) % 11, 3), windows((np.arange(64.0) % 7).reshape(8, 8).T, 2))


def mixed(a):
    out = []
    for i in range(len(a)):
        t = a.T
        out.append(t[0, i] + t[-1, i])
        c = a[i, ..., 0]
        out.append(c.ndim)
        d = a[i, None, 1:]
        out.append(d.shape)
        out.append(d[0, 0])
    return out


print(mixed(np.arange(12).reshape(3, 4).repeat(10, axis=0).reshape(30, 4))[-8:])


# A view that is still there when the loop is left, when it goes into a list, and when it is handed on.
def first_above(a, limit):
    for i in range(len(a)):
        row = a[i]
        half = row[1::2]
        for j in range(len(half)):
            if half[j] > limit:
                return i, row, half, half.base is a or half.base is a.base
    return None


a = np.arange(60.0).reshape(12, 5)
print(first_above(a, 40.5))


def kept(a):
    rows = []
    for i in range(len(a)):
        row = a[i]
        if row[0] % 2 == 0:
            rows.append(row)
    return rows


rows = kept(np.arange(30).reshape(10, 3))
print(len(rows), rows[-1])
rows[0][0] = 99
print(rows[0].base.ravel()[0])


def length_of(v):
    s = 0.0
    for x in v:
        s += x * x
    return s


def lengths(a):
    out = []
    for row in a:
        out.append(float(length_of(row)))
        out.append(float(length_of(row[1:])))
    return out


print(lengths(np.arange(40.0).reshape(10, 4))[-3:], lengths(np.ones((5, 4), order="F"))[:2])


def pairs(x, y):
    total = 0
    for i, (a, b) in enumerate(zip(x, y)):
        total += a * b + i
    for i, row in enumerate(x):
        total += i * row
    return total


print(pairs(np.arange(50), np.arange(50)[::-1]), pairs(np.arange(50.0), list(range(50))))


def rebound(a, n):
    row = a[0]
    out = []
    for k in range(n):
        out.append(int(row[k % len(row)]))
        row = a[k % len(a)]
        if k % 3 == 0:
            row = row[::-1]
    return out


print(rebound(np.arange(20).reshape(4, 5), 40))


def broken(a):
    out = 0
    try:
        for k in range(40):
            row = a[k // 4]
            out += row[k % 4]
    except IndexError as error:
        return int(out), str(error)


print(broken(np.arange(24).reshape(6, 4)))


# Conditions on elements, and variables that begin as Python's numbers.
def largest(a):
    best = 0.0
    place = None
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            if a[i, j] > best:
                best = a[i, j]
                place = i, j
    return best, place


print(largest((np.arange(90.0) * 37 % 83).reshape(9, 10)))


def iterated(n):
    counts = np.zeros((n, n), dtype=np.int32)
    xs = np.linspace(-2, 0.5, n)
    for i in range(n):
        for j in range(n):
            zr = zi = 0.0
            count = 0
            while count < 30 and zr * zr + zi * zi <= 4:
                zr, zi = zr * zr - zi * zi + xs[j], 2 * zr * zi + xs[i]
                count += 1
            counts[i, j] = count
    return counts


print(iterated(24).tolist()[12], iterated(24).sum())
