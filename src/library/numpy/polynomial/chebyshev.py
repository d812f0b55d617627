"""Chebyshev's polynomials."""

import numpy as np

from ._base import Base, mapped
from ._series import degree_of, divided, from_roots, functions, on_sides, raised, series, trimmed


class _Kind:
    short, domain, x = "cheb", [-1.0, 1.0], [0, 1]

    @staticmethod
    def line(off, scl):
        return np.array([off, scl]) if scl != 0 else np.array([off])

    @staticmethod
    def weight(x):
        return 1.0 / (np.sqrt(1.0 + x) * np.sqrt(1.0 - x))

    @staticmethod
    def mulx(c):
        c = trimmed(series(c))
        if len(c) == 1 and c[0] == 0:
            return c
        result = np.empty(len(c) + 1, c.dtype)
        result[0], result[1] = c[0] * 0, c[0]
        if len(c) > 1:
            half = c[1:] / 2
            result[2:] = half
            result[0:-2] += half
        return result

    @staticmethod
    def step(c, first, second, count, plus, minus, mulx):
        return minus(c, second), plus(first, mulx(second) * 2)

    @staticmethod
    def close(first, second, plus, minus, mulx):
        return plus(first, mulx(second))

    @staticmethod
    def short_power(c):
        return c

    @staticmethod
    def value(x, c):
        if len(c) < 3:
            first, second = c[0], c[1] if len(c) == 2 else 0
        else:
            twice, first, second = 2 * x, c[-2], c[-1]
            for place in range(3, len(c) + 1):
                first, second = c[-place] - second, first + second * twice
        return first + second * x

    @staticmethod
    def derivative(c, result):
        n = len(c) - 1
        for j in range(n, 2, -1):
            result[j - 1] = (2 * j) * c[j]
            c[j - 2] += (j * c[j]) / (j - 2)
        if n > 1:
            result[1] = 4 * c[2]
        result[0] = c[1]
        return result

    @staticmethod
    def integral(c, result):
        result[0], result[1] = c[0] * 0, c[0]
        if len(c) > 1:
            result[2] = c[1] / 4
        for j in range(2, len(c)):
            result[j + 1] = c[j] / (2 * (j + 1))
            result[j - 1] -= c[j] / (2 * (j - 1))
        return result

    @staticmethod
    def rows(x, v):
        v[1] = x
        twice = 2 * x
        for i in range(2, len(v)):
            v[i] = v[i - 1] * twice - v[i - 2]

    @staticmethod
    def root(c):
        return -c[0] / c[1]

    @staticmethod
    def companion(c, n):
        scale = np.array([1.0] + [np.sqrt(0.5)] * (n - 1))
        m = on_sides(c, n, [np.sqrt(0.5)] + [0.5] * (n - 2))
        m[:, -1] -= (c[:-1] / c[-1]) * (scale / scale[-1]) * 0.5
        return m


globals().update(functions("cheb", _Kind))


def _both_sides(c):
    """The series as one of powers of `z` and of its inverse: half of each coefficient on each side."""
    half = np.zeros(2 * len(c) - 1, c.dtype)
    half[len(c) - 1 :] = c / 2
    return half + half[::-1]


def _one_side(z):
    c = z[len(z) // 2 :].copy()
    c[1:] *= 2
    return c


def chebmul(c1, c2):
    c1, c2 = trimmed(series(c1)), trimmed(series(c2))
    return trimmed(_one_side(np.convolve(_both_sides(c1), _both_sides(c2))))


def chebdiv(c1, c2):
    return divided(chebmul, c1, c2)


def chebpow(c, pow, maxpower=16):
    return raised(chebmul, c, pow, maxpower)


def chebfromroots(roots):
    return from_roots(_Kind.line, chebmul, roots)


def chebgauss(deg):
    deg = degree_of(deg)
    return np.cos(np.pi * np.arange(1, 2 * deg, 2) / (2.0 * deg)), np.ones(deg) * (np.pi / deg)


def chebpts1(npts):
    count = int(npts)
    if count != npts:
        raise ValueError("npts must be integer")
    if count < 1:
        raise ValueError("npts must be >= 1")
    return np.sin(0.5 * np.pi / count * np.arange(-count + 1, count + 1, 2))


def chebpts2(npts):
    count = int(npts)
    if count != npts:
        raise ValueError("npts must be integer")
    if count < 2:
        raise ValueError("npts must be >= 2")
    return np.cos(np.linspace(-np.pi, 0, count))


def chebinterpolate(func, deg, args=()):
    deg = np.asarray(deg)
    if deg.ndim > 0 or deg.dtype.kind not in "iu" or deg.size == 0:
        raise TypeError("deg must be an int")
    if deg < 0:
        raise ValueError("expected deg >= 0")
    order = int(deg) + 1
    x = chebpts1(order)
    c = np.dot(chebvander(x, order - 1).T, func(x, *args))
    c[0] /= order
    c[1:] /= 0.5 * order
    return c


class Chebyshev(Base):
    """A series of Chebyshev's polynomials."""

    _page, _prefix, basis_name = __name__, "cheb", "T"
    domain = window = np.array([-1.0, 1.0])

    @classmethod
    def interpolate(cls, func, deg, domain=None, args=()):
        domain = cls.domain if domain is None else domain
        return cls(chebinterpolate(lambda x: func(mapped(x, cls.window, domain), *args), deg), domain)


__all__ = [name for name in globals() if name.startswith("cheb") or name.endswith("cheb")] + ["cheb2poly", "Chebyshev"]
