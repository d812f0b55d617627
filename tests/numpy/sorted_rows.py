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
