"""Discrete Fourier transforms of any length: names and argument forms over the native one."""

import _numpy
import numpy as np
from numpy import arange, asarray, concatenate

__all__ = ["fft", "ifft", "rfft", "irfft", "hfft", "ihfft", "fft2", "ifft2", "rfft2", "irfft2", "fftn", "ifftn", "rfftn",
           "irfftn", "fftfreq", "rfftfreq", "fftshift", "ifftshift"]


def _along(a, n, axis, inverse, norm):
    a = asarray(a)
    n = a.shape[axis] if n is None else n
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')
    scale = 1 / n**0.5 if norm == "ortho" else 1 / n if inverse == (norm != "forward") else 1.0
    return _numpy.transform(a, n, axis, inverse, scale)


def fft(a, n=None, axis=-1, norm=None):
    return _along(a, n, axis, False, norm)


def ifft(a, n=None, axis=-1, norm=None):
    return _along(a, n, axis, True, norm)


def rfft(a, n=None, axis=-1, norm=None):
    full = np.moveaxis(fft(a, n, axis, norm), axis, -1)
    return np.moveaxis(full[..., : full.shape[-1] // 2 + 1], -1, axis)


def irfft(a, n=None, axis=-1, norm=None):
    half = np.moveaxis(asarray(a), axis, -1)
    n = 2 * (half.shape[-1] - 1) if n is None else n
    half = half[..., : n // 2 + 1]
    whole = concatenate((half, np.conjugate(half[..., 1 : (n + 1) // 2])[..., ::-1]), axis=-1)
    return np.moveaxis(ifft(whole, n, -1, norm).real.copy(), -1, axis)


def hfft(a, n=None, axis=-1, norm=None):
    n = (np.shape(a)[axis] - 1) * 2 if n is None else n
    turned = {None: "forward", "backward": "forward", "forward": "backward"}.get(norm, norm)
    return irfft(np.conjugate(a), n, axis, turned)


def ihfft(a, n=None, axis=-1, norm=None):
    turned = {None: "forward", "backward": "forward", "forward": "backward"}.get(norm, norm)
    return np.conjugate(rfft(a, n, axis, turned))


def _lengths(a, s, axes):
    """The axes, and how many points each has."""
    count = asarray(a).ndim
    if axes is None:
        axes = range(count) if s is None else range(-len(s), 0)
    return list(zip(axes, [None] * len(axes) if s is None else s))


def fftn(a, s=None, axes=None, norm=None):
    for axis, n in reversed(_lengths(a, s, axes)):
        a = fft(a, n, axis, norm)
    return a


def ifftn(a, s=None, axes=None, norm=None):
    for axis, n in reversed(_lengths(a, s, axes)):
        a = ifft(a, n, axis, norm)
    return a


def rfftn(a, s=None, axes=None, norm=None):
    *others, (last, n) = _lengths(a, s, axes)
    a = rfft(a, n, last, norm)
    for axis, n in reversed(others):
        a = fft(a, n, axis, norm)
    return a


def irfftn(a, s=None, axes=None, norm=None):
    *others, (last, n) = _lengths(a, s, axes)
    for axis, m in others:
        a = ifft(a, m, axis, norm)
    return irfft(a, n, last, norm)


def fft2(a, s=None, axes=(-2, -1), norm=None):
    return fftn(a, s, axes, norm)


def ifft2(a, s=None, axes=(-2, -1), norm=None):
    return ifftn(a, s, axes, norm)


def rfft2(a, s=None, axes=(-2, -1), norm=None):
    return rfftn(a, s, axes, norm)


def irfft2(a, s=None, axes=(-2, -1), norm=None):
    return irfftn(a, s, axes, norm)


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
