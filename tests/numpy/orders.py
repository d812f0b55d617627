"""Orders of long rows, parted rows, and other loops that take rows in blocks: what they give, element by element."""
import numpy as np

r = np.random.default_rng(11)
TYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64"]


def key(item):
    return item != item, item


def rows(kind, n):
    """Many equal elements, few, all bits in use, and such that agree in all but the lowest bits."""
    if kind == "bool":
        return [r.integers(0, 2, n).astype(bool)]
    if kind[0] == "f":
        plain = r.standard_normal(n).astype(kind)
        gaps = plain.copy()
        gaps[::17] = np.nan
        gaps[::19] = np.inf
        near = (1 + np.finfo(kind).eps * r.integers(0, 50, n)).astype(kind)
        near[n // 2] = np.finfo(kind).max
        zeros = (r.integers(-2, 3, n) * 0.0).astype(kind)
        zeros[::5] = 1
        return [plain, gaps, near, zeros, plain.round(1)]
    bounds = np.iinfo(kind)
    near = r.integers(bounds.max - 40, bounds.max, n, dtype=kind, endpoint=True)
    near[n // 3] = bounds.min
    return [r.integers(0, 9, n).astype(kind), r.integers(bounds.min, bounds.max, n, dtype=kind, endpoint=True), near]


for kind in TYPES:
    for n in (1, 13, 100, 300, 1200):
        for number, a in enumerate(rows(kind, n)):
            for part in (a, a[::-3]):
                items = part.tolist()
                order = sorted(range(len(items)), key=lambda place: key(items[place]))
                wanted = part[order]
                if part.argsort(kind="stable").tolist() != order:
                    print("order", kind, n, number)
                found = np.sort(part, kind="stable")
                if not np.array_equal(found, wanted, equal_nan=kind[0] == "f"):
                    print("sort", kind, n, number)
                if kind[0] == "f" and np.signbit(found)[found == found].tolist() != np.signbit(wanted)[found == found].tolist():
                    print("signs", kind, n, number)
                places = [len(items) - 1, len(items) // 3]
                parted, which = np.partition(part, places), np.argpartition(part, places)
                if not np.array_equal(np.sort(which), np.arange(len(items))):
                    print("places", kind, n, number)
                for some in (parted, part[which]):
                    for place in places:
                        middle = wanted[place]
                        if middle != middle:
                            print(end="" if np.isnan(some[place]) else "not parted")
                        elif some[place] != middle or not (some[:place] <= middle).all() or (some[place:] < middle).any():
                            print("parted", kind, n, number, place)
a = r.integers(0, 40, (7, 3000))
print(np.partition(a, 1500, axis=1)[:, 1500], np.partition(a, 3, axis=0)[3, :9], np.partition(a, -1, axis=None)[-1])
print(a[0][np.argpartition(a[0], [10, 2000])[[10, 2000]]], np.lexsort((a[0], a[1], a[2] > 5))[:9])
print(np.lexsort((a, a[::-1]), axis=0)[:2, :9])

# Choices, shifts, comparisons, extremes, of rows that lie in any way.
def views(a):
    yield from (a, a[::2], a[::-1], a.reshape(-1, 10)[:, 3], a.reshape(40, -1).T, np.broadcast_to(a[:300], (5, 300)))


def choices(kind, x, y):
    together = [np.array(part, order="C") for part in (x, y)]
    truths = x < y
    print(kind, x.shape, np.array_equal(truths, together[0] < together[1]), truths.sum(), end=" ")
    print(np.array_equal(np.where(truths, x, y), x * truths + y * ~truths), np.where(truths, x, y).sum(), end=" ")
    print(np.where(truths, x, 7).sum(), np.where(x[..., :1] < 50, x, y).sum(), np.where(x != y, 5, y).sum(), end=" ")
    print((x * y).sum(), (x - y).sum(), np.square(x).sum(), (-x).sum(), np.maximum(x, y).sum(), x.conj().sum(), end=" ")
    print(x.argmax(), x.argmin(), x.argmax(-1).sum(), x.argmin(0).sum(), x.max(-1).sum(), (x + x[-1:]).sum())


def shifts(x, y):
    print((x << y % 9).sum(), (x >> y % 9).sum(), (x << y).sum(), (x >> y).sum(), (x << 63).sum(), (x >> 70).sum())


def changes(x):
    print(x.astype(float).sum(), x.astype("f4").sum(), x.astype("i4").sum(), x.astype("u1").sum(), x.astype("i8").sum())


for kind in TYPES[1:] + ["complex128", "complex64"]:
    a = r.integers(0, 100, 2400).astype(kind)
    b = r.integers(0, 100, 2400).astype(kind)
    for x, y in zip(views(a), views(b)):
        choices(kind, x, y)
        if "int" in kind:
            shifts(x, y)
        if kind[0] != "c":
            changes(x)
print(np.array([-5, 5, -1, 7, 1 << 62]) << np.array([-1, 63, 64, 1, 1]), np.array([-5, 5, -1]) >> np.array([-1, 64, 70]))
print(np.array([-5, 100], np.int8) >> np.array([9, 7], np.int8), np.array([200, 3], np.uint8) << np.array([8, 7], np.uint8))
for n in (5, 250, 300, 2047, 5000):
    for kind in ("f4", "f8"):
        a = (np.arange(n) * 7919 % 1009 / 7).astype(kind)
        print(a.argmax(), a.argmin(), a.max(), a.min(), np.stack([a, -a, a]).argmax(1), np.stack([a, a[::-1]]).max(1))
        a[n // 2] = np.nan
        print(a.argmax(), a.argmin(), a.max(), np.stack([a[::-1], -a]).argmin(1), np.fmax.reduce(a), np.nanargmax(a))
for n in (3, 40, 3000):
    a = r.integers(0, 5, (n, 4))
    print(a.argmax(0), a.argmin(0), (a > 3).argmax(0), a.astype("f4").argmax(0), np.stack([a, a[::-1]]).argmin(1).tolist())

# Products with rows and columns, in whole numbers, so that the order of additions does not matter.
for kind in ("f4", "f8", "c8", "c16", "i8", "u1", "bool"):
    for n, m in ((1, 5), (5, 1), (3, 70), (9, 33), (40, 41), (70, 64)):
        a, v, w = r.integers(0, 9, (n, m)), r.integers(0, 9, m), r.integers(0, 9, n)
        unit = 1 + 2j if kind[0] == "c" else 1
        a, v, w = (a * unit).astype(kind), (v * unit).astype(kind), (w * unit).astype(kind)
        print(kind, (a @ v).sum(), (w @ a).sum(), (a.T @ w).sum(), (a @ a.T).sum(), (v @ v), (a.T @ a)[0, -1], (a @ v)[-1])

# Powers in columns, bits, transforms of real points.
print(np.vander([1.1, 1.7, -2.3], 9), np.vander([2, 3], 4, increasing=True), np.vander([1 + 1j], 3), np.vander([2.5], 0).shape)
print(np.vander(np.arange(3, dtype="i1"), 2).dtype, np.vander(np.float32([1.5]), 3).dtype, np.vander([True, False], 2))
print(np.polyfit(np.arange(20.0), np.arange(20.0) ** 3 - 5, 3).round(8) + 0.0)
a = r.integers(0, 256, 301).astype("u1")
for order in ("big", "little"):
    bits = np.unpackbits(a, bitorder=order)
    print(bits[:24], bits.sum(), np.array_equal(np.packbits(bits, bitorder=order), a), np.packbits(bits[:-3], bitorder=order)[-2:])
    print(np.packbits(a.reshape(7, 43) % 2, axis=1, bitorder=order)[3], np.unpackbits(a[:6].reshape(2, 3), axis=1, bitorder=order))
for n in (1, 2, 3, 4, 5, 6, 7, 8, 30, 31, 32, 100, 1000):
    for kind in ("f8", "f4", "i8"):
        x = (r.random((3, n)) * 100).astype(kind)
        half, whole = np.fft.rfft(x), np.fft.fft(x)
        near = 1e-9 if kind != "f4" else 1e-3
        print(n, kind, half.shape, half.dtype, np.allclose(half, whole[:, : n // 2 + 1], near, near * n), end=" ")
        back = np.fft.irfft(half, n)
        print(back.shape, back.dtype, np.allclose(back, x, near, near), np.allclose(np.fft.rfft(x, n + 3)[:, 0], x.sum(1)), end=" ")
        print(np.allclose(np.fft.irfft(np.fft.rfft(x, axis=0), 3, axis=0), x, near, near), np.fft.irfft(half).shape if n > 2 else "")
print(np.fft.irfft([1 + 5j, 2 + 1j, 3 + 7j]).round(9), np.fft.irfft([1, 2], 7).round(9), np.fft.rfft([1, 2, 3, 4], norm="ortho").round(9))
print(np.fft.irfft([4, 1j, 2, 3, 4], 4).round(9), np.fft.hfft([1, 2j, 3]).round(9), np.fft.irfft2(np.fft.rfft2(np.eye(4))).round(9))
