"""Laguerre's polynomials."""

import numpy as np

from ._base import Base
from ._series import degree_of, functions, on_sides, series, trimmed


class _Kind:
    short, domain, x = "lag", [0.0, 1.0], [1, -1]

    @staticmethod
    def line(off, scl):
        return np.array([off + scl, -scl]) if scl != 0 else np.array([off])

    @staticmethod
    def weight(x):
        return np.exp(-x)

    @staticmethod
    def mulx(c):
        c = trimmed(series(c))
        if len(c) == 1 and c[0] == 0:
            return c
        result = np.empty(len(c) + 1, c.dtype)
        result[0], result[1] = c[0], -c[0]
        for i in range(1, len(c)):
            result[i + 1] = -c[i] * (i + 1)
            result[i] += c[i] * (2 * i + 1)
            result[i - 1] -= c[i] * i
        return result

    @staticmethod
    def step(c, first, second, count, plus, minus, mulx):
        return (minus(c, (second * (count - 1)) / count),
                plus(first, minus((2 * count - 1) * second, mulx(second)) / count))

    @staticmethod
    def close(first, second, plus, minus, mulx):
        return plus(first, minus(second, mulx(second)))

    @staticmethod
    def short_power(c):
        return c if len(c) == 1 else np.array([c[0] + c[1], -c[1]])

    @staticmethod
    def value(x, c):
        if len(c) < 3:
            first, second = c[0], c[1] if len(c) == 2 else 0
        else:
            count, first, second = len(c), c[-2], c[-1]
            for place in range(3, len(c) + 1):
                count -= 1
                first, second = (c[-place] - (second * (count - 1)) / count,
                                 first + (second * ((2 * count - 1) - x)) / count)
        return first + second * (1 - x)

    @staticmethod
    def derivative(c, result):
        for j in range(len(c) - 1, 1, -1):
            result[j - 1] = -c[j]
            c[j - 1] += c[j]
        result[0] = -c[1]
        return result

    @staticmethod
    def integral(c, result):
        result[0], result[1] = c[0], -c[0]
        for j in range(1, len(c)):
            result[j] += c[j]
            result[j + 1] = -c[j]
        return result

    @staticmethod
    def rows(x, v):
        v[1] = 1 - x
        for i in range(2, len(v)):
            v[i] = (v[i - 1] * (2 * i - 1 - x) - v[i - 2] * (i - 1)) / i

    @staticmethod
    def root(c):
        return 1 + c[0] / c[1]

    @staticmethod
    def companion(c, n):
        m = on_sides(c, n, -np.arange(1, n), 2.0 * np.arange(n) + 1.0)
        m[:, -1] += (c[:-1] / c[-1]) * n
        return m


globals().update(functions("lag", _Kind))


def laggauss(deg):
    """Points and weights of the quadrature of Gauss with the weight of these polynomials."""
    deg = degree_of(deg)
    c = np.array([0] * deg + [1])
    x = np.linalg.eigvalsh(lagcompanion(c))
    slope = lagval(x, lagder(c))
    x -= lagval(x, c) / slope
    before = lagval(x, c[1:])
    before /= np.abs(before).max()
    slope /= np.abs(slope).max()
    w = 1 / (before * slope)
    w /= w.sum()
    return x, w


class Laguerre(Base):
    """A series of Laguerre's polynomials."""

    _page, _prefix, basis_name = __name__, "lag", "L"
    domain = window = np.array([0.0, 1.0])


__all__ = [name for name in globals() if name.startswith("lag") or name.endswith("lag")] + ["Laguerre"]
