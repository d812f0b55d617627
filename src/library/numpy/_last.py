"""More of what programs seldom ask `numpy` for: places, pieces, limits of types, files, polynomials."""

import functools
import itertools
import math

import _numpy
import numpy as np
from numpy import arange, array, asarray, float32, float64, int64, ndarray

__all__ = [
    "flatnonzero", "argwhere", "compress", "extract", "place", "put", "putmask", "put_along_axis", "take_along_axis",
    "choose", "select", "partition", "argpartition", "lexsort", "fill_diagonal", "diag_indices", "tril_indices",
    "triu_indices", "diagflat", "nan_to_num", "angle", "fix", "modf", "divmod", "sinc", "isposinf",
    "isneginf", "apply_along_axis", "vectorize", "polyfit", "polyval", "finfo", "iinfo", "issubdtype", "save", "load", "savez", "savez_compressed",
    "frompyfunc", "base_repr", "binary_repr", "trim_zeros", "ldexp", "frexp",
]


# ---- places -----------------------------------------------------------------------------------------


def flatnonzero(a):
    return np.nonzero(np.ravel(a))[0]


def argwhere(a):
    return np.stack(np.nonzero(np.atleast_1d(a))).T[:, : np.ndim(a)]


def compress(condition, a, axis=None, out=None):
    a, condition = asarray(a), asarray(condition)
    if condition.ndim != 1:
        raise ValueError("condition must be a 1-d array")
    return a.take(flatnonzero(condition), axis)


def extract(condition, arr):
    return np.ravel(arr)[np.ravel(condition).astype(np.bool)]


def place(arr, mask, vals):
    vals, mask = np.ravel(_safely(vals, arr.dtype)), asarray(mask, np.bool)
    if vals.size == 0:
        if not mask.any():
            return
        raise ValueError("Cannot insert from an empty array!")
    arr[mask] = _repeated(vals, np.count_nonzero(mask))


def _repeated(values, count):
    return values[:count] if len(values) >= count else values[arange(count) % len(values)]


def put(a, ind, v, mode="raise"):
    ind, v = np.ravel(ind), asarray(v, a.dtype).ravel()
    if v.size == 0 or ind.size == 0:
        return
    if mode != "raise":
        ind = np.clip(ind, 0, a.size - 1) if mode == "clip" else ind % a.size
    a.flat[ind] = _repeated(v, len(ind))


def _safely(values, dtype):
    """Values as an array of a type that holds all that theirs does; plain numbers become such elements anyway."""
    if isinstance(values, ndarray) and not np.can_cast(values.dtype, dtype):
        kinds = f"{values.dtype!r} to {dtype!r}"
        raise TypeError(f"Cannot cast array data from {kinds} according to the rule 'safe'")
    return asarray(values, dtype)


def putmask(a, mask, values):
    mask, values = asarray(mask, np.bool), _safely(values, a.dtype).ravel()
    if mask.size != a.size:
        raise ValueError("putmask: mask and data must be the same size")
    if values.size == 0:
        return
    mask = mask.reshape(a.shape)
    a[mask] = values[flatnonzero(mask) % len(values)]


def _along(a, indices, axis):
    if indices.dtype.kind not in "iu":
        raise IndexError("`indices` must be an integer array")
    if indices.ndim != a.ndim:
        raise ValueError("`indices` and `arr` must have the same number of dimensions")
    places = [arange(n).reshape([-1 if i == k else 1 for k in range(a.ndim)]) for i, n in enumerate(a.shape)]
    places[axis] = indices
    return tuple(places)


def take_along_axis(arr, indices, axis=-1):
    arr, indices = asarray(arr), asarray(indices)
    if axis is None:
        if indices.ndim != 1:
            raise ValueError("when axis=None, `indices` must have a single dimension.")
        arr, axis = arr.ravel(), 0
    return arr[_along(arr, indices, np._axis(axis, arr.ndim))]


def put_along_axis(arr, indices, values, axis=-1):
    if axis is None:
        if np.ndim(indices) != 1:
            raise ValueError("when axis=None, `indices` must have a single dimension.")
        arr.flat[asarray(indices)] = values
        return
    arr[_along(arr, asarray(indices), np._axis(axis, arr.ndim))] = values


def choose(a, choices, out=None, mode="raise"):
    a, last = _safely(asarray(a), np.dtype(int64)), len(choices) - 1
    if mode not in ("raise", "wrap", "clip"):
        raise ValueError(f"clipmode must be one of 'clip', 'raise', or 'wrap' (got '{mode}')")
    if mode == "wrap":
        a = a % len(choices)
    elif mode == "clip":
        a = np.clip(a, 0, last)
    elif np.any((a < 0) | (a > last)):
        raise ValueError("invalid entry in choice array")
    result = np.broadcast_arrays(a, *choices)[1].astype(np.result_type(*choices))
    for number, choice in enumerate(choices):
        result = np.where(a == number, choice, result)
    result = result[()]
    return result if out is None else np._into(out, result)


def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if len(condlist) == 0:
        raise ValueError("select with an empty condition list is not possible")
    for place, condition in enumerate(condlist):
        if asarray(condition).dtype != np.bool:
            raise TypeError(f"invalid entry {place} in condlist: should be boolean ndarray")
    kinds = [choice if type(choice) in (int, float, complex) else asarray(choice) for choice in [*choicelist, default]]
    shape = np.broadcast_arrays(*condlist, *choicelist)[0].shape
    result = np.full(shape, default, np.result_type(*kinds))
    for condition, choice in reversed(list(zip(condlist, choicelist))):
        np.copyto(result, choice, where=condition)
    return result[()]


def _places(a, kth, axis):
    """The places by which an array is to be parted, in order."""
    count = np.size(a) if axis is None else np.shape(a)[np._axis(axis, np.ndim(a))]
    places = asarray(kth)
    if places.dtype.kind not in "iu":
        raise TypeError("Partition index must be integer")
    places = [place + count if place < 0 else place for place in places.ravel().tolist()]
    for place in places:
        if not 0 <= place < count:
            raise ValueError(f"kth(={place}) out of bounds ({count})")
    return sorted(places)


def partition(a, kth, axis=-1, kind="introselect", order=None):
    places = _places(a, kth, axis)
    if order is not None or hasattr(a, "_records_"):
        return np.sort(a, axis, None, order)
    return _numpy.sorted_along(a, axis, places)


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    places = _places(a, kth, axis)
    if order is not None or hasattr(a, "_records_"):
        return np.argsort(a, axis, None, order)
    return _numpy.ordered_along(a, axis, places)


def lexsort(keys, axis=-1):
    keys = [asarray(key) for key in keys]
    axis = np._axis(axis, keys[0].ndim)
    order = np.argsort(keys[0], axis)
    if order.ndim == 1:
        for key in keys[1:]:
            order = order[key[order].argsort()]
        return order
    for key in keys[1:]:
        order = take_along_axis(order, take_along_axis(key, order, axis).argsort(axis), axis)
    return order


def fill_diagonal(a, val, wrap=False):
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    if a.ndim > 2 and len(set(a.shape)) > 1:
        raise ValueError("All dimensions of input must be of equal length")
    if np.ndim(val) or a.ndim == 2 and wrap and a.shape[0] > a.shape[1]:
        end = a.shape[1] ** 2 if a.ndim == 2 and not wrap else None
        places = arange(a.size)[: end : 1 + sum(math.prod(a.shape[k:]) for k in range(1, a.ndim))]
        put(a, places, val)
        return
    view = a
    for _ in range(a.ndim - 1):
        view = _numpy.diagonal_view(view, 0, 0, view.ndim - 1) if view.ndim > 1 else view
    view[...] = asarray(val) if isinstance(val, np.generic) else val


def diag_indices(n, ndim=2):
    return (arange(n),) * ndim


def tril_indices(n, k=0, m=None):
    return tuple(places.copy() for places in np.nonzero(np.tri(n, m, k, dtype=np.bool)))


def triu_indices(n, k=0, m=None):
    return tuple(places.copy() for places in np.nonzero(~np.tri(n, m, k - 1, dtype=np.bool)))


def diagflat(v, k=0):
    return np.diag(np.ravel(v), k)


def trim_zeros(filt, trim="fb", axis=None):
    trim = trim.lower()
    if trim not in ("fb", "bf", "f", "b"):
        raise ValueError(f"unexpected character(s) in `trim`: {trim!r}")
    a = asarray(filt)
    axes = range(a.ndim) if axis is None else [np._axis(one, a.ndim) for one in (axis if isinstance(axis, tuple) else (axis,))]
    parts = [slice(None)] * a.ndim
    all_places = np.nonzero(a if a.dtype.kind != "O" else a != 0)
    for one in axes:
        places = all_places[one]
        if len(places) == 0:
            parts[one] = slice(0, 0)
            continue
        parts[one] = slice(places.min() if "f" in trim else None, places.max() + 1 if "b" in trim else None)
    return filt[parts[0]] if a.ndim == 1 else a[tuple(parts)]


# ---- functions --------------------------------------------------------------------------------------


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = array(x, copy=copy)
    limit = finfo(x.dtype).max if x.dtype.kind in "fc" else 0
    for part in (x.real, x.imag) if x.dtype.kind == "c" else (x,) if x.dtype.kind == "f" else ():
        instead = (nan, np.isnan(part)), (posinf, part == np.inf), (neginf, part == -np.inf)
        for (value, places), usual in zip(instead, (0.0, limit, -limit)):
            np.copyto(part, usual if value is None else value, where=places)
    return x if x.ndim else x[()]


def angle(z, deg=False):
    z = asarray(z)
    a = np.arctan2(z.imag, z.real, dtype=None if z.dtype.kind in "fc" else float64)
    return a * (180 / np.pi) if deg else a


def fix(x, out=None):
    return np.trunc(x, out=out)


def _floats(x):
    """An array of the floats that functions of such numbers give."""
    x = asarray(x)
    return x if x.dtype.kind == "f" else x.astype(np.sqrt(np.ones(0, x.dtype)).dtype)


def _both(results, outs):
    """Two results, each in the array that is given for it."""
    outs = (None, None) if outs is None else outs if len(outs) == 2 else (*outs, None)
    return tuple(result if out is None else np._into(out, result) for result, out in zip(results, outs))


def modf(x, /, *outs, out=None):
    x = _floats(x)
    whole = np.trunc(x)
    with np.errstate(invalid="ignore"):
        return _both((np.copysign(np.where(np.isinf(x), 0.0, x - whole), x)[()], whole), outs or out)


def divmod(x1, x2, /, *outs, out=None):
    return _both(_numpy.as_one("divmod", np.floor_divide, np.remainder, x1, x2), outs or out)


def ldexp(x1, x2, /, out=None):
    x1, left = _floats(x1), asarray(x2)
    if left.dtype.kind not in "biu" or x1.dtype.kind != "f":
        raise TypeError(
            "ufunc 'ldexp' not supported for the input types, and the inputs could not be safely coerced to any "
            "supported types according to the casting rule ''safe''"
        )
    # Greater powers make zero or infinity of any float.
    result = _numpy.ldexp(x1, np.clip(left, -2300, 2300).astype(x1.dtype))
    return result if out is None else np._into(out, result)


def frexp(x, /, *outs, out=None):
    x = _floats(x)
    return _both((_numpy.mantissa(x), _numpy.exponent(x).astype(np.int32)), outs or out)


def sinc(x):
    y = np.pi * np.where(asarray(x) == 0, 1.0e-20, x)
    return np.sin(y) / y


def _refuse_complex(x):
    if asarray(x).dtype.kind == "c":
        raise TypeError(f"This operation is not supported for {asarray(x).dtype} values because it would be ambiguous.")


def isposinf(x, out=None):
    _refuse_complex(x)
    return np.logical_and(np.isinf(x), ~np.signbit(x), out)


def isneginf(x, out=None):
    _refuse_complex(x)
    return np.logical_and(np.isinf(x), np.signbit(x), out)


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = asarray(arr)
    axis = np._axis(axis, arr.ndim)
    rows = np.moveaxis(arr, axis, -1)
    shape = rows.shape[:-1]
    results = [asarray(func1d(row, *args, **kwargs)) for row in rows.reshape(math.prod(shape), rows.shape[-1])]
    own = results[0].ndim
    result = array(results).reshape(shape + results[0].shape)
    return np.moveaxis(result, range(len(shape), len(shape) + own), range(axis, axis + own))


class vectorize:
    """A function of numbers as a function of arrays."""

    def __init__(self, pyfunc=np._no_value, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if pyfunc is not np._no_value and not callable(pyfunc):
            raise TypeError("When used as a decorator, only accepts keyword arguments.")
        self.pyfunc, self.otypes = pyfunc, list(otypes) if otypes else None
        self.excluded, self.signature = set(excluded or ()), signature
        self.__doc__ = doc if doc is not None else getattr(pyfunc, "__doc__", None)
        self.__name__ = getattr(pyfunc, "__name__", type(self).__name__)

    def __call__(self, *args, **kwargs):
        if self.pyfunc is np._no_value:
            # It decorates a function: `@np.vectorize(otypes=[float])`.
            return vectorize(args[0], self.otypes, excluded=self.excluded, signature=self.signature)
        if self.signature is not None:
            return self._by_signature(args, kwargs)
        names = [name for name in kwargs if name not in self.excluded]
        places = [place for place in range(len(args)) if place not in self.excluded]
        rows = np.broadcast_arrays(*[args[place] for place in places], *[kwargs[name] for name in names])
        shape = rows[0].shape if rows else ()
        if math.prod(shape) == 0 and not self.otypes:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        all_args, types, flat = list(args), self.otypes, [a.ravel() for a in rows]
        function = self.pyfunc

        def call(row):
            for place, value in zip(places, row):
                all_args[place] = value
            kwargs.update(zip(names, row[len(places) :]))
            return function(*all_args, **kwargs)

        if types is None:
            # What it gives for scalars of the arrays says of which types the results are; then it is given plain numbers.
            first = call([a[0] for a in flat])
            types = [asarray(one).dtype for one in (first if isinstance(first, tuple) else (first,))]
            types = [str if one.kind == "U" else one for one in types]
        columns = [a.tolist() for a in flat]
        if len(places) == len(args) and not kwargs:
            # The usual call is written out: it is inlined where this loop is compiled.
            results = [function(*row) for row in zip(*columns)]
        else:
            results = [call(row) for row in zip(*columns)]
        if results and isinstance(results[0], tuple) or types and len(types) > 1:
            columns = list(zip(*results)) or [()] * len(types)
            return tuple(_row(c, types[i] if types else None).reshape(shape) for i, c in enumerate(columns))
        result = _row(results, types[0] if types else None)
        return result.reshape(shape + result.shape[1:])

    def _by_signature(self, args, kwargs):
        """A function of whole rows or matrices: those axes are not gone through."""
        taken, given = [
            [[n for n in term.split(",") if n] for term in side.replace(" ", "")[1:-1].split("),(")]
            for side in self.signature.split("->")
        ]
        args = [asarray(a) for a in args]
        outer = [a.shape[: a.ndim - len(inner)] for a, inner in zip(args, taken)]
        shape = np.broadcast_shapes(*outer)
        full = [np.broadcast_to(a, shape + a.shape[len(own) :]) for a, own in zip(args, outer)]
        results = [self.pyfunc(*[a[place] for a in full], **kwargs) for place in np.ndindex(*shape)]
        if len(given) == 1:
            results = [(result,) for result in results]
        columns = [array(column, self.otypes[i] if self.otypes else None) for i, column in enumerate(zip(*results))]
        shaped = tuple(c.reshape(shape + c.shape[1:])[()] for c in columns)
        return shaped[0] if len(given) == 1 else shaped


class frompyfunc:
    """A function of any values as one of arrays of objects."""

    def __init__(self, func, /, nin, nout, *, identity=None):
        self._function, self.nin, self.nout, self.identity = func, nin, nout, identity
        self.__name__ = f"{getattr(func, '__name__', '?')} (vectorized)"

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *args):
        if len(args) != self.nin:
            raise TypeError(f"{self.__name__}() takes {self.nin} positional arguments but {len(args)} were given")
        rows = np.broadcast_arrays(*[asarray(a).astype(object) for a in args])
        results = [self._function(*row) for row in zip(*[row.ravel() for row in rows])]
        columns = [results] if self.nout == 1 else list(zip(*results)) or [()] * self.nout
        arrays = tuple(_objects(column).reshape(rows[0].shape)[()] for column in columns)
        return arrays[0] if self.nout == 1 else arrays

    def reduce(self, array, axis=0, initial=np._no_value):
        lines = np.moveaxis(asarray(array, object), axis, 0)
        start = [] if initial is np._no_value else [initial]
        return functools.reduce(self, start + list(lines))

    def accumulate(self, array, axis=0):
        lines = np.moveaxis(asarray(array, object), axis, 0)
        return np.moveaxis(_objects(list(itertools.accumulate(lines, self))), 0, axis)

    def outer(self, a, b):
        a, b = asarray(a, object), asarray(b, object)
        return self(a.reshape(a.shape + (1,) * b.ndim), b)


def _row(values, dtype):
    return _objects(values) if dtype is not None and np.dtype(dtype).kind == "O" else array(values, dtype)


def _objects(values):
    """A row of objects, whatever they are."""
    row = np.empty(len(values), object)
    for place, value in enumerate(values):
        row[place] = value
    return row


def polyval(p, x):
    x = x if isinstance(x, np.poly1d) else asarray(x)
    y = np.poly1d(0) if isinstance(x, np.poly1d) else np.zeros_like(x)
    for c in asarray(p):
        y = y * x + c
    return y


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    x, y, order = asarray(x) + 0.0, asarray(y) + 0.0, int(deg) + 1
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    rcond = len(x) * np.finfo(x.dtype).eps if rcond is None else rcond
    a = np.vander(x, order)
    if w is not None:
        w = asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError("expected a 1-d array for weights")
        if w.shape[0] != y.shape[0]:
            raise TypeError("expected w and y to have the same length")
        a, y = a * w[:, None], y * (w[:, None] if y.ndim == 2 else w)
    scale = np.sqrt((a * a).sum(axis=0))
    a = a / scale
    c, rests, rank, s = np.linalg.lstsq(a, y, rcond)
    c = (c.T / scale).T
    if full:
        return c, rests, rank, s, rcond
    if rank != order:
        import warnings

        warnings.warn("Polyfit may be poorly conditioned", np.exceptions.RankWarning, stacklevel=2)
    if not cov:
        return c
    base = np.linalg.inv(np.dot(a.T, a)) / np.outer(scale, scale)
    if cov == "unscaled":
        factor = 1
    else:
        if len(x) <= order:
            raise ValueError("the number of data points must exceed order to scale the covariance matrix")
        factor = rests / (len(x) - order)
    return c, base * factor if y.ndim == 1 else base[:, :, np.newaxis] * factor


# ---- types ------------------------------------------------------------------------------------------


class finfo:
    """The limits of a type of floats."""

    def __init__(self, dtype):
        dtype = dtype.dtype if isinstance(dtype, np.generic) else np.dtype(type(dtype) if type(dtype) in (float, complex) else dtype)
        if dtype.kind not in "fc":
            raise ValueError(f"data type {dtype.type!r} not inexact")
        small = dtype in (np.dtype("f4"), np.dtype("c8"))
        self.dtype = np.dtype(float32 if small else float64)
        of = self.dtype.type
        self.bits, self.nmant, self.maxexp, self.minexp = (32, 23, 128, -126) if small else (64, 52, 1024, -1022)
        self.eps, self.epsneg = of(2.0**-self.nmant), of(2.0 ** -(self.nmant + 1))
        self.max = of((2.0 - 2.0**-self.nmant) * 2.0 ** (self.maxexp - 1))
        self.min = -self.max
        self.tiny = self.smallest_normal = of(2.0**self.minexp)
        self.smallest_subnormal = of(2.0 ** (self.minexp - self.nmant))
        self.precision = 6 if small else 15
        self.resolution = of(10.0**-self.precision)
        self.iexp = self.nexp = 8 if small else 11
        self.machep, self.negep = -self.nmant, -self.nmant - 1

    def __str__(self):
        rule = "-" * 63
        return (
            f"Machine parameters for {self.dtype}\n{rule}\n"
            f"precision = {self.precision}   resolution = {self.resolution!s}\n"
            f"machep = {-self.nmant}   eps =        {self.eps!s}\n"
            f"negep =  {-self.nmant - 1}   epsneg =     {self.epsneg!s}\n"
            f"minexp = {self.minexp}   tiny =       {self.tiny!s}\n"
            f"maxexp = {self.maxexp}   max =        {self.max!s}\n"
            f"nexp =   {self.iexp}   min =        -max\n"
            f"smallest_normal = {self.smallest_normal!s}   smallest_subnormal = {self.smallest_subnormal!s}\n{rule}\n"
        )

    def __repr__(self):
        return f"finfo(resolution={self.resolution!s}, min={self.min!s}, max={self.max!s}, dtype={self.dtype})"


class iinfo:
    """The limits of a type of whole numbers."""

    def __init__(self, type):
        self.dtype = np.dtype(type) if not isinstance(type, np.generic) else type.dtype
        self.kind, self.bits = self.dtype.kind, self.dtype.itemsize * 8
        if self.kind not in "iu":
            raise ValueError(f"Invalid integer data type {self.kind!r}.")
        self.min = 0 if self.kind == "u" else -(2 ** (self.bits - 1))
        self.max = 2**self.bits - 1 if self.kind == "u" else 2 ** (self.bits - 1) - 1

    def __str__(self):
        rule = "-" * 63
        return f"Machine parameters for {self.dtype}\n{rule}\nmin = {self.min}\nmax = {self.max}\n{rule}\n"

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


def issubdtype(arg1, arg2):
    def of(x):
        return x if isinstance(x, type) and issubclass(x, np.generic) else np.dtype(x).type

    return issubclass(of(arg1), of(arg2))


def base_repr(number, base=2, padding=0):
    if base > 36:
        raise ValueError("Bases greater than 36 not handled in base_repr.")
    if base < 2:
        raise ValueError("Bases less than 2 not handled in base_repr.")
    digits, left = "", abs(int(number))
    while left:
        left, digit = left // base, left % base
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit] + digits
    return ("-" if number < 0 else "") + "0" * padding + (digits or "0" * (not padding))


def binary_repr(num, width=None):
    num = np._index(num)
    needed = num.bit_length() if num > 0 else len(f"{-num - 1:b}") + 1 if num < -1 else 1
    if width is not None and width < needed and num:
        raise ValueError(f"Insufficient bit {width=} provided for binwidth={needed}")
    if num < 0 and width is not None:
        return f"{(1 << width) + num:b}"
    return f"{num:b}".zfill(width or 0)


# ---- files ------------------------------------------------------------------------------------------

_MAGIC = b"\x93NUMPY"


def _saved(arr):
    """The bytes of a file of one array."""
    arr = asarray(arr)
    is_f = arr.flags.f_contiguous and not arr.flags.c_contiguous
    header = f"{{'descr': '{arr.dtype.str}', 'fortran_order': {is_f}, 'shape': {arr.shape}, }}"
    header += " " * (-(len(_MAGIC) + 5 + len(header)) % 64) + "\n"
    return _MAGIC + b"\x01\x00" + len(header).to_bytes(2, "little") + header.encode() + arr.tobytes("F" if is_f else "C")


def _put(file, ending, data):
    if hasattr(file, "write"):
        file.write(data)
        return
    name = str(file)
    with open(name if name.endswith(ending) else name + ending, "wb") as to:
        to.write(data)


def save(file, arr, allow_pickle=True):
    _put(file, ".npy", _saved(arr))


def _archive(args, kwds, packs):
    """The bytes of a zip file with a file of each array."""
    import struct
    import zlib

    arrays = dict(kwds)
    for place, arr in enumerate(args):
        if f"arr_{place}" in arrays:
            raise ValueError(f"Cannot use un-named variables and keyword arr_{place}")
        arrays[f"arr_{place}"] = arr
    files, index = b"", b""
    for key, arr in arrays.items():
        data, name = _saved(arr), (key + ".npy").encode()
        # What zlib writes is what zip files hold, between two bytes in front and four behind.
        packed = zlib.compress(data)[2:-4] if packs else data
        sizes = zlib.crc32(data), len(packed), len(data), len(name)
        head = struct.pack("<HHHHHIIIHH", 20, 0, 8 if packs else 0, 0, 33, *sizes, 0)
        index += b"PK\x01\x02\x14\x00" + head + struct.pack("<HHHII", 0, 0, 0, 0o600 << 16, len(files)) + name
        files += b"PK\x03\x04" + head + name + packed
    count = len(arrays)
    return files + index + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(index), len(files), 0)


def savez(file, *args, allow_pickle=True, **kwds):
    _put(file, ".npz", _archive(args, kwds, False))


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    _put(file, ".npz", _archive(args, kwds, True))


class NpzFile:
    """The arrays of a file that `savez` wrote, by name."""

    def __init__(self, data, name):
        self._data, self._name, self._places = data, name, {}
        place = data.rindex(b"PK\x05\x06")
        whole = lambda start, size: int.from_bytes(data[start : start + size], "little")
        at = whole(place + 16, 4)
        for _ in range(whole(place + 10, 2)):
            length = whole(at + 28, 2)
            key = data[at + 46 : at + 46 + length].decode().removesuffix(".npy")
            start = whole(at + 42, 4)
            start += 30 + whole(start + 26, 2) + whole(start + 28, 2)
            self._places[key] = whole(at + 10, 2), start, start + whole(at + 20, 4)
            at += 46 + length + whole(at + 30, 2) + whole(at + 32, 2)
        self.files = list(self._places)

    def __getitem__(self, key):
        key = key.removesuffix(".npy")
        if key not in self._places:
            raise KeyError(f"{key} is not a file in the archive")
        packed, start, end = self._places[key]
        data = self._data[start:end]
        if packed:
            import zlib

            data = zlib.decompress(data, -15)
        return _loaded(data)

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def __contains__(self, key):
        return key.removesuffix(".npy") in self._places

    def keys(self):
        return self.files

    def values(self):
        return [self[key] for key in self.files]

    def items(self):
        return [(key, self[key]) for key in self.files]

    def get(self, key, default=None):
        return self[key] if key in self else default

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def __repr__(self):
        shown = ", ".join(self.files[:5]) + ("..." if len(self.files) > 5 else "")
        return f"NpzFile {self._name!r} with keys: {shown}"


def load(file, mmap_mode=None, allow_pickle=False):
    if hasattr(file, "read"):
        data = file.read(10)
        if data[:6] == _MAGIC:
            return _loaded_from(file, data)
        data += file.read()
    else:
        with open(file, "rb") as from_:
            data = from_.read()
    if data[:2] == b"PK":
        return NpzFile(data, getattr(file, "name", "object") if hasattr(file, "read") else str(file))
    return _loaded(data)


def texts_of(data, kind):
    """The texts that bytes are, of one length each."""
    size = kind.itemsize
    rows = [data[at : at + size] for at in range(0, len(data) - size + 1, size)]
    return array([row.decode("utf-32-le") for row in rows] if kind.kind == "U" else rows, kind)


def _loaded_from(file, start):
    """One array from an open file, which others may stand behind."""
    start += file.read(2 if start[6] > 1 else 0)
    header = file.read(int.from_bytes(start[8:], "little"))
    parts = eval(header.decode("latin1"), {"__builtins__": {}})
    size = math.prod(parts["shape"]) * np.dtype(parts["descr"]).itemsize
    return _loaded(start + header + file.read(size))


def _loaded(data):
    if data[:6] != _MAGIC:
        raise ValueError("This file is not one that numpy.save wrote")
    wide = 2 if data[6] == 1 else 4
    start = 8 + wide
    end = start + int.from_bytes(data[8:start], "little")
    header = eval(data[start:end].decode("latin1"), {"__builtins__": {}})
    kind = np.dtype(header["descr"])
    flat = texts_of(data[end:], kind) if kind.kind in "SU" else _numpy.from_bytes(data[end:], kind)
    return flat.reshape(header["shape"], order="F" if header["fortran_order"] else "C")
