"""Legendre's polynomials."""

import numpy as np

from ._base import Base
from ._series import degree_of, functions, on_sides, series, symmetric_points, trimmed


class _Kind:
    short, domain, x = "leg", [-1.0, 1.0], [0, 1]

    @staticmethod
    def line(off, scl):
        return np.array([off, scl]) if scl != 0 else np.array([off])

    @staticmethod
    def weight(x):
        return x * 0.0 + 1.0

    @staticmethod
    def mulx(c):
        c = trimmed(series(c))
        if len(c) == 1 and c[0] == 0:
            return c
        result = np.empty(len(c) + 1, c.dtype)
        result[0], result[1] = c[0] * 0, c[0]
        for i in range(1, len(c)):
            result[i + 1] = (c[i] * (i + 1)) / (2 * i + 1)
            result[i - 1] += (c[i] * i) / (2 * i + 1)
        return result

    @staticmethod
    def step(c, first, second, count, plus, minus, mulx):
        return minus(c, (second * (count - 1)) / count), plus(first, (mulx(second) * (2 * count - 1)) / count)

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
                first, second = (c[-place] - second * ((count - 1) / count),
                                 first + second * x * ((2 * count - 1) / count))
        return first + second * x

    @staticmethod
    def derivative(c, result):
        n = len(c) - 1
        for j in range(n, 2, -1):
            result[j - 1] = (2 * j - 1) * c[j]
            c[j - 2] += c[j]
        if n > 1:
            result[1] = 3 * c[2]
        result[0] = c[1]
        return result

    @staticmethod
    def integral(c, result):
        result[0], result[1] = c[0] * 0, c[0]
        if len(c) > 1:
            result[2] = c[1] / 3
        for j in range(2, len(c)):
            result[j + 1] = part = c[j] / (2 * j + 1)
            result[j - 1] -= part
        return result

    @staticmethod
    def rows(x, v):
        v[1] = x
        for i in range(2, len(v)):
            v[i] = (v[i - 1] * x * (2 * i - 1) - v[i - 2] * (i - 1)) / i

    @staticmethod
    def root(c):
        return -c[0] / c[1]

    @staticmethod
    def companion(c, n):
        scale = 1.0 / np.sqrt(2 * np.arange(n) + 1)
        m = on_sides(c, n, np.arange(1, n) * scale[: n - 1] * scale[1:n])
        m[:, -1] -= (c[:-1] / c[-1]) * (scale / scale[-1]) * (n / (2 * n - 1))
        return m


globals().update(functions("leg", _Kind))


def leggauss(deg):
    """Points and weights of the quadrature of Gauss: exact for polynomials up to the degree `2 deg - 1`."""
    deg = degree_of(deg)
    c = np.array([0] * deg + [1])
    x = np.linalg.eigvalsh(legcompanion(c))
    slope = legval(x, legder(c))
    x -= legval(x, c) / slope
    before = legval(x, c[1:])
    before /= np.abs(before).max()
    slope /= np.abs(slope).max()
    return symmetric_points(x, 1 / (before * slope), 2.0)


class Legendre(Base):
    """A series of Legendre's polynomials."""

    _page, _prefix, basis_name = __name__, "leg", "P"
    domain = window = np.array([-1.0, 1.0])


__all__ = [name for name in globals() if name.startswith("leg") or name.endswith("leg")] + ["Legendre"]
