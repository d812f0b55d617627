# Products of doubles have the digits of numpy's library for them, whatever their shapes and strides.
import zlib

import numpy as np

rng = np.random.default_rng(11)


def show(name, result):
    result = np.asarray(result)
    print(name, result.shape, " ".join(float(x).hex() for x in result.ravel()[:40]))


for n in (1, 2, 3, 5, 8, 15, 16, 17, 31, 32, 47, 48, 63, 64, 65, 100, 1000, 5001):
    a, b = rng.random(n) - 0.5, rng.random(n) - 0.5
    show(f"dot {n}", [np.dot(a, b), a @ b, np.vdot(a, b), np.inner(a, b), (a.reshape(1, n) @ b.reshape(n, 1))[0, 0]])

for n in (1, 3, 4, 6, 11, 40):
    a, b = rng.random((n, 3)) - 0.5, rng.random((n, 2)) - 0.5
    show(f"strided {n}", [np.dot(a[:, 1], b[:, 0]), np.dot(a[::-1, 2], b[:, 1])])

for rows in (1, 2, 3, 4, 5, 6, 7, 10):
    for inner in (1, 2, 3, 4, 5, 6, 7, 9, 34, 2051, 4100):
        a, x, y = rng.random((rows, inner)) - 0.5, rng.random(inner) - 0.5, rng.random(rows) - 0.5
        show(f"a @ x {rows} {inner}", a @ x)
        show(f"x @ a.T {rows} {inner}", x @ a.T)
        show(f"y @ a {rows} {inner}", (y @ a)[-40:])
        show(f"a.T @ y {rows} {inner}", (a.T @ y)[-40:])

for n in (2, 3, 4, 5, 6, 12):
    a, b = rng.random((n, n)) - 0.5, rng.random((n, n)) - 0.5
    show(f"a @ b {n}", a @ b)
    show(f"a.T @ b {n}", a.T @ b)
    show(f"stack {n}", np.stack([a, b]) @ a)
    show(f"steps {n}", (np.stack([a, b], axis=-1)[:, :, 0] @ b)[:1])

x = rng.random(7)
print(np.linalg.norm(x).hex(), (np.eye(7)[2] @ x == x[2]))

for n in (1, 2, 3, 4, 5, 7, 9, 10, 13, 16, 20, 23):
    a, b = rng.random((n, n)) - 0.5, rng.random((n, 3)) - 0.5
    show(f"det {n}", [np.linalg.det(a), *np.linalg.slogdet(a)])
    show(f"solve {n}", np.linalg.solve(a, b[:, 0]))
    show(f"several {n}", np.linalg.solve(a, b).T)
    show(f"inv {n}", np.linalg.inv(a)[-1])
points = rng.random((50, 3)) - 0.5
for n in (3, 4, 5, 9, 50):
    x, both = rng.random(n) - 0.5, rng.random((n, 2)) - 0.5
    show(f"points {n}", [*(x @ points[:n]), *(points[:n].T @ x), *(x @ both), *(both[:, 0] @ points[:n])])
    show(f"narrow {n}", [*(x @ points[:n, :2]), *(points[:n].mean(axis=0) - points[0]) @ np.eye(3)])
print(np.linalg.det([[1, 2], [3, 4]]), np.linalg.inv([[1, 2], [3, 4]]).tolist(), np.linalg.det(np.ones((3, 3))))

# Exponentials, logarithms and powers are numpy's to the last digit, those of single precision and sizes of complex numbers too; so are
# products of complex numbers, which are others for arrays than for scalars.
rng = np.random.default_rng(11)
x, p = rng.uniform(-10, 10, 5000), rng.uniform(1e-3, 50, 5000)
z = rng.uniform(-2, 2, 500) + 1j * rng.uniform(-2, 2, 500)
single = [v.astype(np.float32) for v in (x, p)]
rows = [np.exp(x), np.log(p), np.log(1 + x / 300), np.abs(z), np.exp(single[0]), np.log(single[1]), np.sin(single[0] * 40), np.cos(single[0])]
rows += [z * z[::-1], z[:7] * z[0], np.square(z), z.prod(), z.cumprod()[:40], z[0] * z[1], abs(z[3]), np.abs(z[3]), z.astype(np.complex64) * z[0]]
print([zlib.crc32(np.asarray(row).tobytes()) for row in rows])
print(np.exp(1), np.exp(1.5), np.log(3), np.exp(np.float32(1)), np.array([2.5, 3.5]) ** 3, z[0] * z[0].conj(), (z * z.conj())[0])

# Gram matrices and products along long columns.
for n, m in ((50, 3), (300, 2), (400, 3), (999, 2), (1000, 5)):
    a, b = rng.normal(size=(n, m)), rng.normal(size=(n, m))
    show(f"long {n}", [*(a.T @ a).ravel(), *(a.T @ b).ravel(), *np.cov(a.T).ravel()])
