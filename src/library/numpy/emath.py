"""Functions that give complex numbers where there is no real result."""

import numpy as np


def _wide(x, is_outside):
    """An array, of complex numbers if some element has no real result."""
    x = np.asarray(x)
    if x.dtype.kind == "c" or not np.any(is_outside(x)):
        return x
    small = x.dtype in (np.float32, np.int8, np.int16, np.uint8, np.uint16)
    return x.astype(np.complex64 if small else np.complex128)


def _is_negative(x):
    return x < 0


def _is_beyond_one(x):
    return np.abs(x) > 1


def sqrt(x):
    return np.sqrt(_wide(x, _is_negative))


def log(x):
    return np.log(_wide(x, _is_negative))


def log2(x):
    return np.log2(_wide(x, _is_negative))


def log10(x):
    return np.log10(_wide(x, _is_negative))


def logn(n, x):
    return np.log(_wide(x, _is_negative)) / np.log(_wide(n, _is_negative))


def power(x, p):
    x, p = _wide(x, _is_negative), np.asarray(p)
    # Whole numbers to negative powers are no whole numbers.
    return np.power(x, p * 1.0 if p.dtype.kind in "iu" and np.any(p < 0) else p)


def arccos(x):
    return np.arccos(_wide(x, _is_beyond_one))


def arcsin(x):
    return np.arcsin(_wide(x, _is_beyond_one))


def arctanh(x):
    return np.arctanh(_wide(x, _is_beyond_one))
