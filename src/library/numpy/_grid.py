"""Grids by subscripts and by factors, places of arrays, and iterators over them."""

import math
from itertools import product

import _numpy
import numpy as np
from _numpy import element as _element
from numpy import arange, asarray, int64

__all__ = ["mgrid", "ogrid", "r_", "c_", "s_", "index_exp", "ndindex", "ndenumerate", "nditer", "ix_", "unravel_index",
           "ravel_multi_index", "broadcast", "nested_iters", "logspace", "geomspace"]


class _Grid:
    """`mgrid[0:3, 0:1:5j]`"""

    def __init__(self, sparse):
        self.sparse = sparse

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            return self._row(key)
        rows = [self._row(part) for part in key]
        numbers = [n for part in key for n in (part.start, part.stop, part.step) if n is not None]
        kind = np.result_type(0, *[1.0 if isinstance(n, complex) else n for n in numbers])
        if kind.kind == "f":
            rows = [row.astype(kind, copy=False) for row in rows]
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
        parts, kinds = [], []
        for part in key:
            number = part
            part = mgrid[part] if isinstance(part, slice) else asarray(part)
            # Plain numbers take the type of the arrays beside them.
            kinds.append(number if type(number) in (int, float, complex) else part.dtype)
            missing = least - part.ndim
            if missing > 0:
                before = min(first if first >= 0 else max(missing + first + 1, 0) if part.ndim else missing, missing)
                part = part.reshape((1,) * before + part.shape + (1,) * (missing - before))
            parts.append(part)
        kind = np.result_type(*kinds)
        for place, number in enumerate(kinds):
            is_plain = not isinstance(number, np.dtype)
            parts[place] = np.full(parts[place].shape, number, kind) if is_plain else parts[place].astype(kind, copy=False)
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
        self._shape = shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape
        if any(length < 0 for length in self._shape):
            raise ValueError("negative dimensions are not allowed")
        self._left = product(*map(range, self._shape))

    # Loops go over what is inside, without a call for each place.
    def __iter__(self):
        return self._left

    def __next__(self):
        return next(self._left)


class ndenumerate:
    """All places and elements of an array, in order."""

    def __init__(self, arr):
        arr = asarray(arr)
        self._pairs = zip(ndindex(arr.shape), arr.ravel())

    def __iter__(self):
        return self._pairs

    def __next__(self):
        return next(self._pairs)


class nditer:
    """The elements of one or several arrays, each as an array without dimensions, or as rows of them."""

    def __init__(self, op, flags=(), op_flags=None, op_dtypes=None, order="K", casting="safe", op_axes=None,
                 itershape=None, buffersize=0):
        ops = list(op) if isinstance(op, (list, tuple)) else [op]
        self._flags, self._order = tuple(flags or ()), order
        op_flags = list(op_flags or [])
        if op_flags and not isinstance(op_flags[0], (list, tuple)):
            op_flags = [op_flags] * len(ops)
        op_flags = op_flags or [["readonly"] if a is not None else ["writeonly", "allocate"] for a in ops]
        dtypes = list(op_dtypes) if isinstance(op_dtypes, (list, tuple)) else [op_dtypes] * len(ops)
        given = [None if a is None else asarray(a) for a in ops]
        axes = [list(row) if row is not None else None for row in op_axes] if op_axes else [None] * len(ops)
        views = [None if a is None else a if row is None else self._placed(a, row) for a, row in zip(given, axes)]
        shapes = [a.shape for a in views if a is not None]
        try:
            shape = np.broadcast_shapes(*shapes, *([itershape] if itershape else []))
        except ValueError:
            text = " ".join(str(shape).replace(" ", "") for shape in shapes)
            raise ValueError(f"operands could not be broadcast together with shapes {text} ") from None
        common = np.result_type(*[a for a in given if a is not None])
        for place, view in enumerate(views):
            if view is None:
                kind = common if dtypes[place] is None else dtypes[place]
                kept = [axis for axis, own in enumerate(axes[place] or range(len(shape))) if own != -1]
                given[place] = np.empty([shape[axis] for axis in kept], kind, "F" if order == "F" else "C")
                views[place] = given[place] if axes[place] is None else self._placed(given[place], axes[place])
            elif "common_dtype" in self._flags:
                dtypes[place] = common
            is_output = "readwrite" in op_flags[place] or "writeonly" in op_flags[place]
            if is_output and np.broadcast_shapes(views[place].shape, shape) != views[place].shape and "reduce_ok" not in self._flags:
                if axes[place] is None:
                    raise ValueError(self._unlike(views[place].shape, shape))
        self.operands, self._given = tuple(given), given
        self._writes = ["readwrite" in row or "writeonly" in row for row in op_flags]
        self._views = [np.lib.stride_tricks.broadcast_to(a, shape) if a.shape != shape and not writes else
                       self._stretched(a, shape) for a, writes in zip(views, self._writes)]
        self.dtypes = tuple(np.dtype(given[i].dtype if kind is None else kind) for i, kind in enumerate(dtypes))
        self._casts = [kind != a.dtype for kind, a in zip(self.dtypes, given)]
        for place, (cast, kind) in enumerate(zip(self._casts, self.dtypes)):
            if cast and "buffered" not in self._flags and "copy" not in op_flags[place]:
                raise TypeError("Iterator operand required copying or buffering, but neither copying nor buffering was enabled")
            for is_met, source, target in ((not self._writes[place] or "readwrite" in op_flags[place], given[place].dtype, kind),
                                           (self._writes[place], kind, given[place].dtype)):
                if cast and is_met and not np.can_cast(source, target, casting):
                    raise TypeError(f"Iterator operand {place} dtype could not be cast from {source!r} to {target!r} according to the rule '{casting}'")
        self.shape, self.ndim, self.itersize = shape, len(shape), math.prod(shape)
        self.nop = len(ops)
        if self.itersize == 0 and "zerosize_ok" not in self._flags:
            raise ValueError("Iteration of zero-sized operands is not enabled")
        # Elements are met as they lie in memory, unless an order is asked for.
        first = self._views[0]
        rows = list(range(self.ndim))[:: -1 if order == "F" else 1]
        if order in ("K", "A"):
            rows.sort(key=lambda axis: -max(abs(a.strides[axis]) for a in self._views))
        self._axes = rows
        keeps = order in ("C", "F") or "dont_negate_strides" in self._flags
        self._turned = {axis for axis in rows if not keeps and first.strides[axis] < 0
                        and all(a.strides[axis] <= 0 for a in self._views)}
        self._inner = self._rows_together() if "external_loop" in self._flags else 0
        # One operand that is only read, element by element: it is laid out in the order in which they are met.
        is_plain = self.nop == 1 and not self._flags and not self._writes[0] and not self._casts[0]
        self._laid_out = None
        if is_plain:
            turns = tuple(slice(None, None, -1 if axis in self._turned else 1) for axis in range(self.ndim))
            self._laid_out = first[turns].transpose(rows)
        self.reset()

    @staticmethod
    def _unlike(own, shape):
        text = ",".join(map(str, own)) + ("," if len(own) == 1 else "")
        whole = ",".join(map(str, shape)) + ("," if len(shape) == 1 else "")
        return f"non-broadcastable output operand with shape ({text}) doesn't match the broadcast shape ({whole})"

    @staticmethod
    def _placed(a, row):
        """The array with axes where the iterator has them; -1 is one of its own."""
        missing = [place for place, axis in enumerate(row) if axis in (-1, None)]
        return np.expand_dims(a.transpose([axis for axis in row if axis not in (-1, None)]), tuple(missing))

    @staticmethod
    def _stretched(a, shape):
        a = a.reshape((1,) * (len(shape) - a.ndim) + a.shape) if a.ndim < len(shape) else a
        strides = [0 if own != length else step for own, length, step in zip(a.shape, shape, a.strides)]
        return a if a.shape == shape else np.lib.stride_tricks.as_strided(a, shape, strides)

    def _rows_together(self):
        """How many of the last axes are one row in all operands."""
        if "buffered" in self._flags and not any(self._writes):
            return self.ndim
        count = min(self.ndim, 1)
        while count < self.ndim and not self._turned:
            outer, inner = self._axes[-count - 1], self._axes[-count]
            if any(a.strides[outer] != a.strides[inner] * self.shape[inner] for a in self._views):
                break
            count += 1
        return count

    def reset(self):
        self._waiting = []
        outer = self._axes[: self.ndim - self._inner]
        self._outer = outer
        self._places = ndindex(tuple(self.shape[axis] for axis in outer))
        self.iterindex = -1
        self._place = None
        self.finished = False
        self._is_fresh = True
        if self.itersize:
            self._advance()
        else:
            self.finished = True

    def _advance(self):
        if self._laid_out is not None:
            self.iterindex += 1
            self.finished = self.iterindex >= self.itersize
            return not self.finished
        self._write_back()
        try:
            places = dict(zip(self._outer, next(self._places)))
        except StopIteration:
            self.finished = True
            return False
        for axis in self._turned & set(places):
            places[axis] = self.shape[axis] - 1 - places[axis]
        self._place = places
        self.iterindex += 1
        self._values = tuple(self._value(n) for n in range(self.nop))
        return True

    def _value(self, n):
        view = self._views[n]
        if self._inner:
            rows = view.transpose(self._axes)
            key = tuple(self._place[axis] for axis in self._outer)
            turned = tuple(slice(None, None, -1 if axis in self._turned else 1) for axis in self._axes[self.ndim - self._inner :])
            part = rows[key + turned]
            part = part.reshape(-1) if part.ndim != 1 else part
        else:
            part = view[tuple(self._place[axis] for axis in range(self.ndim)) + (Ellipsis,)]
        if self._casts[n]:
            copy = part.astype(self.dtypes[n])
            if self._writes[n]:
                self._waiting.append((part, copy))
            return copy
        if not self._writes[n]:
            part = part.view()
            part.flags.writeable = False
        return part

    def _write_back(self):
        for part, copy in self._waiting:
            np.copyto(part, copy, casting="unsafe")
        self._waiting = []

    def iternext(self):
        self._is_fresh = False
        return self._advance()

    def __iter__(self):
        return self

    def __next__(self):
        if self._laid_out is not None and not self._is_fresh:
            # What `_advance` does, without a call.
            place = self.iterindex = self.iterindex + 1
            if place >= self.itersize:
                self.finished = True
                raise StopIteration
            return _element(self._laid_out, place)
        if not self._is_fresh:
            self._advance()
        self._is_fresh = False
        if self.finished:
            raise StopIteration
        return self.value

    @property
    def value(self):
        values = self._current()
        return values[0] if self.nop == 1 else values

    def _current(self):
        if self._laid_out is None:
            return self._values
        return (_element(self._laid_out, min(self.iterindex, self.itersize - 1)),)

    def __getitem__(self, n):
        return self._current()[n]

    def __setitem__(self, n, value):
        self._current()[n][...] = value

    def __len__(self):
        return self.nop

    @property
    def multi_index(self):
        if "multi_index" not in self._flags:
            raise ValueError("Iterator is not tracking a multi-index")
        return tuple(self._place[axis] for axis in range(self.ndim))

    @property
    def index(self):
        if "c_index" not in self._flags and "f_index" not in self._flags:
            raise ValueError("Iterator does not have an index")
        place = [self._place[axis] for axis in range(self.ndim)]
        return int(ravel_multi_index(place, self.shape, order="C" if "c_index" in self._flags else "F")) if place else 0

    @property
    def has_multi_index(self):
        return "multi_index" in self._flags

    @property
    def itviews(self):
        return tuple(view.transpose(self._axes) for view in self._views)

    def copy(self):
        other = nditer.__new__(nditer)
        other.__dict__.update(self.__dict__)
        other._places = ndindex(self._places._shape)
        for _ in range(self.iterindex + 1):
            next(other._places)
        return other

    def close(self):
        self._write_back()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


def nested_iters(op, axes, flags=(), op_flags=None, op_dtypes=None, order="K", casting="safe", buffersize=0):
    """Iterators one inside the other: each goes through the axes that are its own, at the place where those around it stand."""
    arrays = [asarray(a) for a in (op if isinstance(op, (list, tuple)) else [op])]

    class Inner(nditer):
        def __init__(self, depth):
            self._depth = depth

        def _start(self, *parts):
            own, rest = axes[self._depth], [axis for later in axes[self._depth + 1 :] for axis in later]
            self._parts = [part.transpose(self._standing(own, rest)) for part in parts]
            nditer.__init__(self, [part[(Ellipsis,) + (0,) * len(rest)] for part in self._parts], flags, op_flags, None, order)

        def _standing(self, own, rest):
            left = sorted(own + rest)
            return [left.index(axis) for axis in own + rest]

        def _advance(self):
            moved = super()._advance()
            if moved and self._depth + 1 < len(levels):
                place = tuple(self._place[axis] for axis in range(self.ndim))
                rest = [axis for later in axes[self._depth + 1 :] for axis in later]
                back = [rest.index(axis) for axis in sorted(rest)]
                levels[self._depth + 1]._start(*[part[place].transpose(back) for part in self._parts])
            return moved

    levels = [Inner(depth) for depth in range(len(axes))]
    levels[0]._start(*arrays)
    return tuple(levels)


class broadcast:
    """Arrays that fill one shape together."""

    def __init__(self, *args):
        self._arrays = np.broadcast_arrays(*args)
        self.shape = self._arrays[0].shape if self._arrays else ()
        self.ndim, self.size = len(self.shape), math.prod(self.shape)
        self.nd, self.numiter = self.ndim, len(args)
        self.reset()

    def reset(self):
        self.index = 0
        self._left = zip(*[a.ravel() for a in self._arrays])

    @property
    def iters(self):
        return tuple(a.flat for a in self._arrays)

    def __iter__(self):
        return self

    def __next__(self):
        values = next(self._left)
        self.index += 1
        return values


def ix_(*args):
    result = []
    for place, row in enumerate(args):
        row = asarray(row)
        if row.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        if row.dtype == np.bool:
            (row,) = row.nonzero()
        elif row.size == 0 and not isinstance(args[place], np.ndarray):
            row = row.astype(int64)
        result.append(row.reshape((1,) * place + (row.size,) + (1,) * (len(args) - place - 1)))
    return tuple(result)


def unravel_index(indices, shape, order="C"):
    left = asarray(indices)
    if left.dtype.kind not in "iu":
        raise TypeError("only int indices permitted" if left.size else "indices must be integral: the provided empty sequence was "
                        "inferred as float. Wrap it with 'np.array(indices, dtype=np.intp)'")
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


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    if np.ndim(base):
        most = sorted((np.ndim(start), np.ndim(stop), np.ndim(base)))[-1]
        start, stop, base = (np.array(a, ndmin=most) for a in (start, stop, base))
        base = np.expand_dims(base, axis)
    y = np.power(base, np.linspace(start, stop, num, endpoint, axis=axis))
    return y if dtype is None else y.astype(dtype, copy=False)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    start, stop = asarray(start), asarray(stop)
    if np.any(start == 0) or np.any(stop == 0):
        raise ValueError("Geometric sequence cannot include zero")
    own = np.result_type(start, stop, float(num), np.zeros((), dtype or np.float64))
    start, stop = start.astype(own), stop.astype(own)
    # What starts at a real number above zero has no parts that are nearly zero.
    sign_ = np.sign(start)
    first, last = start / sign_, stop / sign_
    y = logspace(np.log10(first), np.log10(last), num, endpoint, dtype=own)
    if num > 0:
        y[0] = first
        if num > 1 and endpoint:
            y[-1] = last
    y *= sign_
    y = np.moveaxis(y, 0, axis) if axis != 0 else y
    return y.astype(own if dtype is None else dtype, copy=False)
