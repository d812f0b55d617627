# Loops over the items of arrays, hot: elements, rows, pairs; views, other types, arrays that are stored into meanwhile.
import numpy as np


def total(x):
    s = 0.0
    for v in x:
        s += v
    return s


def places(x):
    s = 0
    for i, v in enumerate(x):
        s += i * v
    return s


def pairs(x, y):
    s = 0.0
    for a, b in zip(x, y):
        s += a * b
    return s


def rows(a):
    s = 0.0
    for row in a:
        s += row[0] * 2 + row[1]
        for v in row:
            s -= v
    return s


def unpacked(a):
    s = 0.0
    for p, q in a:
        s += p * q
    return s


def backwards(x):
    s = 0.0
    for v in reversed(x):
        s = s * 0.5 + v
    for v in x[::-1]:
        s = s * 0.25 - v
    return s


def flat(a):
    s = 0
    for v in a.flat:
        s += v
    return s


def listed(x):
    return [v * 2 for v in x], sum(v for v in x), max(v for v in x), {int(v) % 7 for v in x}


def changed(x):
    s = 0.0
    for i, v in enumerate(x):
        if i + 1 < len(x):
            x[i + 1] = v + x[i + 1] * 0.5
        s += v
    return s


def leaves(x, limit):
    for i, v in enumerate(x):
        if v > limit:
            return i, v
    else:
        return None


def kinds(x):
    names = set()
    for v in x:
        names.add(type(v).__name__)
    return sorted(names), v


def narrow(x):
    s = x.dtype.type(0)
    with np.errstate(over="ignore"):
        for v in x:
            s = s + v
    return s, type(s)


rng = np.random.default_rng(7)
for _ in range(3):
    for dtype in ("f8", "f4", "i8", "i4", "u1", "?", "c16"):
        x = (rng.random(500) * 100).astype(dtype)
        print(dtype, total(x.astype("f8") if dtype == "c16" else x) if dtype != "c16" else sum(x.real.tolist()))
        whole = x.astype("i8") if dtype in ("u1", "?") else x
        print(places(whole), kinds(x), pairs(x, x[::-1]) if dtype not in ("u1", "c16") else "", narrow(x))
    a = rng.random((300, 2))
    print(rows(a), unpacked(a), rows(a.T[:2, :200].T), unpacked(a[::-3]))
    x = rng.random(400)
    print(backwards(x), flat(a), flat(a.T), listed(x[:20]), changed(x.copy()), leaves(x, 0.99), leaves(x, 2))
    print(total(x[10:10]), total(np.broadcast_to(1.5, 300)), total([1, 2.5, True]), total(range(300)))


def mixed(seen):
    s = 0
    for x in seen:
        for v in x:
            s += v
    return s


print(mixed([np.arange(200), [1, 2, 3] * 50, np.arange(200) * 0.5, (1, 2), np.arange(6).reshape(2, 3).sum(0)] * 5))


def fails(x):
    s = 0.0
    for i, v in enumerate(x):
        s += 1.0 / (v - 250)
    return s


with np.errstate(divide="raise"):
    try:
        fails(np.arange(300.0))
    except FloatingPointError as error:
        print(type(error).__name__, error)
for bad in (np.array(3.0), np.float64(2)):
    try:
        total(bad)
    except TypeError as error:
        print(error)


def grows(x):
    seen = []
    for row in x:
        row += 1
        seen.append(row)
    return seen


a = np.zeros((200, 3))
kept = grows(a)
a[5] = 9
print(kept[5], kept[6], kept[5].base is a, a.sum())
objects = np.array([1, "two", 3.5, None] * 60, dtype=object)
print(sum(1 for v in objects if v is None), [v for v in objects][:4])


def turned(points, n):
    s = 0.0
    for _ in range(n):
        x, y, z = points[_ % 4]
        s += x * y - z
        p, q = points[:2]
        s -= p[0] * q[1]
    return s


points = np.arange(12.0).reshape(4, 3)
print(turned(points, 500), turned(points.astype("i4"), 500))
for bad in (np.zeros((4, 2)), np.zeros((4, 4)), np.zeros(4)):
    try:
        turned(bad, 50)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


def grid(a, n):
    s = 0
    for k in range(n):
        i = a[k % len(a)]
        s += a[i - 3] * 2 + a[-i]
        a[i - 1] = a[i - 1] + 1 - 1
    return s


print(grid(np.arange(10) % 4, 600), grid(np.arange(8, dtype="i4") % 3, 600))
