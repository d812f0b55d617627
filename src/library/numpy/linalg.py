"""Linear algebra: numpy's names and argument forms over native functions for one matrix; stacks go matrix by matrix."""

import math
from collections import namedtuple

import _numpy
import numpy as np
from numpy import abs, asarray, float64, matmul, sqrt

_native, product = _numpy.linear, _numpy.product

__all__ = [
    "LinAlgError", "solve", "inv", "det", "slogdet", "norm", "vector_norm", "matrix_norm", "cholesky", "qr", "lstsq",
    "matrix_power", "multi_dot", "pinv", "svd", "svdvals", "matrix_rank", "cond", "eig", "eigh", "eigvals", "eigvalsh",
    "tensorsolve", "tensorinv", "matmul", "cross", "diagonal", "outer", "tensordot", "trace", "vecdot", "matrix_transpose",
]

EigResult = namedtuple("EigResult", "eigenvalues eigenvectors")
EighResult = namedtuple("EighResult", "eigenvalues eigenvectors")
QRResult = namedtuple("QRResult", "Q R")
SlogdetResult = namedtuple("SlogdetResult", "sign logabsdet")
SVDResult = namedtuple("SVDResult", "U S Vh")

_EPSILON = 2.220446049250313e-16


class LinAlgError(ValueError):
    """A matrix is not as an algorithm needs it."""


LinAlgError.__module__ = "numpy.linalg"


def _matrices(a, square=True):
    """An array of matrices of floats or complex numbers."""
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if square and a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a if a.dtype.kind in "fc" else a.astype(float64)


def _narrow(result, dtype):
    """A result in the precision of what it was made of."""
    if dtype not in (np.float32, np.complex64):
        return result
    return result.astype(np.complex64 if result.dtype.kind == "c" else np.float32)


def _each(function, *arrays):
    """A function of matrices, for each of the matrices in stacks of them; its results are stacked again."""
    if all(a.ndim == 2 for a in arrays):
        return function(*arrays)
    outer = np.broadcast_shapes(*[a.shape[:-2] for a in arrays])
    count = int(np.prod(outer))
    stacks = [np.broadcast_to(a, outer + a.shape[-2:]).reshape((count,) + a.shape[-2:]) for a in arrays]
    results = [function(*row) for row in zip(*stacks)]

    def stacked(parts):
        whole = np.array(parts)
        return whole.reshape(outer + whole.shape[1:])

    if results and isinstance(results[0], tuple):
        return tuple(stacked([result[k] for result in results]) for k in range(len(results[0])))
    return stacked(results)


def _found(result, message):
    if result is None:
        raise LinAlgError(message)
    return result


def _finite(a):
    if not np.isfinite(a).all():
        raise LinAlgError("Array must not contain infs or NaNs")


# ---- equations --------------------------------------------------------------------------------------


def solve(a, b):
    a, b = _matrices(a), asarray(b)
    is_vector = b.ndim == 1
    rows = b[..., None] if is_vector else b
    if a.shape[-1] != rows.shape[-2]:
        raise ValueError(
            f"solve{'1' if is_vector else ''}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            f"(m,m),(m{'' if is_vector else ',n'})->(m{'' if is_vector else ',n'}) "
            f"(size {rows.shape[-2]} is different from {a.shape[-1]})"
        )
    if a.ndim > 2 or rows.ndim > 2:
        outer = np.broadcast_shapes(a.shape[:-2], rows.shape[:-2])
        a, rows = np.broadcast_to(a, outer + a.shape[-2:]), np.broadcast_to(rows, outer + rows.shape[-2:])
    x = _found(_native.solve(a, rows), "Singular matrix")
    x = _narrow(x, np.result_type(a, b) if b.dtype.kind in "fc" else a.dtype)
    return x[..., 0] if is_vector else x


def inv(a):
    a = _matrices(a)
    return solve(a, np.eye(a.shape[-1], dtype=a.dtype))


def _inverse_or_nan(a):
    try:
        return inv(a)
    except LinAlgError:
        return np.full_like(a, np.nan)


def tensorsolve(a, b, axes=None):
    a, b = asarray(a), asarray(b)
    if axes is not None:
        a = a.transpose([k for k in range(a.ndim) if k not in axes] + list(axes))
    shape = a.shape[b.ndim :]
    return solve(a.reshape(b.size, -1), b.ravel()).reshape(shape)


def tensorinv(a, ind=2):
    a = asarray(a)
    return inv(a.reshape(math.prod(a.shape[:ind]), -1)).reshape(a.shape[ind:] + a.shape[:ind])


def det(a):
    a = _matrices(a)
    return _narrow(_native.det(a).reshape(a.shape[:-2])[()], a.dtype)


def slogdet(a):
    a = _matrices(a)
    signs, logs = (part.reshape(a.shape[:-2])[()] for part in _native.slogdet(a))
    return SlogdetResult(_narrow(signs, a.dtype), _narrow(logs, a.dtype))


def lstsq(a, b, rcond=None):
    a, b = _matrices(a, False), asarray(b)
    m, n = a.shape
    rows = b[:, None] if b.ndim == 1 else b
    if rows.shape[0] != m:
        raise LinAlgError("Incompatible dimensions")
    limit = _EPSILON * max(m, n) if rcond is None else max(rcond, 0)
    if m >= n > 0:
        # Where no column depends on others there is one solution, for which the triangle is enough.
        q, r = qr(a)
        s = svdvals(r)
        if s[-1] > limit * s[0]:
            x = solve(r, product(np.conjugate(q.T), rows))
            return _solution(a, b, x, rows, n, s)
    u, s, vh = svd(a, full_matrices=False)
    rank = int(np.count_nonzero(s > limit * (s.max() if s.size else 0)))
    x = product(np.conjugate(vh[:rank].T), product(np.conjugate(u[:, :rank].T), rows) / s[:rank, None])
    return _solution(a, b, x, rows, rank, s)


def _solution(a, b, x, rows, rank, s):
    m, n = a.shape
    rest = rows - product(a, x)
    residuals = (abs(rest) ** 2).sum(axis=0) if rank == n and m > n else np.array([], s.dtype)
    return x[:, 0] if b.ndim == 1 else x, residuals, np.int32(rank), s


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    a = _matrices(a, False)
    if rcond is not None and rtol is not None:
        raise ValueError("`rtol` and `rcond` can't be both set.")
    if a.size == 0:
        return np.empty(a.shape[:-2] + (a.shape[-1], a.shape[-2]), a.dtype)
    u, s, vh = svd(a, full_matrices=False)
    limit = (1e-15 if rcond is None and rtol is None else rtol if rcond is None else rcond) * s.max(axis=-1, keepdims=True)
    kept = s > limit
    inverse = np.where(kept, 1 / np.where(kept, s, 1), 0)
    return matmul(np.conjugate(np.swapaxes(vh, -1, -2)) * inverse[..., None, :], np.conjugate(np.swapaxes(u, -1, -2)))


# ---- factors ----------------------------------------------------------------------------------------


def cholesky(a, /, *, upper=False):
    a = _matrices(a)
    source = np.conjugate(np.swapaxes(a, -1, -2)) if upper else a
    low = _narrow(_each(lambda m: _found(_native.cholesky(m), "Matrix is not positive definite"), source), a.dtype)
    return np.conjugate(np.swapaxes(low, -1, -2)).copy() if upper else low


def qr(a, mode="reduced"):
    a = _matrices(a, False)
    m, n = a.shape[-2:]
    if mode not in ("reduced", "complete", "r"):
        raise ValueError(f"Unrecognized mode '{mode}'")
    q, r = _each(lambda one: _native.qr(one, m if mode == "complete" else min(m, n)), a)
    q, r = _narrow(q, a.dtype), _narrow(r, a.dtype)
    return r if mode == "r" else QRResult(q, r)


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    a = _matrices(a, False)
    m, n = a.shape[-2:]
    wanted = max(m, n) if full_matrices else min(m, n)

    def of(one):
        high = one if m >= n else np.conjugate(one.T)
        left, values, right = _found(_native.svd(high, wanted if compute_uv else 0), "SVD did not converge")
        if m >= n:
            return left, values, np.conjugate(right.T)
        return right, values, np.conjugate(left.T)

    u, s, vh = (_narrow(part, a.dtype) for part in _each(of, a))
    return SVDResult(u, s, vh) if compute_uv else s


def svdvals(x, /):
    return svd(x, compute_uv=False)


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    A = asarray(A)
    if A.ndim < 2:
        return int(not np.all(A == 0))
    s = svd(A, compute_uv=False)
    if tol is None:
        factor = max(A.shape[-2:]) * (np.finfo(s.dtype).eps if s.dtype.kind == "f" else _EPSILON) if rtol is None else rtol
        tol = s.max(axis=-1, keepdims=True) * factor
    return np.count_nonzero(s > tol, axis=-1)


def cond(x, p=None):
    x = _matrices(x, False)
    if p is None or p in (2, -2):
        s = svd(x, compute_uv=False)
        with np.errstate(all="ignore"):
            result = s[..., -1] / s[..., 0] if p == -2 else s[..., 0] / s[..., -1]
    else:
        result = norm(x, p, axis=(-2, -1)) * norm(_each(_inverse_or_nan, x), p, axis=(-2, -1))
    unknown = np.isnan(result) & ~np.isnan(x).any((-2, -1))
    return np.where(unknown, np.inf, result)[()] if np.any(unknown) else result


# ---- eigenvalues ------------------------------------------------------------------------------------


def _hermitian(a, UPLO, alone):
    a = _matrices(a)
    if UPLO.upper() not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    low = a if UPLO.upper() == "L" else np.conjugate(np.swapaxes(a, -1, -2))
    w, v = _each(lambda m: _found(_native.eigh(m, alone), "Eigenvalues did not converge"), low)
    return EighResult(_narrow(w, a.dtype), _narrow(v, a.dtype))


def eigh(a, UPLO="L"):
    return _hermitian(a, UPLO, 0)


def eigvalsh(a, UPLO="L"):
    return _hermitian(a, UPLO, 1)[0]


def _eig(m):
    w, v = _found(_native.eig(m), "Eigenvalues did not converge")
    if m.dtype.kind == "c":
        return w, v
    # The first of a pair comes with the positive imaginary part; the largest part of its vector is real.
    for k in range(len(w)):
        if w[k].imag > 0:
            largest = v[abs(v[:, k]).argmax(), k]
            v[:, k] *= abs(largest) / largest
            v[:, k + 1] = np.conjugate(v[:, k])
    return w, v


def eig(a):
    a = _matrices(a)
    _finite(a)
    w, v = _each(_eig, a)
    if a.dtype.kind != "c" and np.all(w.imag == 0):
        w, v = w.real.copy(), v.real.copy()
    return EigResult(_narrow(w, a.dtype), _narrow(v, a.dtype))


def eigvals(a):
    a = _matrices(a)
    _finite(a)
    w = _each(lambda m: _found(_native.eig(m, False), "Eigenvalues did not converge")[0], a)
    if a.dtype.kind != "c" and np.all(w.imag == 0):
        w = w.real.copy()
    return _narrow(w, a.dtype)


# ---- lengths, powers --------------------------------------------------------------------------------


def norm(x, ord=None, axis=None, keepdims=False):
    x = asarray(x)
    x = x if x.dtype.kind in "fc" else x.astype(float64)
    if axis is None:
        if ord is None or (ord == 2 and x.ndim == 1) or (ord in ("f", "fro") and x.ndim == 2):
            flat = x.ravel(order="K")
            if x.dtype.kind == "c":
                square = np.dot(flat.real, flat.real) + np.dot(flat.imag, flat.imag)
            else:
                square = np.dot(flat, flat)
            return sqrt(square).reshape((1,) * x.ndim) if keepdims else sqrt(square)
        axis = tuple(range(x.ndim))
    axis = axis if isinstance(axis, tuple) else (axis,)
    if len(axis) == 1:
        return _vector_norm(x, ord, axis[0], keepdims)
    if len(axis) == 2:
        return _matrix_norm(x, ord, [np._axis(one, x.ndim) for one in axis], keepdims)
    raise ValueError("Improper number of dimensions to norm.")


def _vector_norm(x, ord, axis, keepdims):
    if ord is None or ord == 2:
        square = (np.conjugate(x) * x).real if x.dtype.kind == "c" else x * x
        return sqrt(square.sum(axis, keepdims=keepdims))
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    if ord == np.inf:
        return abs(x).max(axis, keepdims=keepdims)
    if ord == -np.inf:
        return abs(x).min(axis, keepdims=keepdims)
    if ord == 0:
        return (x != 0).astype(x.real.dtype).sum(axis, keepdims=keepdims)
    if ord == 1:
        return abs(x).sum(axis, keepdims=keepdims)
    return (abs(x) ** ord).sum(axis, keepdims=keepdims) ** (1.0 / ord)


def _matrix_norm(x, ord, axes, keepdims):
    rows, columns = axes
    if rows == columns:
        raise ValueError("Duplicate axes given.")
    if ord is None or ord in ("fro", "f"):
        result = sqrt((abs(x) ** 2).sum(tuple(axes), keepdims=True))
    elif ord in (2, -2, "nuc"):
        s = svd(np.moveaxis(x, axes, (-2, -1)), compute_uv=False)
        result = s.max(-1) if ord == 2 else s.min(-1) if ord == -2 else s.sum(-1)
        result = np.expand_dims(result, axes)
    elif ord in (1, -1, np.inf, -np.inf):
        along = rows if ord in (1, -1) else columns
        sums = abs(x).sum(along, keepdims=True)
        result = sums.max(tuple(axes), keepdims=True) if ord > 0 else sums.min(tuple(axes), keepdims=True)
    else:
        raise ValueError("Invalid norm order for matrices.")
    return result if keepdims else np.squeeze(result, tuple(axes))[()]


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    x = asarray(x)
    if axis is None:
        result = norm(x.ravel(), ord)
        return result.reshape((1,) * x.ndim) if keepdims else result
    return norm(x, ord, axis, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    return norm(x, ord, (-2, -1), keepdims)


def matrix_power(a, n):
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    try:
        n = np._index(n)
    except TypeError as error:
        raise TypeError("exponent must be an integer") from error
    if n < 0:
        a, n = inv(a), -n
    result = None
    while n:
        if n & 1:
            result = a if result is None else matmul(result, a)
        n >>= 1
        if n:
            a = matmul(a, a)
    return np.zeros_like(a) + np.eye(a.shape[-1], dtype=a.dtype) if result is None else result


def multi_dot(arrays, *, out=None):
    arrays = [asarray(a) for a in arrays]
    if len(arrays) < 2:
        raise ValueError("Expecting at least two arrays.")
    while len(arrays) > 1:
        # The product that takes away the longest inner dimension comes first.
        k = max(range(len(arrays) - 1), key=lambda i: arrays[i].shape[-1])
        arrays[k : k + 2] = [np.dot(arrays[k], arrays[k + 1])]
    return arrays[0] if out is None else np._into(out, arrays[0])


# ---- numpy's functions under their names here -------------------------------------------------------


def diagonal(x, /, *, offset=0):
    return np.diagonal(x, offset, -2, -1)


def trace(x, /, *, offset=0, dtype=None):
    return np.trace(x, offset, -2, -1, dtype)


def outer(x1, x2, /):
    return np.outer(x1, x2)


def matrix_transpose(x, /):
    return np.swapaxes(x, -1, -2)


def __getattr__(name):
    if name in ("cross", "tensordot", "vecdot"):
        return getattr(np, name)
    from ._missing import error

    raise error("numpy.linalg", name, __all__)
