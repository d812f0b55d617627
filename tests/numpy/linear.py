# Factors of matrices of many shapes: products give the matrix again, vectors are orthogonal, values are in order.
import warnings

import numpy as np

rng = np.random.default_rng(3)


def close(a, b, scale=1.0):
    return bool(np.max(np.abs(a - b), initial=0.0) <= 1e-11 * scale)


def check_svd(name, a):
    m, n = a.shape
    k = min(m, n)
    size = max(float(np.max(np.abs(a), initial=0.0)), 1e-300) * max(m, n)
    u, s, vh = np.linalg.svd(a)
    thin = np.linalg.svd(a, full_matrices=False)
    alone = np.linalg.svd(a, compute_uv=False)
    print(
        name, u.shape, s.shape, vh.shape, thin[0].shape, thin[2].shape, u.dtype, s.dtype,
        close((u[:, :k] * s) @ vh[:k], a, size), close((thin[0] * thin[1]) @ thin[2], a, size),
        close(np.conjugate(u.T) @ u, np.eye(m), m), close(vh @ np.conjugate(vh.T), np.eye(n), n),
        bool(np.all(s[:-1] >= s[1:])), bool(np.all(s >= 0)), close(alone, s, size), close(thin[1], s, size),
    )


shapes = [(1, 1), (3, 2), (2, 5), (7, 7), (40, 13), (13, 40), (90, 90), (200, 3), (1, 6), (64, 50), (50, 49)]
for m, n in shapes:
    a = rng.standard_normal((m, n))
    check_svd("real", a)
    check_svd("complex", a + 1j * rng.standard_normal((m, n)))
check_svd("zeros", np.zeros((4, 3)))
check_svd("ones", np.ones((6, 6)))
check_svd("identity", np.eye(5))
check_svd("rank 2", np.outer(np.arange(5.0), np.arange(4.0)) + np.outer(np.ones(5), [1, -1, 1, -1.0]))
check_svd("zero column", np.array([[1.0, 0, 2], [3, 0, 4], [5, 0, 6.5]]))
check_svd("zero first", np.array([[0.0, 0, 0], [0, 2, 1], [0, 0, 3]]))
check_svd("graded", np.diag(10.0 ** -np.arange(12)) @ rng.standard_normal((12, 12)))
check_svd("large", rng.standard_normal((5, 4)) * 1e250)
check_svd("small", rng.standard_normal((4, 5)) * 1e-250)
check_svd("bidiagonal", np.diag([1.0, 1, 1, 1]) + np.diag([1e-9, 0, 2], 1))
print(np.round(np.linalg.svd(np.arange(12.0).reshape(3, 4), compute_uv=False), 10))
print(np.linalg.matrix_rank(np.arange(12.0).reshape(3, 4)), round(float(np.linalg.cond(np.array([[2.0, 1], [1, 3]]))), 12))
print(np.round(np.linalg.pinv(np.array([[1.0, 2], [3, 4], [5, 6]])), 10))
print(np.round(np.linalg.lstsq(np.array([[1.0, 1], [1, 2], [1, 3]]), np.array([1.0, 2, 2.5]), rcond=None)[0], 10))
print(round(float(np.linalg.norm(np.arange(6.0).reshape(2, 3), 2)), 10), round(float(np.linalg.norm(np.eye(3), "nuc")), 10))

print([part.shape for part in np.linalg.svd(np.zeros((3, 0)), full_matrices=False)], np.linalg.svd(np.zeros((0, 3)))[2].shape)
print(np.linalg.svd(np.zeros((2, 0, 3)), compute_uv=False).shape, np.linalg.svd(np.ones((2, 3, 3)), compute_uv=False).round(9))
print(np.linalg.eigvalsh(np.ones((2, 2, 2))).round(9), np.linalg.eigvalsh(np.array([[2, 1j], [-1j, 2]]), "U").round(9))

for n in [1, 2, 5, 33, 48, 49, 97, 150]:
    for kind in [0, 1j]:
        a = rng.standard_normal((n, n)) + kind * rng.standard_normal((n, n))
        b = rng.standard_normal((n, 3)) + kind
        h = a + np.conjugate(a.T)
        w, v = np.linalg.eigh(h)
        x, y = np.linalg.solve(a, b), np.linalg.solve(a, b[:, 0])
        sign, size = np.linalg.slogdet(a)
        low = np.linalg.cholesky(a @ np.conjugate(a.T) + n * np.eye(n))
        q, r = np.linalg.qr(a)
        print(
            n, kind, close(a @ x, b, 100 * n * n), close(a @ y, b[:, 0], 100 * n * n), close(x[:, 0], y, 1e4 * n),
            close(np.linalg.inv(a) @ a, np.eye(n), 1e4 * n), close(h @ v, v * w, 10 * n), close(np.conjugate(v.T) @ v, np.eye(n), n),
            bool(np.all(w[:-1] <= w[1:])), close(np.linalg.eigvalsh(h), w, n), close(q @ r, a, n), close(np.tril(r, -1), 0 * r, 1),
            close(low @ np.conjugate(low.T), a @ np.conjugate(a.T) + n * np.eye(n), n * n), round(abs(sign), 12),
            close(np.linalg.det(a / n), sign * np.exp(size - n * np.log(n)), 1),
        )

for a in [np.zeros((3, 3)), np.ones((60, 60)), np.diag([1.0, 0, 2])]:
    try:
        np.linalg.solve(a, np.ones(len(a)))
    except np.linalg.LinAlgError as error:
        print(error, np.linalg.det(a) == 0)

# The first places of extremes, whatever the order of memory.
m = rng.integers(0, 9, (7, 33)).astype(float)
m[3, 5] = np.nan
for a in [m, m.T, np.asfortranarray(m), m[::2, ::-1], m.astype(np.float32)[:3], np.nan_to_num(m).astype(np.int8), m[:3] > 4]:
    print(a.argmax(0).tolist(), a.argmin(1).tolist(), a.argmax(), a.argmin(-1).sum())
c = rng.integers(0, 3, (2, 3, 4, 5))
print([np.argmax(c, axis).tolist() for axis in range(4)])
s = np.sort(rng.integers(0, 50, 40)) / 2
for side in ["left", "right"]:
    print(np.searchsorted(s, [-1, 0, 3.5, 12, 24.5, 99, np.nan], side).tolist(), np.searchsorted(s, s[::7], side).tolist())
print(np.searchsorted([], 1), np.searchsorted([5, 1, 3], [3, 4], sorter=[1, 2, 0]))

# Matrices of low rank, whose reflections meet numbers below all others.
for n in (46, 54, 400):
    u, s, vh = np.linalg.svd(np.ones((n, n)))
    print(n, s[:2].round(9) + 0, np.allclose(u @ np.diag(s) @ vh, 1), np.allclose(u.T @ u, np.eye(n)))
    print(np.linalg.svd(np.ones((n, n)), compute_uv=False)[:2].round(9) + 0)
    w, v = np.linalg.eigh(np.ones((n, n)))
    print(w[-2:].round(9) + 0, np.allclose(v @ np.diag(w) @ v.T, 1), np.allclose(v.T @ v, np.eye(n)))

# Systems, factors and products of sizes that are halved.
for n in (65, 100, 129):
    a = rng.standard_normal((n, n))
    s = a @ a.T
    print(n, np.array_equal(s, s.T), np.allclose(np.linalg.inv(a) @ a, np.eye(n)), np.linalg.slogdet(a)[0])
    low = np.linalg.cholesky(s + np.eye(n))
    print(np.allclose(low @ low.T, s + np.eye(n)), np.array_equal(low, np.tril(low)))
    w, v = np.linalg.eigh(s)
    print(np.allclose(s @ v, v * w), np.allclose(v.T @ v, np.eye(n)), np.allclose(np.linalg.eigvalsh(s), w))
    print(np.allclose(np.sqrt(np.abs(w[::-1])), np.linalg.svd(a, compute_uv=False), atol=1e-6))
    h = a + 1j * a.T
    h = h + h.conj().T
    w, v = np.linalg.eigh(h)
    print(np.allclose(h @ v, v * w), np.allclose(np.linalg.eigvalsh(h), w), np.allclose(np.linalg.inv(h) @ h, np.eye(n)))
    u, d, vh = np.linalg.svd(a + 1j * np.sin(a))
    print(np.allclose(u @ np.diag(d) @ vh, a + 1j * np.sin(a)))
    s = h @ h + np.eye(n)
    low = np.linalg.cholesky(s)
    print(np.allclose(low @ low.conj().T, s))
    f = a.astype("f4")
    print(np.allclose(f @ f, a @ a, atol=1e-3), np.allclose(f.T @ f, a.T @ a, atol=1e-3))

# Matrices that are divided: numbers that repeat, vanish, fall off, or stand in blocks.
for n in (33, 66, 67, 100):
    places = np.arange(n)
    apart = np.abs(places[:, None] - places)
    half = rng.standard_normal((n, n // 2))
    for name, matrix in {
        "steps": np.diag(places % 3 + 0.0),
        "triangle": np.triu(np.ones((n, n))),
        "falling": np.diag(10.0**-places) @ rng.standard_normal((n, n)),
        "hilbert": 1 / (places[:, None] + places + 1.0),
        "beside": np.diag(np.ones(n)) + np.diag(np.ones(n - 1), 1),
        "hardly beside": np.diag(rng.random(n)) + np.diag(1e-9 * rng.random(n - 1), 1),
        "whole": rng.integers(-2, 3, (n, n)) + 0.0,
        "blocks": np.kron(np.eye(n // 5), rng.random((5, 5))),
        "half": half @ rng.standard_normal((n // 2, n)),
        "wilkinson": np.diag(abs(places - n // 2) + 0.0) + (apart == 1),
        "high": np.ones((2 * n, n)),
        "wide": 1j * rng.standard_normal((n, n + 7)) + 1,
    }.items():
        check_svd(name, matrix)

# Numbers of any size: nothing is squared that has no room for it.
rng = np.random.default_rng(5)
real = rng.standard_normal((20, 20))
for matrix in (real, real[:, :8], real + 1j * real[::-1]):
    values = np.linalg.svdvals(matrix)
    for size in (1e-300, 1e-160, 1e-90, 1e-80, 1e80, 1e90, 1e160, 1e290):
        for made in (np.linalg.svdvals(matrix * size), np.linalg.svd(matrix * size)[1]):
            if not np.allclose(made / size, values, rtol=1e-12, atol=1e-13):
                print("singular values of", size)
        if matrix.shape[1] == 20:
            own = matrix + matrix.conj().T
            if not np.allclose(np.linalg.eigvalsh(own * size) / size, np.linalg.eigvalsh(own), rtol=1e-11, atol=1e-12):
                print("eigenvalues of", size)
            ones = np.ones(20)
            if not np.allclose(np.linalg.solve(matrix * size, ones) * size, np.linalg.solve(matrix, ones), rtol=1e-9):
                print("solution of", size)
first, second = (half + half.T for half in (rng.standard_normal((30, 30)), rng.standard_normal((70, 70))))
for size in (1e-150, 1e-160, 1e-200, 1e-310):
    whole = np.zeros((100, 100))
    whole[:30, :30], whole[30:, 30:] = first, second * size
    values, vectors = np.linalg.eigh(whole)
    print(np.abs(vectors.T @ vectors - np.eye(100)).max() < 1e-12, np.abs(whole @ vectors - vectors * values).max() < 1e-11)
print(np.linalg.svdvals(np.diag([2.0, 1e-10, 3.0])), np.linalg.svd(np.diag([1e-310, 2e-310]))[1])
print(np.linalg.inv(np.diag([1e200 + 0j, 2e200])), np.linalg.solve([[1e-170 + 0j]], [1.0]))

# What is no number is told where a sign is asked for, and passed on elsewhere.
for matrix in ([[np.nan, 1], [1, 2.0]], [[np.inf, 0], [0, 2.0]], [[1, np.inf], [0, -2.0]], [[2.0, np.nan], [np.nan, 3]]):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        print(np.linalg.det(matrix), np.linalg.slogdet(matrix), [str(each.message) for each in told])
print(np.linalg.cholesky([[4.0, np.nan], [np.nan, 9]]), np.linalg.eigvalsh([[2.0, np.nan], [np.nan, 3]]))

# Of a matrix that is its own adjoint one triangle is looked at, and the real part of the diagonal.
upper, half = np.eye(3), np.array([[complex(2, np.nan), 1], [1.0, 2.0]])
upper[0, 2] = np.nan
print(np.linalg.eigh(upper)[0], np.linalg.eigvalsh(upper.T, "U"), np.linalg.eigvalsh(half).round(9))
try:
    print(np.linalg.eigvalsh(upper, "U"))
except np.linalg.LinAlgError as error:
    print(error)
