"""Grids by subscripts, places of arrays, and iterators over them."""

import math

import _numpy
import numpy as np
from numpy import arange, asarray, int64

__all__ = ["mgrid", "ogrid", "r_", "c_", "s_", "index_exp", "ndindex", "ndenumerate", "nditer", "ix_", "unravel_index",
           "ravel_multi_index", "broadcast"]


class _Grid:
    """`mgrid[0:3, 0:1:5j]`"""

    def __init__(self, sparse):
        self.sparse = sparse

    def __getitem__(self, key):
        single = not isinstance(key, tuple)
        rows = [self._row(part) for part in ((key,) if single else key)]
        if single:
            return rows[0]
        if any(row.dtype.kind == "f" for row in rows):
            rows = [row.astype(float) for row in rows]
        grids = np.meshgrid(*rows, indexing="ij", sparse=self.sparse)
        return tuple(grids) if self.sparse else np.array(grids)

    def _row(self, part):
        start = 0 if part.start is None else part.start
        step = 1 if part.step is None else part.step
        if isinstance(step, complex):
            return np.linspace(start, part.stop, int(abs(step)))
        return arange(start, part.stop, step)


mgrid, ogrid = _Grid(False), _Grid(True)


class _Rows:
    def __init__(self, columns):
        self.columns = columns

    def __getitem__(self, key):
        parts = []
        for part in key if isinstance(key, tuple) else (key,):
            part = mgrid[part] if isinstance(part, slice) else np.atleast_1d(asarray(part))
            parts.append(part.reshape(-1, 1) if self.columns and part.ndim == 1 else part)
        return np.concatenate(parts, axis=-1 if self.columns else 0)


r_, c_ = _Rows(False), _Rows(True)


class _Expression:
    def __init__(self, as_tuple):
        self.as_tuple = as_tuple

    def __getitem__(self, item):
        return (item,) if self.as_tuple and not isinstance(item, tuple) else item


s_, index_exp = _Expression(False), _Expression(True)


class ndindex:
    """All places of a shape, in order."""

    def __init__(self, *shape):
        self.shape = tuple(shape[0]) if len(shape) == 1 and isinstance(shape[0], tuple) else shape
        self._left = self._places(self.shape)

    @staticmethod
    def _places(shape):
        if not shape:
            yield ()
            return
        first, rest = shape[0], shape[1:]
        for i in range(first):
            for place in ndindex._places(rest):
                yield (i,) + place

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._left)


class ndenumerate:
    """All places and elements of an array, in order."""

    def __init__(self, arr):
        self._pairs = zip(ndindex(asarray(arr).shape), asarray(arr).ravel())

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._pairs)


class nditer:
    """The elements of one or several arrays, each as an array without dimensions."""

    def __init__(self, op, flags=None, op_flags=None, order="K", **others):
        self.operands = tuple(np.broadcast_arrays(*[asarray(a) for a in (op if isinstance(op, (list, tuple)) else [op])]))
        if len(self.operands) == 1:
            self.operands = (op[0] if isinstance(op, (list, tuple)) else asarray(op),)
        self._places = ndindex(self.operands[0].shape)
        self.multi_index = None
        self.iterindex = -1

    def __iter__(self):
        return self

    def __next__(self):
        self.multi_index = next(self._places)
        self.iterindex += 1
        values = tuple(a[self.multi_index + (Ellipsis,)] for a in self.operands)
        return values[0] if len(values) == 1 else values

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return None


class broadcast:
    """Arrays that fill one shape together."""

    def __init__(self, *args):
        self._arrays = np.broadcast_arrays(*args)
        self.shape = self._arrays[0].shape
        self.ndim, self.size = len(self.shape), math.prod(self.shape)

    def __iter__(self):
        return zip(*[a.ravel() for a in self._arrays])


def ix_(*args):
    result = []
    for place, row in enumerate(args):
        row = asarray(row)
        if row.dtype == np.bool:
            (row,) = row.nonzero()
        elif row.size == 0:
            row = row.astype(int64)
        result.append(row.reshape((1,) * place + (row.size,) + (1,) * (len(args) - place - 1)))
    return tuple(result)


def unravel_index(indices, shape, order="C"):
    left = asarray(indices)
    shape = shape if isinstance(shape, tuple) else (shape,)
    total = math.prod(shape)
    if left.size and (left.max() >= total or left.min() < 0):
        raise ValueError(f"index {left.max()} is out of bounds for array with size {total}")
    places = []
    for length in reversed(shape) if order == "C" else shape:
        places.append((left % length)[()])
        left = left // length
    return tuple(reversed(places)) if order == "C" else tuple(places)


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    place = 0
    for index, length in zip(multi_index, dims):
        index = asarray(index)
        if mode == "raise" and (np.any(index < 0) or np.any(index >= length)):
            raise ValueError("invalid entry in coordinates array")
        place = place * length + index
    return place[()] if isinstance(place, np.ndarray) else place
