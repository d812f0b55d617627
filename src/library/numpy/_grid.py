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
    """`r_["0,2", [1, 2], 3:5]`: along which axis, of how many dimensions at least, and where those lie that parts have."""

    def __init__(self, axis, least=1, first=-1):
        self.axis, self.least, self.first = axis, least, first

    def __getitem__(self, key):
        key = key if isinstance(key, tuple) else (key,)
        axis, least, first = self.axis, self.least, self.first
        if isinstance(key[0], str):
            if key[0] in ("r", "c"):
                raise NotImplementedError(f"r_[{key[0]!r}] makes matrices, which are not supported: use arrays of two dimensions")
            try:
                axis, least, first = [*map(int, key[0].split(",")), *(axis, least, first)[key[0].count(",") + 1 :]]
            except ValueError as error:
                raise ValueError("unknown special directive") from error
            key = key[1:]
        parts = []
        for part in key:
            part = mgrid[part] if isinstance(part, slice) else asarray(part)
            missing = least - part.ndim
            if missing > 0:
                before = min(first if first >= 0 else max(missing + first + 1, 0) if part.ndim else missing, missing)
                part = part.reshape((1,) * before + part.shape + (1,) * (missing - before))
            parts.append(part)
        return np.concatenate(parts, axis)


r_, c_ = _Rows(0), _Rows(-1, 2, 0)


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
        # Elements are met as they lie in memory, unless an order is asked for.
        first = self.operands[0]
        axes = range(first.ndim)[:: -1 if order == "F" else 1]
        self._axes = sorted(axes, key=lambda axis: -abs(first.strides[axis])) if order in ("K", "A") else list(axes)
        self._places = ndindex(tuple(first.shape[axis] for axis in self._axes))
        self.multi_index = None
        self.iterindex = -1

    def __iter__(self):
        return self

    def __next__(self):
        place = dict(zip(self._axes, next(self._places)))
        self.multi_index = tuple(place[axis] for axis in range(len(place)))
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
        if row.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
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
    modes = mode if isinstance(mode, tuple) else (mode,) * len(dims)
    place, rows = 0, list(zip(multi_index, dims, modes))
    for index, length, mode in rows if order == "C" else reversed(rows):
        index = asarray(index)
        if mode == "clip":
            index = np.clip(index, 0, length - 1)
        elif mode == "wrap":
            index = index % length
        elif np.any(index < 0) or np.any(index >= length):
            raise ValueError("invalid entry in coordinates array")
        place = place * length + index
    return place[()] if isinstance(place, np.ndarray) else place
