"""Functions of the coefficients of polynomials, in the order of rising powers."""

from operator import index

import numpy as np

from . import _series as common
from ._base import RAISED, Base
from ._series import cut as polytrim, series as _series

__all__ = ["polyval", "polyadd", "polysub", "polymul", "polydiv", "polypow", "polyder", "polyint", "polyroots", "polyfromroots",
           "polyvander", "polyfit", "polytrim", "polyline", "polymulx", "polyvalfromroots", "polycompanion", "polyval2d", "polyval3d",
           "polygrid2d", "polygrid3d", "polyvander2d", "polyvander3d", "polydomain", "polyzero", "polyone", "polyx", "Polynomial"]

polydomain, polyzero, polyone, polyx = np.array([-1.0, 1.0]), np.array([0]), np.array([1]), np.array([0, 1])


def polyline(off, scl):
    return np.array([off, scl]) if scl != 0 else np.array([off])


def polyval(x, c, tensor=True):
    c = np.array(c, ndmin=1)
    c = c + 0.0 if c.dtype.kind in "biu" else c
    if isinstance(x, (tuple, list)):
        x = np.asarray(x)
    if isinstance(x, np.ndarray) and tensor:
        c = c.reshape(c.shape + (1,) * x.ndim)
    y = c[-1] + x * 0
    for k in range(2, len(c) + 1):
        y = c[-k] + y * x
    return y


def polyvalfromroots(x, r, tensor=True):
    r = np.array(r, ndmin=1) * 1.0
    if isinstance(x, (tuple, list)):
        x = np.asarray(x)
    if isinstance(x, np.ndarray):
        if tensor:
            r = r.reshape(r.shape + (1,) * x.ndim)
        elif x.ndim >= r.ndim:
            raise ValueError("x.ndim must be < r.ndim when tensor == False")
    return np.prod(x - r, axis=0)


def polyadd(c1, c2):
    return common.plus(c1, c2)


def polysub(c1, c2):
    return common.minus(c1, c2)


def polymul(c1, c2):
    return polytrim(np.convolve(_series(c1), _series(c2)))


def polymulx(c):
    c = common.trimmed(_series(c))
    return c if len(c) == 1 and c[0] == 0 else np.concatenate(([0.0], c))


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
    if int(pow) != pow or pow < 0:
        raise ValueError("Power must be a non-negative integer.")
    if maxpower is not None and pow > maxpower:
        raise ValueError("Power is too large")
    c = polytrim(c)
    if pow == 0:
        return np.array([1], dtype=c.dtype)
    result = c
    for _ in range(2, int(pow) + 1):
        result = np.convolve(result, c)
    return result


def polyder(c, m=1, scl=1, axis=0):
    def slope(c):
        factors = np.arange(1, len(c)).reshape((-1,) + (1,) * (c.ndim - 1))
        return factors * c[1:]

    return common.differentiated(slope, c, m, scl, axis)


def polyint(c, m=1, k=(), lbnd=0, scl=1, axis=0):
    def whole(c):
        divisors = np.arange(1, len(c) + 1).reshape((-1,) + (1,) * (c.ndim - 1))
        return np.concatenate((c[:1] * 0, c / divisors))

    return common.integrated(whole, polyval, c, m, k, lbnd, scl, axis)


def polycompanion(c):
    c = polytrim(c)
    if len(c) < 2:
        raise ValueError("Series must have maximum degree of at least 1.")
    if len(c) == 2:
        return np.array([[-c[0] / c[1]]])
    companion = np.diag(np.ones(len(c) - 2), -1).astype(c.dtype)
    companion[:, -1] -= c[:-1] / c[-1]
    return companion


def polyroots(c):
    c = polytrim(c)
    if len(c) < 2:
        return np.array([], c.dtype)
    if len(c) == 2:
        return np.array([-c[0] / c[1]])
    return np.sort(np.linalg.eigvals(polycompanion(c)[::-1, ::-1]))


def polyvander(x, deg):
    deg = index(deg)
    if deg < 0:
        raise ValueError("deg must be non-negative")
    x = np.array(x, ndmin=1) + 0.0
    rows = np.empty((deg + 1,) + x.shape, x.dtype)
    rows[0] = x * 0 + 1
    for k in range(1, deg + 1):
        rows[k] = rows[k - 1] * x
    return np.moveaxis(rows, 0, -1)


def polyfromroots(roots):
    return common.from_roots(polyline, polymul, roots)


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    return common.fitted(polyvander, x, y, deg, rcond, full, w)


def polyval2d(x, y, c):
    return common.at_points(polyval, c, x, y)


def polyval3d(x, y, z, c):
    return common.at_points(polyval, c, x, y, z)


def polygrid2d(x, y, c):
    return common.on_grid(polyval, c, x, y)


def polygrid3d(x, y, z, c):
    return common.on_grid(polyval, c, x, y, z)


def polyvander2d(x, y, deg):
    return common.products_of(polyvander, (x, y), deg)


def polyvander3d(x, y, z, deg):
    return common.products_of(polyvander, (x, y, z), deg)


class Polynomial(Base):
    """A polynomial."""

    _page, _prefix = __name__, "poly"
    domain = window = polydomain

    def _term(self, power, argument, is_ascii):
        if is_ascii:
            return f" {argument}" + (f"**{power}" if power > 1 else "")
        return f"·{argument}" + (str(power).translate(RAISED) if power > 1 else "")
