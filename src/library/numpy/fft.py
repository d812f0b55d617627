"""Discrete Fourier transforms of any length: names and argument forms over the native one."""

import _numpy
import numpy as np
from numpy import arange, asarray, concatenate

__all__ = ["fft", "ifft", "rfft", "irfft", "hfft", "ihfft", "fft2", "ifft2", "rfft2", "irfft2", "fftn", "ifftn", "rfftn",
           "irfftn", "fftfreq", "rfftfreq", "fftshift", "ifftshift"]


def _along(a, n, axis, inverse, norm, out, is_real=False):
    a = asarray(a)
    if n is None:
        n = 2 * (a.shape[axis] - 1) if inverse and is_real else a.shape[axis]
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')
    scale = 1 / n**0.5 if norm == "ortho" else 1 / n if inverse == (norm != "forward") else 1.0
    return _given(_numpy.transform(a, n, axis, inverse, scale, is_real), out)


def _given(result, out):
    return result if out is None else np._into(out, result)


def fft(a, n=None, axis=-1, norm=None, out=None):
    return _along(a, n, axis, False, norm, out)


def ifft(a, n=None, axis=-1, norm=None, out=None):
    return _along(a, n, axis, True, norm, out)


def rfft(a, n=None, axis=-1, norm=None, out=None):
    if asarray(a).dtype.kind == "c":
        raise TypeError("ufunc 'rfft_n_even' did not contain a loop with signature matching types of complex numbers")
    return _along(a, n, axis, False, norm, out, True)


def irfft(a, n=None, axis=-1, norm=None, out=None):
    return _along(a, n, axis, True, norm, out, True)


def hfft(a, n=None, axis=-1, norm=None, out=None):
    n = (np.shape(a)[axis] - 1) * 2 if n is None else n
    turned = {None: "forward", "backward": "forward", "forward": "backward"}.get(norm, norm)
    return irfft(np.conjugate(a), n, axis, turned, out)


def ihfft(a, n=None, axis=-1, norm=None, out=None):
    turned = {None: "forward", "backward": "forward", "forward": "backward"}.get(norm, norm)
    return _given(np.conjugate(rfft(a, n, axis, turned)), out)


def _lengths(a, s, axes):
    """The axes, and how many points each has."""
    count = asarray(a).ndim
    if axes is None:
        axes = range(count) if s is None else range(-len(s), 0)
    s = [None] * len(axes) if s is None else [None if n == -1 else n for n in s]
    if len(s) != len(axes):
        raise ValueError("Shape and axes have different lengths.")
    return list(zip(axes, s))


def fftn(a, s=None, axes=None, norm=None, out=None):
    for axis, n in reversed(_lengths(a, s, axes)):
        a = fft(a, n, axis, norm)
    return _given(a, out)


def ifftn(a, s=None, axes=None, norm=None, out=None):
    for axis, n in reversed(_lengths(a, s, axes)):
        a = ifft(a, n, axis, norm)
    return _given(a, out)


def rfftn(a, s=None, axes=None, norm=None, out=None):
    *others, (last, n) = _lengths(a, s, axes)
    a = rfft(a, n, last, norm)
    for axis, n in reversed(others):
        a = fft(a, n, axis, norm)
    return _given(a, out)


def irfftn(a, s=None, axes=None, norm=None, out=None):
    *others, (last, n) = _lengths(a, s, axes)
    for axis, m in others:
        a = ifft(a, m, axis, norm)
    return irfft(a, n, last, norm, out)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    return fftn(a, s, axes, norm, out)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    return ifftn(a, s, axes, norm, out)


def rfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    return rfftn(a, s, axes, norm, out)


def irfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    return irfftn(a, s, axes, norm, out)


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


def __getattr__(name):
    from ._missing import error

    raise error("numpy.fft", name, __all__)
