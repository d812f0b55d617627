"""Expressions over rows of few elements: computed in one pass, with the digits and shapes of one operation after the other."""

import numpy as np

rng = np.random.default_rng(5)


def show(name, value):
    value = np.asarray(value)
    flat = value.ravel().astype(np.float64)
    weights = np.arange(1, flat.size + 1) % 97
    print(name, value.shape, value.dtype, repr(float((flat * weights).sum())), value.ravel()[:3].tolist(), value.ravel()[-2:].tolist())


for dtype in (np.float64, np.float32, np.int64, np.int32):
    for wide in (1, 2, 3, 4, 5, 7, 8, 12, 15):
        x = (rng.random((8211, wide)) * 20).astype(dtype)
        c = (rng.random((7, wide)) * 20).astype(dtype)
        show(f"distances {wide}", ((x[:, None, :] - c[None, :, :]) ** 2).sum(axis=2))
        show(f"moved {wide}", (x[:, None] - c) * c + x[:, None])
        show(f"largest {wide}", np.abs(x[:, None] - c).max(axis=-1))
        show(f"scaled {wide}", (x - x.mean(axis=0)) / (x.std(axis=0) + 1))
        show(f"turned {wide}", (x.T[:, :, None] * 2 - c.T[:, None, :]).sum(axis=0))
        show(f"all {wide}", ((x - c[0]) * (x + c[1])).sum())
        show(f"first {wide}", ((x - c[0]) * (x + c[1])).sum(axis=0))
        show(f"truths {wide}", ((x > c[0]) & (x < c[1])).any(axis=1))
        show(f"chosen {wide}", np.where(x[:, None] > c, x[:, None] * 2, c - 1))
        show(f"rolled {wide}", np.roll(x, 1, 0) * 2 - np.roll(x, -2, 1) + x)

image = (rng.random((211, 143, 3)) * 255).astype(np.uint8)
gray = (image * np.array([0.299, 0.587, 0.114])).sum(axis=2)
show("gray", gray)
show("mixed", (image * 0.5 + np.array([10, 20, 30]) * gray[:, :, None] / 255).astype(np.uint8))
show("steps", (image[::2, ::-1] * 1.5 - image[::2, 1:2] / 3).sum(axis=(1, 2)))
points = rng.random((5000, 2))
show("norms", np.sqrt(((points[:, None] - points[None, :50]) ** 2).sum(-1)))
show("complex", ((points[:, None] + 1j * points[:9]) * (2 - 1j)).imag)
show("nan", np.where(points > 0.5, np.nan, points)[:, None].max(axis=2) + points[:3, 0])

# Places of the least, of rows with what is not a number and with the same number twice.
rows = np.round(rng.random((400, 6)), 1)
rows[::17, 3] = np.nan
print(rows.argmin(axis=1)[:40], rows.argmax(axis=1)[:40], rows.astype(np.float32).argmin(1)[-20:])
print((rows * 10).astype(np.int8).argmax(axis=1)[:40] if not np.isnan(rows).any() else "with what is not a number")

# One element after the other, so that a place may come twice.
for dtype in (np.float64, np.float32, np.int64, np.int8, np.uint16, np.complex128):
    target = np.zeros((4, 3), dtype)
    places = np.array([0, 1, 0, 3, 3, 3])
    np.add.at(target, places, np.arange(18).reshape(6, 3).astype(dtype))
    print(target.tolist())
    np.subtract.at(target, (places, places % 3), 1)
    np.multiply.at(target[:, ::2], places[:3], 2)
    np.negative.at(target, (0, slice(None)))
    print(target.tolist())
flat = np.arange(6.0)
np.maximum.at(flat, [0, 0, 5], [3.0, 2.0, 9.0])
np.add.at(flat, np.array([True, False] * 3), flat[:3])
np.divide.at(flat, [1, 1], 0.5)
print(flat)
counts = np.zeros(5, int)
np.add.at(counts, [1, 1, 4, -1], 1)
print(counts)
for wrong in (lambda: np.add.at(counts, [1, 9], 1), lambda: np.add.at(counts, [0], 1.5), lambda: np.add.at(counts, [0, 1], [1, 2, 3])):
    try:
        wrong()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(counts)
