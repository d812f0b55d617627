"""Sorting many short lines along either axis: every type, equal elements, negative zeros, what is not a number."""
import numpy as np

r = np.random.default_rng(5)
TYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64"]


def weight(a):
    return float(np.sum(np.nan_to_num(a.astype(float)) * np.arange(a.size).reshape(a.shape) % 1009))


for name in TYPES:
    for shape in ((40, 2), (40, 3), (33, 17), (70, 100), (5, 6, 7), (64, 1024), (20, 1025), (3, 50)):
        a = r.integers(0, 2 if name == "bool" else 90, shape).astype(name)
        if name[0] == "f":
            a = (a - 40) / 7
            a = a.astype(name)
            a.flat[::13] = np.nan
        for axis in range(a.ndim):
            order = np.argsort(a, axis, kind="stable")
            print(name, shape, axis, weight(np.sort(a, axis)), weight(order), weight(np.sort(a[::-1], axis)))
            print(weight(np.argsort(a.T, axis, kind="stable")), np.sort(a, axis).strides, order.dtype)
a = np.array([[0.0, -0.0, 1.0, -1.0, np.nan, -0.0, 0.0, -np.inf]] * 20)
print(np.sort(a)[3] + 0.0, np.argsort(a, kind="stable")[3], np.signbit(np.sort(a)[0]).sum())
a[5] = 3.0
a[7, ::2] = 2.0
print(np.sort(a)[4:8] + 0.0, np.sort(a, axis=0)[:, 2])
a = r.integers(0, 1000, (50, 30))
a.sort(axis=0)
print(a[:, 0], a.argsort(axis=1, kind="stable")[7])
a[:, ::3].sort()
print(a[0], np.median(a, axis=0)[:4], np.percentile(a, 30, axis=1)[:3])

# Rows of every length around those of vectors, whole and strided, of every type.
rng = np.random.default_rng(3)
for kind in ("f8", "f4", "i8", "i4", "i2", "i1", "u1", "u2", "u4", "u8", "?"):
    for rows in (1, 8, 9, 16, 33, 70):
        for n in (1, 2, 7, 8, 9, 16, 31, 64, 65, 100):
            if kind[0] == "f":
                a = (rng.standard_normal((rows, n)) * 3).round(1).astype(kind)
                a[0, n // 2] = np.nan
            else:
                a = (rng.random((rows, n)) * (2 if kind == "?" else 100)).astype(int).astype(kind)
            for part in (a, a[:, ::2]):
                ordered = [sorted(row, key=lambda item: (item != item, item)) for row in part.tolist()]
                for made in (np.sort(part, axis=1), np.sort(part.T, axis=0).T):
                    if not np.array_equal(made, np.array(ordered).astype(kind), equal_nan=kind[0] == "f"):
                        print("differs", kind, rows, n)
signed = np.array([3.0, -0.0, 0.0, 1.0] * 8).reshape(8, 4)
print(np.sort(signed, axis=1)[:2], np.signbit(np.sort(signed, axis=1))[:2])

# The first of truth values, and products of them.
for n in (10, 100, 5000):
    none = np.zeros(n, bool)
    print(none.argmax(), none.argmin(), (~none).argmax(), (~none).argmin(), np.vdot(none, ~none), none @ ~none)
    none[n // 2] = True
    print(none.argmax(), none.argmin(), (~none).argmin(), np.vdot(none, none), none @ none)
print(np.array([0] * 40 + [2] + [0] * 10 + [1] * 10, np.uint8).view(bool).argmax())
print(np.vdot(np.array([1j, 2], object), np.array([1j, 3], object)))
for a, b in (([1j, 2], [3, 4j]), ([[1, 2], [3, 4]], [[1, 2], [3, 4]]), ([], []), (True, True), (2, 3j)):
    print(repr(np.vdot(a, b)))
try:
    np.vdot([1, 2], [1, 2, 3])
except ValueError as error:
    print(error)
