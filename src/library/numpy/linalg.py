"""Linear algebra: systems of equations and what comes of them, by elimination with rows as arrays."""

import math

import numpy as np
from numpy import abs, asarray, float64, sqrt

__all__ = ["LinAlgError", "solve", "inv", "det", "slogdet", "norm", "cholesky", "qr", "lstsq", "matrix_power", "pinv", "svd",
           "matrix_rank", "cond", "eigh", "eigvalsh"]


class LinAlgError(ValueError):
    """A matrix is not as an algorithm needs it."""


LinAlgError.__module__ = "numpy.linalg"


def _square(a):
    a = asarray(a)
    if a.ndim != 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[0] != a.shape[1]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a.astype(np.result_type(a, np.float32 if a.dtype == np.float32 else float64))


def _factors(a):
    """The triangular factors in one matrix, the order of rows, and the sign of that order."""
    a, sign = _square(a), 1.0
    n = a.shape[0]
    order = np.arange(n)
    for k in range(n):
        pivot = k + int(abs(a[k:, k]).argmax())
        if a[pivot, k] == 0:
            return a, order, 0.0
        if pivot != k:
            a[[k, pivot]] = a[[pivot, k]]
            order[[k, pivot]] = order[[pivot, k]]
            sign = -sign
        if k + 1 < n:
            a[k + 1 :, k] /= a[k, k]
            a[k + 1 :, k + 1 :] -= np.multiply.outer(a[k + 1 :, k], a[k, k + 1 :])
    return a, order, sign


def solve(a, b):
    lu, order, sign = _factors(a)
    if sign == 0.0:
        raise LinAlgError("Singular matrix")
    x = asarray(b)[order].astype(np.result_type(lu, b))
    n = lu.shape[0]
    for k in range(1, n):
        x[k] -= np.dot(lu[k, :k], x[:k])
    for k in range(n - 1, -1, -1):
        x[k] = (x[k] - np.dot(lu[k, k + 1 :], x[k + 1 :])) / lu[k, k]
    return x


def inv(a):
    a = _square(a)
    return solve(a, np.eye(a.shape[0], dtype=a.dtype))


def det(a):
    lu, order, sign = _factors(a)
    return lu.dtype.type(sign * lu.diagonal().prod()) if sign else lu.dtype.type(0)


def slogdet(a):
    lu, order, sign = _factors(a)
    diagonal = lu.diagonal()
    return float64(sign * np.sign(diagonal).prod()), np.log(abs(diagonal)).sum()


def norm(x, ord=None, axis=None, keepdims=False):
    x = asarray(x)
    x = x if x.dtype.kind in "fc" else x.astype(float64)
    if axis is None and ord is None:
        flat = x.ravel()
        square = np.dot(flat.real, flat.real) + np.dot(flat.imag, flat.imag) if x.dtype.kind == "c" else np.dot(flat, flat)
        return sqrt(square).reshape((1,) * x.ndim) if keepdims else sqrt(square)
    if axis is None and x.ndim == 2:
        axis = (0, 1)
    if isinstance(axis, tuple) and len(axis) == 2:
        if ord is None or ord == "fro":
            return sqrt((abs(x) ** 2).sum(axis, keepdims=keepdims))
        if ord in (1, -1, np.inf, -np.inf):
            sums = abs(x).sum(axis[0] if ord in (1, -1) else axis[1])
            return sums.max() if ord > 0 else sums.min()
        raise ValueError("Invalid norm order for matrices.")
    if ord is None or ord == 2:
        return sqrt((abs(x) ** 2).sum(axis, keepdims=keepdims))
    if ord == np.inf:
        return abs(x).max(axis, keepdims=keepdims)
    if ord == -np.inf:
        return abs(x).min(axis, keepdims=keepdims)
    if ord == 0:
        return (x != 0).astype(x.real.dtype).sum(axis, keepdims=keepdims)
    if ord == 1:
        return abs(x).sum(axis, keepdims=keepdims)
    return (abs(x) ** ord).sum(axis, keepdims=keepdims) ** (1.0 / ord)


def cholesky(a, *, upper=False):
    a = _square(a)
    n = a.shape[0]
    low = np.zeros_like(a)
    for k in range(n):
        row = low[k, :k]
        rest = (a[k, k] - np.dot(row, np.conjugate(row))).real
        if not rest > 0:
            raise LinAlgError("Matrix is not positive definite")
        low[k, k] = math.sqrt(rest)
        if k + 1 < n:
            low[k + 1 :, k] = (a[k + 1 :, k] - np.dot(low[k + 1 :, :k], np.conjugate(row))) / low[k, k]
    return np.conjugate(low.T) if upper else low


def qr(a, mode="reduced"):
    a = asarray(a)
    r = a.astype(np.result_type(a, float64))
    m, n = r.shape
    q = np.eye(m, dtype=r.dtype)
    for k in range(min(m - 1, n)):
        x = r[k:, k].copy()
        length = norm(x)
        if length == 0:
            continue
        x[0] += length if x[0] >= 0 else -length
        x /= norm(x)
        r[k:, k:] -= 2 * np.multiply.outer(x, np.dot(x, r[k:, k:]))
        q[:, k:] -= 2 * np.multiply.outer(np.dot(q[:, k:], x), x)
    if mode == "r":
        return np.triu(r[:n])
    least = min(m, n) if mode == "reduced" else m
    return q[:, :least], np.triu(r[:least])


def lstsq(a, b, rcond=None):
    a, b = asarray(a), asarray(b)
    q, r = qr(a)
    x = solve(r, np.dot(q.T, b))
    rest = b - np.dot(a, x)
    return x, (rest * rest).sum(axis=0, keepdims=rest.ndim == 1), r.shape[0], None


def pinv(a):
    a = asarray(a)
    return solve(np.dot(a.T, a), a.T)


def svd(a, full_matrices=True, compute_uv=True):
    """By turning columns until they are orthogonal."""
    a = asarray(a)
    if full_matrices and compute_uv and a.shape[0] != a.shape[1]:
        raise LinAlgError("full matrices of a singular value decomposition are not supported: full_matrices=False is")
    if a.shape[0] < a.shape[1]:
        u, s, vh = svd(a.T, False)
        return (vh.T, s, u.T) if compute_uv else s
    u = a.astype(float64)
    n = u.shape[1]
    v = np.eye(n)
    for _ in range(60):
        turned = False
        for i in range(n - 1):
            for j in range(i + 1, n):
                x, y = u[:, i], u[:, j]
                p, q, r = np.dot(x, x), np.dot(y, y), np.dot(x, y)
                if abs(r) <= 1e-15 * math.sqrt(p * q):
                    continue
                turned = True
                t = (q - p) / (2 * r)
                t = (1 if t >= 0 else -1) / (abs(t) + math.sqrt(1 + t * t))
                c = 1 / math.sqrt(1 + t * t)
                for m in (u, v):
                    x, y = m[:, i].copy(), m[:, j].copy()
                    m[:, i], m[:, j] = c * (x - t * y), c * (y + t * x)
        if not turned:
            break
    s = sqrt((u * u).sum(axis=0))
    order = np.argsort(-s)
    s = s[order]
    if not compute_uv:
        return s
    return u[:, order] / np.where(s == 0, 1.0, s), s, v[:, order].T


def matrix_rank(A, tol=None):
    s = svd(A, compute_uv=False)
    return np.count_nonzero(s > (s.max() * max(asarray(A).shape) * 2.220446049250313e-16 if tol is None else tol))


def cond(x, p=None):
    s = svd(x, compute_uv=False)
    return s[0] / s[-1]


def eigh(a, UPLO="L"):
    """By turning pairs of axes until what is off the diagonal is gone."""
    a = _square(a)
    n = a.shape[0]
    v = np.eye(n)
    for _ in range(60):
        if n < 2 or abs(np.triu(a, 1)).max() <= 1e-16 * abs(a).max():
            break
        for i in range(n - 1):
            for j in range(i + 1, n):
                if a[i, j] == 0:
                    continue
                t = (a[j, j] - a[i, i]) / (2 * a[i, j])
                t = (1 if t >= 0 else -1) / (abs(t) + math.sqrt(1 + t * t))
                c = 1 / math.sqrt(1 + t * t)
                for m in (a, a.T, v):
                    x, y = m[:, i].copy(), m[:, j].copy()
                    m[:, i], m[:, j] = c * (x - t * y), c * (y + t * x)
    w = a.diagonal().copy()
    order = np.argsort(w)
    return w[order], v[:, order]


def eigvalsh(a, UPLO="L"):
    return eigh(a)[0]


def matrix_power(a, n):
    if n < 0:
        a, n = inv(a), -n
    result = np.eye(asarray(a).shape[0], dtype=asarray(a).dtype)
    while n:
        if n & 1:
            result = np.matmul(result, a)
        a, n = np.matmul(a, a), n >> 1
    return result


def __getattr__(name):
    from ._missing import error

    raise error("numpy.linalg", name, __all__)
