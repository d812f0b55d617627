"""Extremes, their places and sorting of rows of many lengths, with ties, zeros of both signs and what is no number."""
import numpy as np

KINDS = np.int8, np.uint8, np.bool_, np.int16, np.int32, np.int64, np.uint64, np.float32, np.float64, np.complex64, np.complex128


def numbers(count, modulus, kind):
    values = (np.arange(count) * 7919 + np.arange(count) // 3 * 104729) % modulus
    if kind in (np.complex64, np.complex128):
        return (values % 5 + 1j * (values % 7)).astype(kind)
    return values.astype(kind)


for kind in KINDS:
    totals = [0] * 8
    for count in [*range(1, 70), 100, 255, 256, 257, 316, 1000, 2047, 2048, 2049, 2500, 5000]:
        for modulus in 2, 7, 120:
            a = numbers(count, modulus, kind)
            order = sorted(a.tolist(), key=lambda x: (x.real, x.imag))
            result = np.sort(a).tolist()
            if result != order:
                print("unordered", kind.__name__, count, modulus)
            totals[0] += int(a.argmax())
            totals[1] += int(a.argmin())
            totals[2] += int(abs(a.max()))
            totals[3] += int(abs(a.min()))
            totals[4] += int(a.any()) + int(a.all())
    for rows, columns in (1, 8), (2, 9), (3, 3), (5, 8), (50, 8), (51, 13), (40, 64), (41, 65), (300, 11), (7, 400), (600, 17):
        for modulus in 3, 100:
            b = numbers(rows * columns, modulus, kind).reshape(rows, columns)
            for axis in 0, 1:
                totals[5] += int((b.argmax(axis=axis) * np.arange(1, b.shape[1 - axis] + 1)).sum())
                totals[6] += int((b.argmin(axis=axis) * np.arange(1, b.shape[1 - axis] + 1)).sum())
                totals[7] += int(np.abs(b.max(axis=axis)).sum() + np.abs(b.min(axis=axis)).sum())
    print(kind.__name__, totals)

for kind in np.float32, np.float64, np.complex128:
    places = []
    for count in 1, 5, 8, 17, 100, 300, 3000:
        for at in {0, count // 2, count - 1}:
            a = numbers(count, 50, kind)
            a[at] = np.nan
            places += [int(a.argmax()), int(a.argmin()), str(a.max()), str(a.min())]
            if count % 4 == 0:
                b = a.reshape(-1, 4 if count % 8 else 8)
                places += b.argmax(axis=0).tolist() + b.argmin(axis=1).tolist()[:5] + [str(x) for x in b.max(axis=1)[:4]]
    print(kind.__name__, places)

signs = []
for kind in np.float32, np.float64:
    for count in 2, 5, 12, 24, 31, 47, 60, 90, 190, 316, 700:
        zeros = np.where(np.arange(count) * 37 % 11 < 5, 0.0, -0.0).astype(kind)
        signs += [int(np.signbit(zeros.max())), int(np.signbit(zeros.min()))]
print(signs)
for size in 5000, 40000:
    for modulus in 1, 2, 3, 5, 100:
        for kind in np.int32, np.int64, np.float64, np.uint64:
            a = numbers(size, modulus, kind)
            if kind == np.uint64:
                a = a + np.uint64(2**64 - 200)
            ordered = np.sort(a)
            counts = np.bincount((a - a.min()).astype(np.int64))
            print(size, modulus, kind.__name__, bool((np.diff(ordered.astype(np.float64)) >= 0).all()),
                  bool((np.bincount((ordered - ordered[0]).astype(np.int64)) == counts).all()),
                  np.partition(a, size // 3)[size // 3] == ordered[size // 3])
