"""Hermite's polynomials, as they stand in the theory of probability."""

import numpy as np

from ._base import Base
from ._series import degree_of, functions, on_sides, series, symmetric_points, trimmed


class _Kind:
    short, domain, x = "herme", [-1.0, 1.0], [0, 1]

    @staticmethod
    def line(off, scl):
        return np.array([off, scl]) if scl != 0 else np.array([off])

    @staticmethod
    def weight(x):
        return np.exp(-0.5 * x**2)

    @staticmethod
    def mulx(c):
        c = trimmed(series(c))
        if len(c) == 1 and c[0] == 0:
            return c
        result = np.empty(len(c) + 1, c.dtype)
        result[0], result[1] = c[0] * 0, c[0]
        for i in range(1, len(c)):
            result[i + 1] = c[i]
            result[i - 1] += c[i] * i
        return result

    @staticmethod
    def step(c, first, second, count, plus, minus, mulx):
        return minus(c, second * (count - 1)), plus(first, mulx(second))

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
            count, first, second = len(c), c[-2], c[-1]
            for place in range(3, len(c) + 1):
                count -= 1
                first, second = c[-place] - second * (count - 1), first + second * x
        return first + second * x

    @staticmethod
    def derivative(c, result):
        for j in range(len(c) - 1, 0, -1):
            result[j - 1] = j * c[j]
        return result

    @staticmethod
    def integral(c, result):
        result[0], result[1] = c[0] * 0, c[0]
        for j in range(1, len(c)):
            result[j + 1] = c[j] / (j + 1)
        return result

    @staticmethod
    def rows(x, v):
        v[1] = x
        for i in range(2, len(v)):
            v[i] = v[i - 1] * x - v[i - 2] * (i - 1)

    @staticmethod
    def root(c):
        return -c[0] / c[1]

    @staticmethod
    def companion(c, n):
        scale = np.hstack((1.0, 1.0 / np.sqrt(np.arange(n - 1, 0, -1))))
        scale = np.multiply.accumulate(scale)[::-1]
        m = on_sides(c, n, np.sqrt(np.arange(1, n)))
        m[:, -1] -= scale * c[:-1] / c[-1]
        return m


globals().update(functions("herme", _Kind))


def _normed(x, n):
    """The polynomial of a degree, with a norm of 1: numbers stay small."""
    first, second = 0.0, 1.0 / np.sqrt(np.sqrt(2 * np.pi))
    if n == 0:
        return np.full(x.shape, second)
    count = float(n)
    for _ in range(n - 1):
        first, second = -second * np.sqrt((count - 1.0) / count), first + second * x * np.sqrt(1.0 / count)
        count -= 1.0
    return first + second * x


def hermegauss(deg):
    """Points and weights of the quadrature of Gauss with the weight of these polynomials."""
    deg = degree_of(deg)
    x = np.linalg.eigvalsh(hermecompanion(np.array([0] * deg + [1])))
    x -= _normed(x, deg) / (_normed(x, deg - 1) * np.sqrt(deg))
    before = _normed(x, deg - 1)
    before /= np.abs(before).max()
    return symmetric_points(x, 1 / (before * before), np.sqrt(2 * np.pi))


class HermiteE(Base):
    """A series of such polynomials."""

    _page, _prefix, basis_name = __name__, "herme", "He"
    domain = window = np.array([-1.0, 1.0])


__all__ = [name for name in globals() if name.startswith("herme") or name.endswith("herme")] + ["HermiteE"]
