"""Legendre's polynomials."""

import numpy as np

__all__ = ["legval", "leggauss"]


def legval(x, c, tensor=True):
    c, x = np.atleast_1d(np.asarray(c)) * 1.0, np.asarray(x)
    if tensor and x.ndim:
        c = c.reshape(c.shape + (1,) * x.ndim)
    if len(c) < 3:
        return c[0] + (c[1] * x if len(c) == 2 else 0)
    count, first, second = len(c), c[-2], c[-1]
    for k in range(3, len(c) + 1):
        count -= 1
        first, second = c[-k] - second * ((count - 1) / count), first + second * x * ((2 * count - 1) / count)
    return first + second * x


def leggauss(deg):
    """Points and weights of the quadrature of Gauss: exact for polynomials up to the degree `2 deg - 1`."""
    if deg < 1:
        raise ValueError("deg must be a positive integer")
    k = np.arange(1, deg)
    beside = k / np.sqrt((2 * k - 1) * (2 * k + 1.0))
    x = np.linalg.eigvalsh(np.diag(beside, 1) + np.diag(beside, -1))

    def both(x):
        """The polynomial and its derivative."""
        before, value = np.ones_like(x), x
        for n in range(2, deg + 1):
            before, value = value, ((2 * n - 1) * x * value - (n - 1) * before) / n
        return value, deg * (x * value - before) / (x * x - 1)

    value, slope = both(x)
    x = x - value / slope
    x = (x - x[::-1]) / 2
    slope = both(x)[1]
    w = 2 / ((1 - x * x) * slope * slope)
    w = (w + w[::-1]) / 2
    return x, w * (2.0 / w.sum())
