"""Functions of the coefficients of polynomials, in the order of rising powers."""

import numpy as np

__all__ = ["polyval", "polyadd", "polysub", "polymul", "polydiv", "polypow", "polyder", "polyint", "polyroots", "polyfromroots",
           "polyvander", "polyfit", "polytrim", "polyline", "polymulx"]


def _series(c):
    return np.atleast_1d(np.asarray(c)) * 1.0


def polytrim(c, tol=0):
    """Without last coefficients that are not larger than `tol`."""
    c = _series(c)
    places = np.flatnonzero(np.abs(c) > tol)
    return c[: places[-1] + 1] if len(places) else c[:1] * 0


def polyline(off, scl):
    return np.array([off, scl]) if scl != 0 else np.array([off])


def polyval(x, c, tensor=True):
    c, x = np.atleast_1d(np.asarray(c)) * 1.0, np.asarray(x)
    if tensor and x.ndim:
        c = c.reshape(c.shape + (1,) * x.ndim)
    y = c[-1] + x * 0
    for k in range(2, len(c) + 1):
        y = c[-k] + y * x
    return y


def _sum(a, b, sign):
    a, b = _series(a), _series(b)
    result = np.zeros(max(len(a), len(b)), np.result_type(a, b))
    result[: len(a)] = a
    result[: len(b)] = result[: len(b)] + b if sign > 0 else result[: len(b)] - b
    return polytrim(result)


def polyadd(c1, c2):
    return _sum(c1, c2, 1)


def polysub(c1, c2):
    return _sum(c1, c2, -1)


def polymul(c1, c2):
    return polytrim(np.convolve(_series(c1), _series(c2)))


def polymulx(c):
    return np.concatenate(([0.0], _series(c)))


def polydiv(c1, c2):
    rest, c2 = _series(c1).copy(), _series(c2)
    if c2[-1] == 0:
        raise ZeroDivisionError
    top, own = len(rest), len(c2)
    if top < own:
        return rest[:1] * 0, rest
    if own == 1:
        return rest / c2[-1], rest[:1] * 0
    divisor = c2[:-1] / c2[-1]
    for last in range(top - 1, own - 2, -1):
        rest[last - own + 1 : last] -= divisor * rest[last]
    return rest[own - 1 :] / c2[-1], polytrim(rest[: own - 1])


def polypow(c, pow, maxpower=None):
    if pow != int(pow) or pow < 0:
        raise ValueError("Power must be a non-negative integer.")
    result = np.array([1.0])
    for _ in range(int(pow)):
        result = np.convolve(result, _series(c))
    return result


def polyder(c, m=1, scl=1, axis=0):
    c = _series(c)
    for _ in range(m):
        c = (c * scl)[1:] * np.arange(1, len(c)) if len(c) > 1 else c[:1] * 0
    return c


def polyint(c, m=1, k=(), lbnd=0, scl=1, axis=0):
    c, constants = _series(c), list(np.atleast_1d(k)) + [0] * m
    for constant in constants[:m]:
        c = np.concatenate(([0.0], c * scl / np.arange(1, len(c) + 1)))
        c[0] += constant - polyval(lbnd, c)
    return c


def polyfromroots(roots):
    result = np.array([1.0])
    for root in np.sort(np.atleast_1d(roots)):
        result = np.convolve(result, [-root, 1.0])
    return result


def polyroots(c):
    c = polytrim(c)
    if len(c) < 2:
        return np.array([], c.dtype)
    if len(c) == 2:
        return np.array([-c[0] / c[1]])
    companion = np.diag(np.ones(len(c) - 2), -1).astype(c.dtype)
    companion[:, -1] -= c[:-1] / c[-1]
    return np.sort(np.linalg.eigvals(companion[::-1, ::-1]))


def polyvander(x, deg):
    x = np.asarray(x) + 0.0
    return np.stack([x**0 if k == 0 else x**k for k in range(deg + 1)], -1)


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    x, y = np.asarray(x) + 0.0, np.asarray(y) + 0.0
    if np.ndim(deg) or deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1 or x.size == 0:
        raise TypeError("expected 1D vector for x" if x.ndim != 1 else "expected non-empty vector for x")
    if len(x) != len(y):
        raise TypeError("expected x and y to have same length")
    a = np.ones((len(x), deg + 1))
    for k in range(1, deg + 1):
        a[:, k] = a[:, k - 1] * x
    if w is not None:
        w = np.asarray(w) + 0.0
        a, y = a * w[:, None], (y.T * w).T
    scale = np.sqrt(np.square(a).sum(0))
    scale[scale == 0] = 1
    rcond = len(x) * np.finfo(x.dtype).eps if rcond is None else rcond
    c, rests, rank, s = np.linalg.lstsq(a / scale, y, rcond)
    c = (c.T / scale).T
    if rank != deg + 1 and not full:
        import warnings

        warnings.warn("The fit may be poorly conditioned", np.exceptions.RankWarning, stacklevel=2)
    return (c, [rests, rank, s, rcond]) if full else c
