"""Views of any shape and strides."""

import _numpy
import numpy as np
from numpy import broadcast_arrays, broadcast_shapes, broadcast_to

__all__ = ["as_strided", "sliding_window_view", "broadcast_to", "broadcast_arrays", "broadcast_shapes"]


def as_strided(x, shape=None, strides=None, subok=False, writeable=True):
    x = np.asarray(x)
    view = _numpy.strided(x, x.shape if shape is None else shape, x.strides if strides is None else strides)
    if not writeable:
        _numpy.set_writeable(view, False)
    return view


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    x = np.asarray(x)
    window = tuple(window_shape) if isinstance(window_shape, (tuple, list)) else (window_shape,)
    if any(length < 0 for length in window):
        raise ValueError("`window_shape` cannot contain negative values")
    if axis is None:
        axes = tuple(range(x.ndim))
        if len(window) != len(axes):
            raise ValueError(
                "Since axis is None, must provide window_shape for all dimensions of `x`; got "
                f"{len(window)} window_shape elements and `x.ndim` is {x.ndim}."
            )
    else:
        axes = tuple(np._axis(one, x.ndim) for one in (axis if isinstance(axis, (tuple, list)) else (axis,)))
        if len(window) != len(axes):
            raise ValueError(
                "Must provide matching length window_shape and axis; got "
                f"{len(window)} window_shape elements and {len(axes)} axes elements."
            )
    shape = list(x.shape)
    for one, length in zip(axes, window):
        if shape[one] < length:
            raise ValueError("window shape cannot be larger than input array shape")
        shape[one] -= length - 1
    strides = x.strides + tuple(x.strides[one] for one in axes)
    return as_strided(x, tuple(shape) + window, strides, writeable=writeable)
