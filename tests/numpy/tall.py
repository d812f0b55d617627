"""Arrays of many short rows: reductions along the first axis, products with a transposed factor, and reductions from place to place."""

import hashlib

import numpy as np

rng = np.random.default_rng(11)


def show(name, value):
    value = np.asarray(value)
    print(name, value.dtype, value.shape, hashlib.md5(np.ascontiguousarray(value).tobytes()).hexdigest()[:12])


# In one pass, and step by step.
for count, wide in ((40000, 1), (30000, 2), (20000, 3), (9001, 7), (3000, 16), (1500, 33), (60, 1024), (50, 1500)):
    a, center = rng.random((count, wide)), rng.random(wide)
    squares, above = (a - center) ** 2, a * 2 > center
    for name in ("sum", "max", "min", "prod", "mean"):
        whole, steps = eval(f"((a - center) ** 2).{name}(0)"), getattr(squares, name)(0)
        assert whole.tobytes() == steps.tobytes(), (name, count, wide)
    for name in ("sum", "any", "all"):
        whole, steps = eval(f"(a * 2 > center).{name}(0)"), getattr(above, name)(0)
        assert whole.tobytes() == steps.tobytes(), (name, count, wide)
    show(f"sum of {count} rows of {wide}", ((a - center) ** 2).sum(0))
cube = rng.random((900, 5, 7))
show("first of three", (cube * cube - 1).sum(axis=0))
show("first two of three", np.round((cube * cube - 1).sum(axis=(0, 1)), 9))

# The digits of one chain of products, or of several that are added.
for wide in (1, 2, 3, 4, 5, 8, 10, 13, 20, 31):
    for count in (257, 400, 1000):
        x, y = rng.standard_normal((count, wide)), rng.standard_normal((count, wide))
        exact = [[sum(p * q for p, q in zip(x[:, i], y[:, j])) for j in range(min(wide, 3))] for i in range(min(wide, 3))]
        assert np.allclose((x.T @ y)[:3, :3], exact, rtol=0, atol=1e-10), (wide, count)
        assert np.allclose(x.T @ x, np.asfortranarray(x).T @ np.asfortranarray(x), rtol=0, atol=1e-10), (wide, count)
        assert np.allclose(x.T @ y[:, 0], (x.T @ y)[:, 0], rtol=0, atol=1e-10), (wide, count)
        assert np.array_equal(x.T @ x, (x.T @ x).T), (wide, count)
for rows, inner, columns in ((5, 4, 4), (8, 8, 8), (20, 20, 20), (33, 17, 50), (7, 100, 9), (64, 64, 64), (70, 128, 66)):
    a, b = rng.standard_normal((3, rows, inner)), rng.standard_normal((3, inner, columns))
    if rows == inner == columns and rows % 8 == 0:
        show(f"product {rows} {inner} {columns}", a @ b)
    exact = (a[:, :, :, None] * b[:, None, :, :]).sum(axis=2)
    assert np.allclose(a @ b, exact, rtol=0, atol=1e-11), (rows, inner, columns)
    turned = np.ascontiguousarray(a.transpose(0, 2, 1)).transpose(0, 2, 1)
    assert np.allclose(turned @ b, a @ b, rtol=0, atol=1e-11), (rows, inner, columns)
for rows, inner in ((2, 300), (3, 300), (6, 200), (9, 33), (13, 500)):
    a, b = rng.random((rows, inner)), rng.random(inner)
    show(f"turned {rows} {inner}", np.ascontiguousarray(a.T).T @ b)
    single = a.astype("f4") @ b.astype("f4")
    assert np.allclose(single, a @ b, rtol=1e-5), (rows, inner)

# From place to place.
x = rng.random(3000)
places = np.sort(rng.integers(0, 3000, 200))
table = rng.random((40, 9))
for name in ("add", "multiply", "maximum", "minimum", "subtract", "logical_or", "fmax"):
    ufunc = getattr(np, name)
    show(name, ufunc.reduceat(x, places))
    show(name + " turned", ufunc.reduceat(x, places[::-1]))
    show(name + " of every third", ufunc.reduceat(x[::3], [0, 500, 7, 999]))
    for axis, along in ((0, [0, 30, 2, 2, 39]), (1, [4, 0, 8])):
        show(f"{name} along {axis}", ufunc.reduceat(table, along, axis=axis))
        show(f"{name} along {axis} of columns", ufunc.reduceat(np.asfortranarray(table), along, axis=axis))
print(np.add.reduceat(np.arange(10, dtype="i1"), [0, 4, 9]), np.add.reduceat(np.arange(10) > 3, [0, 4]).dtype)
print(np.bitwise_or.reduceat(np.arange(16), [0, 4, 12]), np.add.reduceat(np.arange(5), []), np.add.reduceat(np.zeros((0, 3)), [0], axis=1))
print(np.add.reduceat(np.arange(5.0), [1, 3], dtype="c16"))
for wrong in ([5], [-1]):
    try:
        np.add.reduceat(np.arange(5), wrong)
    except IndexError as error:
        print(error)

# Elements at places, some of them several times.
where = rng.integers(0, 50, 400)
for name in ("add", "subtract", "multiply", "divide", "maximum", "minimum", "fmax", "fmin"):
    for dtype in ("f8", "f4", "i8", "i4"):
        if name == "divide" and dtype[0] == "i":
            continue
        target, other = (rng.random(50) * 9 + 1).astype(dtype), (rng.random(400) * 9 + 1).astype(dtype)
        if dtype[0] == "f":
            other[::7], target[::9] = np.nan, np.nan
        with np.errstate(invalid="ignore"):
            getattr(np, name).at(target, where, other)
        show(f"{name} at {dtype}", np.where(target == target, target, 0))

# Few and many truths.
for share in (0.0, 0.001, 0.05, 0.07, 0.5, 1.0):
    mask = rng.random(4099) < share
    show(f"places of {share}", np.flatnonzero(mask))
    show(f"places in a table of {share}", np.nonzero(mask[:4096].reshape(64, 64)))
print(np.flatnonzero(np.array([0, 2, 0, 0, 0, 0, 0, 255] + [0] * 60, "u1").view(bool)))
