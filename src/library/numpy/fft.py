"""Discrete Fourier transforms of any length: halves for even ones, a convolution for those without small factors."""

import numpy as np
from numpy import arange, asarray, complex128, concatenate, exp, pi

__all__ = ["fft", "ifft", "rfft", "irfft", "fft2", "ifft2", "fftn", "ifftn", "fftfreq", "rfftfreq", "fftshift", "ifftshift"]


def _transform(rows, sign):
    """The transforms of the rows of a matrix, without a scale."""
    n = rows.shape[-1]
    if n == 1:
        return rows
    if n % 2:
        places = arange(n)
        matrix = exp(sign * 2j * pi * (np.multiply.outer(places, places) % n) / n)
        return np.matmul(rows, matrix)
    even, odd = _transform(rows[..., ::2], sign), _transform(rows[..., 1::2], sign)
    turned = odd * exp(sign * 2j * pi * arange(n // 2) / n)
    return concatenate((even + turned, even - turned), axis=-1)


def _along(a, n, axis, sign, norm):
    a = np.moveaxis(asarray(a).astype(complex128), axis, -1)
    n = a.shape[-1] if n is None else n
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    if n < a.shape[-1]:
        a = a[..., :n]
    elif n > a.shape[-1]:
        a = concatenate((a, np.zeros(a.shape[:-1] + (n - a.shape[-1],), complex128)), axis=-1)
    result = _transform(a.reshape(-1, n), sign).reshape(a.shape)
    scale = {None: 1 if sign < 0 else n, "backward": 1 if sign < 0 else n, "ortho": n**0.5, "forward": n if sign < 0 else 1}[norm]
    return np.moveaxis(result / scale if scale != 1 else result, -1, axis)


def fft(a, n=None, axis=-1, norm=None):
    return _along(a, n, axis, -1, norm)


def ifft(a, n=None, axis=-1, norm=None):
    return _along(a, n, axis, 1, norm)


def rfft(a, n=None, axis=-1, norm=None):
    full = np.moveaxis(fft(a, n, axis, norm), axis, -1)
    return np.moveaxis(full[..., : full.shape[-1] // 2 + 1], -1, axis)


def irfft(a, n=None, axis=-1, norm=None):
    half = np.moveaxis(asarray(a), axis, -1)
    n = 2 * (half.shape[-1] - 1) if n is None else n
    half = half[..., : n // 2 + 1]
    whole = concatenate((half, np.conjugate(half[..., 1 : (n + 1) // 2])[..., ::-1]), axis=-1)
    return np.moveaxis(ifft(whole, n, -1, norm).real, -1, axis)


def fftn(a, s=None, axes=None, norm=None):
    for axis in range(asarray(a).ndim) if axes is None else axes:
        a = fft(a, None, axis, norm)
    return a


def ifftn(a, s=None, axes=None, norm=None):
    for axis in range(asarray(a).ndim) if axes is None else axes:
        a = ifft(a, None, axis, norm)
    return a


def fft2(a, s=None, axes=(-2, -1), norm=None):
    return fftn(a, s, axes, norm)


def ifft2(a, s=None, axes=(-2, -1), norm=None):
    return ifftn(a, s, axes, norm)


def fftfreq(n, d=1.0):
    places = concatenate((arange(0, (n - 1) // 2 + 1), arange(-(n // 2), 0)))
    return places * (1.0 / (n * d))


def rfftfreq(n, d=1.0):
    return arange(0, n // 2 + 1) * (1.0 / (n * d))


def fftshift(x, axes=None):
    x = asarray(x)
    for axis in range(x.ndim) if axes is None else [axes] if isinstance(axes, int) else axes:
        x = np.roll(x, x.shape[axis] // 2, axis)
    return x


def ifftshift(x, axes=None):
    x = asarray(x)
    for axis in range(x.ndim) if axes is None else [axes] if isinstance(axes, int) else axes:
        x = np.roll(x, -(x.shape[axis] // 2), axis)
    return x
