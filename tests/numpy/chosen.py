# What a condition chooses: elements of arrays of any order of memory, read and written, in runs and one by one.
import numpy as np

rng = np.random.default_rng(5)
for dtype in ("bool", "int8", "uint16", "int32", "float32", "float64", "complex128", "object", "<U3"):
    a = np.arange(7 * 37).reshape(7, 37)
    a = (a % 5 == 0) if dtype == "bool" else a.astype(str).astype(dtype) if dtype == "<U3" else a.astype(dtype)
    for name, m in (
        ("some", rng.random((7, 37)) < 0.4),
        ("runs", np.arange(7 * 37).reshape(7, 37) // 19 % 2 == 0),
        ("all", np.ones((7, 37), bool)),
        ("none", np.zeros((7, 37), bool)),
        ("odd", rng.integers(0, 3, (7, 37)).astype(np.uint8).view(bool)),
    ):
        print(dtype, name, a[m].shape, a[m][:9].tolist(), a[m][-9:].tolist())
        for view, mask in ((a.T, m.T), (a[::-1, ::2], m[::-1, ::2]), (a[:, ::-1], m), (a[1:-1, 3:-2], m[1:-1, 3:-2])):
            got = view[mask]
            print("  ", got.dtype, got.shape, got[::7].tolist())
            b = a.copy()
            target = b.T if view.shape == (37, 7) else b[::-1, ::2] if view.shape == (7, 19) else b[:, ::-1]
            target = target if view.shape == target.shape else b[1:-1, 3:-2]
            target[mask] = got[::-1]
            print("  ", b.ravel()[::23].tolist())
            target[mask] = got[0] if got.size else view[0, 0]
            print("  ", b.ravel()[::29].tolist())
            target[mask] = got.copy()
            print("  ", bool((b == a).all()))

a = np.arange(12.0).reshape(3, 4)
m = a > 3
for values in (np.arange(7), np.arange(8)[:, None], [1, 2], np.arange(8), np.arange(8.0)[::-1], np.arange(16.0)[::2], 7, a.ravel()[:8]):
    b = a.copy()
    try:
        b[m] = values
        print(b.tolist())
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
for index in (m[:2], m[:, :3], m[0], m.ravel()):
    try:
        print(a[index])
    except IndexError as error:
        print(error)
b = a.copy()
b[b > 3] = b[b > 3] ** 2 + a[m]
b[m] = b.ravel()[:8]
print(b)
row = np.arange(20)
row[row % 3 == 0] *= -1
row[row < 0] += np.arange(6)
print(row, row[row > 100], row[np.ones(20, bool)])
print(np.count_nonzero(row), np.count_nonzero(row[::3]), np.count_nonzero(np.arange(5000.0)[::-2]), np.count_nonzero([0j, 1j, 2]))
print(np.count_nonzero(np.arange(3000, dtype=np.uint8)), np.count_nonzero(np.array([np.nan, 0.0, -0.0])))
