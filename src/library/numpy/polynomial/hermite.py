"""Hermite's polynomials, as physicists have them."""

import numpy as np

from ._base import Base
from ._series import degree_of, functions, on_sides, series, symmetric_points, trimmed


class _Kind:
    short, domain, x = "herm", [-1.0, 1.0], [0, 1 / 2]

    @staticmethod
    def line(off, scl):
        return np.array([off, scl / 2]) if scl != 0 else np.array([off])

    @staticmethod
    def weight(x):
        return np.exp(-x**2)

    @staticmethod
    def mulx(c):
        c = trimmed(series(c))
        if len(c) == 1 and c[0] == 0:
            return c
        result = np.empty(len(c) + 1, c.dtype)
        result[0], result[1] = c[0] * 0, c[0] / 2
        for i in range(1, len(c)):
            result[i + 1] = c[i] / 2
            result[i - 1] += c[i] * i
        return result

    @staticmethod
    def step(c, first, second, count, plus, minus, mulx):
        return minus(c, second * (2 * (count - 1))), plus(first, mulx(second) * 2)

    @staticmethod
    def close(first, second, plus, minus, mulx):
        return plus(first, mulx(second) * 2)

    @staticmethod
    def short_power(c):
        if len(c) == 2:
            c[1] *= 2
        return c

    @staticmethod
    def value(x, c):
        twice = x * 2
        if len(c) < 3:
            first, second = c[0], c[1] if len(c) == 2 else 0
        else:
            count, first, second = len(c), c[-2], c[-1]
            for place in range(3, len(c) + 1):
                count -= 1
                first, second = c[-place] - second * (2 * (count - 1)), first + second * twice
        return first + second * twice

    @staticmethod
    def derivative(c, result):
        for j in range(len(c) - 1, 0, -1):
            result[j - 1] = (2 * j) * c[j]
        return result

    @staticmethod
    def integral(c, result):
        result[0], result[1] = c[0] * 0, c[0] / 2
        for j in range(1, len(c)):
            result[j + 1] = c[j] / (2 * (j + 1))
        return result

    @staticmethod
    def rows(x, v):
        twice = x * 2
        v[1] = twice
        for i in range(2, len(v)):
            v[i] = v[i - 1] * twice - v[i - 2] * (2 * (i - 1))

    @staticmethod
    def root(c):
        return -0.5 * c[0] / c[1]

    @staticmethod
    def companion(c, n):
        scale = np.hstack((1.0, 1.0 / np.sqrt(2.0 * np.arange(n - 1, 0, -1))))
        scale = np.multiply.accumulate(scale)[::-1]
        m = on_sides(c, n, np.sqrt(0.5 * np.arange(1, n)))
        m[:, -1] -= scale * c[:-1] / (2.0 * c[-1])
        return m


globals().update(functions("herm", _Kind))


def _normed(x, n):
    """The polynomial of a degree, with a norm of 1: numbers stay small."""
    first, second = 0.0, 1.0 / np.sqrt(np.sqrt(np.pi))
    if n == 0:
        return np.full(x.shape, second)
    count = float(n)
    for _ in range(n - 1):
        first, second = -second * np.sqrt((count - 1.0) / count), first + second * x * np.sqrt(2.0 / count)
        count -= 1.0
    return first + second * x * np.sqrt(2)


def hermgauss(deg):
    """Points and weights of the quadrature of Gauss with the weight of these polynomials."""
    deg = degree_of(deg)
    x = np.linalg.eigvalsh(hermcompanion(np.array([0] * deg + [1], dtype=np.float64)))
    x -= _normed(x, deg) / (_normed(x, deg - 1) * np.sqrt(2 * deg))
    before = _normed(x, deg - 1)
    before /= np.abs(before).max()
    return symmetric_points(x, 1 / (before * before), np.sqrt(np.pi))


class Hermite(Base):
    """A series of Hermite's polynomials."""

    _page, _prefix, basis_name = __name__, "herm", "H"
    domain = window = np.array([-1.0, 1.0])


__all__ = [name for name in globals() if name.startswith("herm") or name.endswith("herm")] + ["Hermite"]
