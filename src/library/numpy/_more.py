"""What programs seldom ask `numpy` for: sets, statistics, sums over axes of several arrays, tiles, limits of types."""

import math

import _numpy
import numpy as np
from numpy import arange, array, asarray, concatenate, float64, int64, isnan, multiply, nan, ndarray, zeros

__all__ = [
    "nansum", "nanprod", "nanmin", "nanmax", "nanmean", "nanstd", "nanvar", "median", "nanmedian", "percentile",
    "quantile", "average", "cov", "corrcoef", "bincount", "digitize", "interp", "histogram", "histogram_bin_edges",
    "unique", "in1d", "isin", "intersect1d", "union1d", "setdiff1d", "setxor1d", "tile", "dstack", "column_stack",
    "split", "array_split", "hsplit", "vsplit", "tensordot", "einsum", "kron", "cross", "convolve", "correlate",
    "gradient", "diff", "ediff1d", "trapezoid", "pad", "rot90", "rollaxis", "append", "insert", "delete",
    "atleast_3d", "resize", "block", "nanargmin", "nanargmax",
]


# ---- without what is not a number -------------------------------------------------------------------


def _without_nan(a, instead):
    a = asarray(a)
    return np.where(isnan(a), instead, a) if a.dtype.kind in "fc" else a


def nansum(a, axis=None, dtype=None, out=None, keepdims=False):
    return _without_nan(a, 0.0).sum(axis, dtype, out, keepdims)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False):
    return _without_nan(a, 1.0).prod(axis, dtype, out, keepdims)


def _extreme(function, name, a, axis, out, keepdims, initial, where):
    a = asarray(a)
    if a.size == 0 and initial is None:
        raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
    result = function.reduce(a, axis, None, out, keepdims, initial, where)
    if a.dtype.kind in "fc" and np.any(isnan(result)):
        import warnings

        warnings.warn("All-NaN axis encountered" if axis is None else "All-NaN slice encountered", RuntimeWarning, 3)
    return result


def nanmin(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    return _extreme(np.fmin, "minimum", a, axis, out, keepdims, initial, where)


def nanmax(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    return _extreme(np.fmax, "maximum", a, axis, out, keepdims, initial, where)


def _place(function, a, instead, axis):
    a = asarray(a)
    if a.dtype.kind in "fc" and np.any(np.all(isnan(a), axis)):
        raise ValueError("All-NaN slice encountered")
    return function(_without_nan(a, instead), axis)


def nanargmin(a, axis=None):
    return _place(np.argmin, a, np.inf, axis)


def nanargmax(a, axis=None):
    return _place(np.argmax, a, -np.inf, axis)


def _numbers(a, axis, keepdims):
    return (~isnan(a)).sum(axis, int64, keepdims=keepdims)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a)
    if a.dtype.kind not in "fc":
        return np.mean(a, axis, dtype, out, keepdims)
    return np.divide(nansum(a, axis, dtype, None, keepdims), _numbers(a, axis, keepdims), out=out)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    a = asarray(a)
    if a.dtype.kind not in "fc":
        return np.var(a, axis, dtype, out, ddof, keepdims)
    gap = _without_nan(a - nanmean(a, axis, dtype, None, True), 0.0)
    return np.divide((gap * gap).sum(axis, None, None, keepdims), _numbers(a, axis, keepdims) - ddof, out=out)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return np.sqrt(nanvar(a, axis, dtype, None, ddof, keepdims), out=out)


# ---- statistics -------------------------------------------------------------------------------------


def _flat_last(a, axis):
    """The array with the axes that are asked for as one axis at the end."""
    a = asarray(a)
    if axis is None:
        return a.ravel(), (1,) * a.ndim
    axes = [np._axis(one, a.ndim) for one in (axis if isinstance(axis, tuple) else (axis,))]
    rest = [i for i in range(a.ndim) if i not in axes]
    kept = tuple(1 if i in axes else a.shape[i] for i in range(a.ndim))
    return a.transpose(rest + axes).reshape([a.shape[i] for i in rest] + [-1]), kept


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    rows, kept = _flat_last(a, axis)
    n = rows.shape[-1]
    if n == 0:
        return np.mean(rows, -1)
    rows = _numpy.middle_along(rows)
    result = np.mean(rows[..., : 2 - n % 2], -1)
    if rows.dtype.kind in "fc":
        result = np.where(isnan(rows[..., 2]), nan, result)[()]
    return result.reshape(kept) if keepdims else result


def nanmedian(a, axis=None, keepdims=False):
    if axis is None:
        a = asarray(a).ravel()
        return median(a[~isnan(a)])
    return apply_along_axis(nanmedian, axis, a)


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    return _quantile(a, q, axis, method, keepdims, "Quantiles must be in the range [0, 1]")


def _quantile(a, q, axis, method, keepdims, wrong):
    rows, kept = _flat_last(a, axis)
    rows = np.sort(rows, -1)
    n = rows.shape[-1]

    def at(part):
        if not 0 <= part <= 1:
            raise ValueError(wrong)
        place = part * (n - 1)
        low = math.floor(place)
        high = min(low + 1, n - 1)
        if method == "lower":
            return rows[..., low]
        if method == "higher":
            return rows[..., math.ceil(place)]
        if method == "nearest":
            return rows[..., round(place)]
        if method == "midpoint":
            return (rows[..., low] + rows[..., math.ceil(place)]) / 2
        gap, part = rows[..., high] - rows[..., low], place - low
        return rows[..., low] + gap * part if part < 0.5 else rows[..., high] - gap * (1 - part)

    if isinstance(q, (int, float, np.generic)):
        result = at(float(q))
        return result.reshape(kept) if keepdims else result
    return array([at(float(part)) for part in asarray(q).ravel()])


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    return _quantile(a, np.true_divide(q, 100), axis, method, keepdims, "Percentiles must be in the range [0, 100]")


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    a = asarray(a)
    if weights is None:
        result = a.mean(axis, keepdims=keepdims)
        scale = float64(a.size / asarray(result).size)
    else:
        weights = asarray(weights)
        if weights.shape != a.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            weights = weights.reshape([n if i == np._axis(axis, a.ndim) else 1 for i, n in enumerate(a.shape)])
        scale = (weights * np.ones(a.shape)).sum(axis, keepdims=keepdims)
        if np.any(scale == 0.0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        result = multiply(a, weights).sum(axis, keepdims=keepdims) / scale
    return (result, scale) if returned else result


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None):
    x = array(m, ndmin=2, dtype=np.result_type(m, float64))
    if not rowvar and x.shape[0] != 1:
        x = x.T
    if y is not None:
        other = array(y, ndmin=2, dtype=x.dtype)
        x = concatenate((x, other if rowvar or other.shape[0] == 1 else other.T), axis=0)
    if ddof is None:
        ddof = 0 if bias else 1
    x = x - x.mean(axis=1)[:, None]
    return (np.dot(x, x.T.conj()) * (1.0 / (x.shape[1] - ddof))).squeeze()


def corrcoef(x, y=None, rowvar=True):
    c = cov(x, y, rowvar)
    if c.ndim == 0:
        return c / c
    d = np.sqrt(np.diag(c))
    return np.clip(c / d[:, None] / d[None, :], -1, 1)


def bincount(x, weights=None, minlength=0):
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("object too deep for desired array" if x.ndim else "object of too small depth for desired array")
    if x.size and x.min() < 0:
        raise ValueError("'list' argument must have no negative elements")
    count = max(int(x.max()) + 1 if x.size else 0, minlength)
    return _numpy.count_places(x, weights, count)


def digitize(x, bins, right=False):
    bins = asarray(bins)
    if bins.size > 1 and bins[0] > bins[-1]:
        return len(bins) - np.searchsorted(bins[::-1], x, "right" if right else "left")
    return np.searchsorted(bins, x, "left" if right else "right")


def interp(x, xp, fp, left=None, right=None, period=None):
    x, xp, fp = asarray(x, float64), asarray(xp, float64), asarray(fp, float64)
    if period is not None:
        order = np.argsort(xp % period)
        xp, fp, x = (xp % period)[order], fp[order], x % period
        xp = concatenate((xp[-1:] - period, xp, xp[:1] + period))
        fp = concatenate((fp[-1:], fp, fp[:1]))
    place = np.clip(np.searchsorted(xp, x, "right") - 1, 0, max(len(xp) - 2, 0))
    after = np.minimum(place + 1, len(xp) - 1)
    with np.errstate(all="ignore"):
        slope = (fp[after] - fp[place]) / (xp[after] - xp[place])
        result = np.where(x == xp[place], fp[place], slope * (x - xp[place]) + fp[place])
    result = np.where(x < xp[0], fp[0] if left is None else left, result)
    result = np.where(x >= xp[-1], np.where(x > xp[-1], fp[-1] if right is None else right, fp[-1]), result)
    return result[()]


def _width(a, name):
    """The width of bins that a rule of thumb finds right."""
    n, spread = a.size, np.ptp(a)
    sturges = spread / (np.log2(n) + 1.0)
    if name == "sturges":
        return sturges
    if name == "sqrt":
        return spread / np.sqrt(n)
    if name == "rice":
        return spread / (2.0 * n ** (1.0 / 3))
    if name == "scott":
        return (24.0 * np.pi**0.5 / n) ** (1.0 / 3.0) * np.std(a)
    if name == "doane":
        if n <= 2 or np.std(a) == 0:
            return 0.0
        skew = np.mean(((a - np.mean(a)) / np.std(a)) ** 3)
        return spread / (1.0 + np.log2(n) + np.log2(1.0 + np.absolute(skew) / np.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)))))
    quarter = np.subtract(*percentile(a, [75, 25]))
    rule = 2.0 * quarter * n ** (-1.0 / 3.0)
    if name == "fd":
        return rule
    if name == "auto":
        rule = np.maximum(rule, spread / (4.0 * n**0.5))
        return np.minimum(rule, sturges) if rule else sturges
    raise ValueError(f"{name!r} is not a valid estimator for `bins`")


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    a = asarray(a).ravel()
    if not isinstance(bins, str) and np.ndim(bins) == 1:
        edges = asarray(bins)
        if np.any(edges[:-1] > edges[1:]):
            raise ValueError("`bins` must increase monotonically, when an array")
        return edges
    if range is None:
        low, high = (0, 1) if a.size == 0 else (a.min(), a.max())
        if not (np.isfinite(low) and np.isfinite(high)):
            raise ValueError(f"autodetected range of [{low}, {high}] is not finite")
    else:
        low, high = range
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
        if not (np.isfinite(low) and np.isfinite(high)):
            raise ValueError(f"supplied range of [{low}, {high}] is not finite")
    if low == high:
        low, high = low - 0.5, high + 0.5
    if isinstance(bins, str):
        kept = a if range is None else a[(a >= low) & (a <= high)]
        width = _width(kept, bins) if kept.size else 0
        if a.dtype.kind in "iu" and width < 1:
            width = 1
        bins = int(np.ceil((high - low) / width)) if width else 1
    elif np.ndim(bins) == 0:
        try:
            bins = bins.__index__()
        except AttributeError:
            raise TypeError("`bins` must be an integer, a string, or an array") from None
        if bins < 1:
            raise ValueError("`bins` must be positive, when an integer")
    else:
        raise ValueError("`bins` must be 1d, when an array")
    return np.linspace(low, high, bins + 1, dtype=np.result_type(low, high, a, float64))


def histogram(a, bins=10, range=None, density=None, weights=None):
    a = asarray(a).ravel()
    edges = histogram_bin_edges(a, bins, range)
    inside = (a >= edges[0]) & (a <= edges[-1])
    kept = a if inside.all() else a[inside]
    last = len(edges) - 2
    if (isinstance(bins, str) or np.ndim(bins) == 0) and a.dtype.kind in "biuf" and last > 0:
        # Equal widths tell the place, but for what lies next to an edge.
        places = ((kept - edges[0]) / (edges[-1] - edges[0]) * (last + 1)).astype(int64)
        np.minimum(places, last, out=places)
        places -= kept < edges[places]
        places += (kept >= edges[places + 1]) & (places != last)
    else:
        places = np.minimum(np.searchsorted(edges, kept, "right") - 1, last)
    if weights is None:
        counts = bincount(places, None, len(edges) - 1)
    else:
        weights = asarray(weights).ravel()
        counts = bincount(places, weights[inside], len(edges) - 1).astype(weights.dtype, copy=False)
    if density:
        return counts / asarray(np.diff(edges), float) / counts.sum(), edges
    return counts, edges


# ---- sets -------------------------------------------------------------------------------------------


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
    a = asarray(ar)
    flat = a.ravel()
    if axis is not None:
        lines = np.moveaxis(a, axis, 0)
        seen = {tuple(row) for row in lines.reshape(a.shape[axis], -1).tolist()}
        kept = array([list(row) for row in _in_order(seen)], a.dtype)
        return np.moveaxis(kept.reshape((len(kept),) + lines.shape[1:]), 0, axis)
    order = flat.argsort()
    rows = flat[order]
    new = np.ones(rows.shape, dtype=np.bool)
    new[1:] = (rows[1:] != rows[:-1]) & ~((rows[1:] != rows[1:]) & (rows[:-1] != rows[:-1]))
    result = (rows[new],)
    if return_index:
        result += (order[new],)
    if return_inverse:
        inverse = np.empty(flat.shape, int64)
        inverse[order] = np.cumsum(new) - 1
        result += (inverse.reshape(a.shape),)
    if return_counts:
        result += (np.diff(concatenate((np.nonzero(new)[0], [flat.size]))),)
    return result[0] if len(result) == 1 else result


def isin(element, test_elements, assume_unique=False, invert=False):
    element, known = asarray(element), unique(test_elements)
    if known.size == 0:
        return np.full(element.shape, invert)
    place = np.minimum(np.searchsorted(known, element), known.size - 1)
    found = known[place] == element
    return ~found if invert else found


in1d = isin


def intersect1d(ar1, ar2, assume_unique=False):
    a = unique(ar1)
    return a[isin(a, ar2)]


def union1d(ar1, ar2):
    return unique(concatenate((asarray(ar1).ravel(), asarray(ar2).ravel())))


def setdiff1d(ar1, ar2, assume_unique=False):
    a = asarray(ar1).ravel() if assume_unique else unique(ar1)
    return a[~isin(a, ar2)]


def setxor1d(ar1, ar2, assume_unique=False):
    a, b = unique(ar1), unique(ar2)
    return np.sort(concatenate((a[~isin(a, b)], b[~isin(b, a)])))


# ---- putting together and taking apart ---------------------------------------------------------------


def tile(A, reps):
    reps = tuple(reps) if isinstance(reps, (tuple, list)) else (reps,)
    a = array(A, ndmin=len(reps))
    reps = (1,) * (a.ndim - len(reps)) + reps
    for axis, count in enumerate(reps):
        if count != 1:
            a = concatenate([a] * count, axis) if count else a[(slice(None),) * axis + (slice(0, 0),)]
    return a


def dstack(tup):
    return concatenate([atleast_3d(a) for a in tup], 2)


def column_stack(tup):
    return concatenate([a.reshape(-1, 1) if a.ndim < 2 else a for a in map(asarray, tup)], 1)


def atleast_3d(*arys):
    result = []
    for a in map(asarray, arys):
        result.append(a.reshape(1, -1, 1) if a.ndim < 2 else a[:, :, np.newaxis] if a.ndim == 2 else a)
    return result[0] if len(result) == 1 else tuple(result)


def array_split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    total = ary.shape[axis]
    if isinstance(indices_or_sections, (list, tuple, ndarray)):
        ends = [0, *[int(i) for i in indices_or_sections], total]
    else:
        count = int(indices_or_sections)
        if count <= 0:
            raise ValueError("number sections must be larger than 0.")
        each, more = total // count, total % count
        ends = [0]
        for i in range(count):
            ends.append(ends[-1] + each + (1 if i < more else 0))
    before = (slice(None),) * np._axis(axis, ary.ndim)
    return [ary[before + (slice(a, b),)] for a, b in zip(ends, ends[1:])]


def split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    if not isinstance(indices_or_sections, (list, tuple, ndarray)) and ary.shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 1 if asarray(ary).ndim > 1 else 0)


def vsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0)


def block(arrays):
    def join(part, depth):
        if not isinstance(part, list):
            return array(part, ndmin=2)
        return concatenate([join(one, depth - 1) for one in part], -depth)

    def depth_of(part):
        return 1 + depth_of(part[0]) if isinstance(part, list) else 0

    return join(arrays, depth_of(arrays))


def append(arr, values, axis=None):
    if axis is None:
        return concatenate((asarray(arr).ravel(), asarray(values).ravel()))
    return concatenate((arr, values), axis)


def insert(arr, obj, values, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis, n = np._axis(axis, arr.ndim), arr.shape[np._axis(axis, arr.ndim)]
    before = (slice(None),) * axis
    if not np.isscalar(obj):
        return _insert_many(arr, np.arange(n)[obj] if isinstance(obj, slice) else asarray(obj, int64), values, axis)
    if not -n <= obj <= n:
        raise IndexError(f"index {obj} is out of bounds for axis {axis} with size {n}")
    place = int(obj) if obj >= 0 else int(obj) + n
    values = asarray(values, arr.dtype)
    shape = arr.shape[:axis] + (values.size if arr.ndim == 1 else 1,) + arr.shape[axis + 1 :]
    middle = np.broadcast_to(values, shape)
    return concatenate((arr[before + (slice(0, place),)], middle, arr[before + (slice(place, None),)]), axis)


def _insert_many(arr, places, values, axis):
    n = arr.shape[axis]
    places = np.where(places < 0, places + n, places).ravel()
    order = places.argsort()
    slots = places.copy()
    slots[order] += arange(len(places))
    before = (slice(None),) * axis
    result = np.empty(arr.shape[:axis] + (n + len(places),) + arr.shape[axis + 1 :], arr.dtype)
    old = np.ones(n + len(places), np.bool)
    old[slots] = False
    result[before + (slots,)] = values
    result[before + (old,)] = arr
    return result


def delete(arr, obj, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    n = arr.shape[axis]
    keep = np.ones(n, dtype=np.bool)
    if np.isscalar(obj) and not -n <= obj < n:
        raise IndexError(f"index {obj} is out of bounds for axis {axis} with size {n}")
    keep[obj] = False
    return arr[(slice(None),) * axis + (keep,)]


def pad(array, pad_width, mode="constant", constant_values=0, end_values=0, stat_length=None, **kwargs):
    a = asarray(array)
    if callable(mode) or mode not in _PADDINGS:
        raise ValueError(f"mode '{mode}' is not supported")
    width = np.broadcast_to(asarray(pad_width), (a.ndim, 2)).tolist()
    if mode == "constant":
        result = np.full([n + b + e for n, (b, e) in zip(a.shape, width)], constant_values, a.dtype)
        result[tuple(slice(b, b + n) for n, (b, e) in zip(a.shape, width))] = a
        return result
    if mode == "linear_ramp":
        return _ramp(a, width, np.broadcast_to(asarray(end_values), (a.ndim, 2)))
    for axis, (before, after) in enumerate(width):
        n = a.shape[axis]
        if mode in _STATISTICS:
            value = _STATISTICS[mode](a, axis=axis, keepdims=True)
            value = np.rint(value) if a.dtype.kind in "iu" else value
            a = concatenate((np.repeat(value, before, axis), a, np.repeat(value, after, axis)), axis).astype(a.dtype)
            continue
        places = arange(-before, n + after)
        if mode == "edge":
            places = np.clip(places, 0, n - 1)
        elif mode == "wrap":
            places = places % n
        elif mode == "reflect":
            places = np.abs((places + n - 1) % max(2 * n - 2, 1) - (n - 1))
        else:
            places = places % (2 * n)
            places = np.where(places < n, places, 2 * n - 1 - places)
        a = a.take(places, axis)
    return a


_STATISTICS = {"maximum": np.max, "minimum": np.min, "mean": np.mean, "median": median}
_PADDINGS = ("constant", "edge", "linear_ramp", "wrap", "reflect", "symmetric", *_STATISTICS)


def _ramp(a, width, ends):
    for axis, (before, after) in enumerate(width):
        lines = np.moveaxis(a, axis, 0)
        first = np.linspace(np.full(lines.shape[1:], ends[axis][0]), lines[0], before, endpoint=False)
        last = np.linspace(np.full(lines.shape[1:], ends[axis][1]), lines[-1], after, endpoint=False)[::-1]
        a = np.moveaxis(concatenate((first, lines, last)).astype(a.dtype), 0, axis)
    return a


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    k %= 4
    if k == 0:
        return m[:]
    if k == 2:
        return np.flip(np.flip(m, axes[0]), axes[1])
    turned = np.swapaxes(m, *axes)
    return np.flip(turned, axes[0]) if k == 1 else np.swapaxes(np.flip(m, axes[0]), *axes)


def rollaxis(a, axis, start=0):
    return np.moveaxis(a, axis, start if start <= axis else start - 1)


def resize(a, new_shape):
    a = asarray(a).ravel()
    count = math.prod(new_shape) if isinstance(new_shape, (tuple, list)) else new_shape
    return tile(a, -(-count // a.size))[:count].reshape(new_shape)


# ---- products and differences -----------------------------------------------------------------------


def tensordot(a, b, axes=2):
    a, b = asarray(a), asarray(b)
    if isinstance(axes, int):
        own, other = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    else:
        own, other = [list(x) if isinstance(x, (tuple, list)) else [x] for x in axes]
    own, other = [np._axis(x, a.ndim) for x in own], [np._axis(x, b.ndim) for x in other]
    if [a.shape[i] for i in own] != [b.shape[i] for i in other]:
        raise ValueError("shape-mismatch for sum")
    left = [i for i in range(a.ndim) if i not in own]
    right = [i for i in range(b.ndim) if i not in other]
    inner = math.prod([a.shape[i] for i in own])
    x = a.transpose(left + own).reshape(math.prod([a.shape[i] for i in left]), inner)
    y = b.transpose(other + right).reshape(inner, math.prod([b.shape[i] for i in right]))
    return np.matmul(x, y).reshape([a.shape[i] for i in left] + [b.shape[i] for i in right])


def _spelled(subscripts, operands):
    """The letters of each operand and of the result; dots become letters of their own."""
    given, arrow, wanted = subscripts.replace(" ", "").partition("->")
    terms = given.split(",")
    if len(terms) > len(operands):
        raise ValueError("fewer operands provided to einstein sum function than specified in the subscripts string")
    if len(terms) < len(operands):
        raise ValueError("more operands provided to einstein sum function than specified in the subscripts string")
    most, found = "", []
    for term, a in zip(terms, operands):
        if "..." in term:
            count = a.ndim - len(term) + 3
            extra = "".join(chr(0x100 + i) for i in range(64 - count, 64))
            most = max(most, extra, key=len)
            term = term.replace("...", extra)
        if a.ndim != len(term):
            few = a.ndim < len(term)
            raise ValueError(
                "einstein sum subscripts string contains too many subscripts for operand " + str(len(found)) if few else
                "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to "
                "broadcast the extra dimensions."
            )
        found.append(term)
    if arrow:
        wanted = wanted.replace("...", most)
    else:
        letters = "".join(found)
        wanted = most + "".join(c for c in _in_order(set(letters)) if letters.count(c) == 1 and c not in most)
    return found, wanted


def einsum(subscripts, *operands, out=None, optimize=False, **kwargs):
    operands = [asarray(a) for a in operands]
    terms, wanted = _spelled(subscripts, operands)
    order = wanted + "".join(c for c in _in_order(set("".join(terms))) if c not in wanted)
    if len(operands) == 2 and all(len(set(t)) == len(t) for t in terms):
        shared = [c for c in terms[0] if c in terms[1] and c not in wanted]
        alone = set("".join(terms)) - set(wanted) - set(shared)
        if not alone and not any(c in terms[0] and c in terms[1] for c in wanted):
            axes = ([terms[0].index(c) for c in shared], [terms[1].index(c) for c in shared])
            rest = [c for c in terms[0] + terms[1] if c not in shared]
            return _result(tensordot(*operands, axes).transpose([rest.index(c) for c in wanted]), out)
    product = None
    for term, a in zip(terms, operands):
        while len(set(term)) < len(term):
            twice = next(c for c in term if term.count(c) > 1)
            first, second = term.index(twice), term.rindex(twice)
            a = _numpy.diagonal_view(a, 0, first, second)
            term = "".join(c for i, c in enumerate(term) if i not in (first, second)) + twice
        present = [c for c in order if c in term]
        a = a.transpose([term.index(c) for c in present])
        lengths = dict(zip(present, a.shape))
        a = a.reshape([lengths.get(c, 1) for c in order])
        product = a if product is None else product * a
    if len(order) > len(wanted):
        product = np.sum(product, tuple(range(len(wanted), len(order))))
    return _result(product, out)


def _result(value, out):
    if out is None:
        return value[()] if isinstance(value, ndarray) and value.ndim == 0 else value
    np.copyto(out, value, casting="same_kind")
    return out


def kron(a, b):
    a, b = asarray(a), asarray(b)
    count = max(a.ndim, b.ndim)
    a, b = a.reshape((1,) * (count - a.ndim) + a.shape), b.reshape((1,) * (count - b.ndim) + b.shape)
    x = a.reshape([n for length in a.shape for n in (length, 1)])
    y = b.reshape([n for length in b.shape for n in (1, length)])
    return (x * y).reshape([n * m for n, m in zip(a.shape, b.shape)])


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.moveaxis(a, axisa, -1), np.moveaxis(b, axisb, -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    if a.shape[-1] == 2 or b.shape[-1] == 2:
        import warnings

        text = "Arrays of 2-dimensional vectors are deprecated. Use arrays of 3-dimensional vectors instead. (deprecated in NumPy 2.0)"
        warnings.warn(text, DeprecationWarning, stacklevel=2)
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    zero = np.zeros(1, int)[0]
    a0, a1, a2 = a[..., 0], a[..., 1], a[..., 2] if a.shape[-1] == 3 else zero
    b0, b1, b2 = b[..., 0], b[..., 1], b[..., 2] if b.shape[-1] == 3 else zero
    return np.moveaxis(np.stack((a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, a0 * b1 - a1 * b0), -1), -1, axisc)


def correlate(a, v, mode="valid"):
    return convolve(a, np.conjugate(asarray(v))[::-1], mode)


def convolve(a, v, mode="full"):
    a, v = array(a, copy=False, ndmin=1), array(v, copy=False, ndmin=1)
    if a.size == 0 or v.size == 0:
        raise ValueError("a cannot be empty" if a.size == 0 else "v cannot be empty")
    if v.size > a.size:
        a, v = v, a
    n, m = a.size, v.size
    full = zeros(n + m - 1, np.result_type(a, v))
    for i in range(m):
        full[i : i + n] += a * v[i]
    if mode == "full":
        return full
    if mode == "same":
        return full[(m - 1) // 2 : (m - 1) // 2 + n]
    return full[m - 1 : n]


def diff(a, n=1, axis=-1, prepend=None, append=None):
    a = asarray(a)
    axis = np._axis(axis, a.ndim)
    ends = [np.broadcast_to(e, a.shape[:axis] + (1,) + a.shape[axis + 1 :]) if np.ndim(e) == 0 else e
            for e in (prepend, append) if e is not None]
    if ends:
        parts = [ends[0]] if prepend is not None else []
        a = concatenate(parts + [a] + ([ends[-1]] if append is not None else []), axis)
    before = (slice(None),) * axis
    for _ in range(n):
        later, earlier = a[before + (slice(1, None),)], a[before + (slice(None, -1),)]
        a = later != earlier if a.dtype == np.bool else later - earlier
    return a


def ediff1d(ary):
    return diff(asarray(ary).ravel())


def trapezoid(y, x=None, dx=1.0, axis=-1):
    y = np.moveaxis(asarray(y), axis, -1)
    width = dx if x is None else diff(asarray(x))
    return (width * (y[..., 1:] + y[..., :-1]) / 2.0).sum(-1)


def gradient(f, *varargs, axis=None, edge_order=1):
    f = asarray(f)
    f = f.astype(float64) if f.dtype.kind in "biu" else f
    axes = range(f.ndim) if axis is None else [axis] if isinstance(axis, int) else axis
    axes = [np._axis(one, f.ndim) for one in axes]
    widths = list(varargs) if len(varargs) == len(axes) else [varargs[0] if varargs else 1.0] * len(axes)
    result = []
    for one, width in zip(axes, widths):
        g = np.moveaxis(f, one, -1)
        out = np.empty(g.shape, g.dtype)
        if np.ndim(width) == 0:
            out[..., 1:-1] = (g[..., 2:] - g[..., :-2]) / (2.0 * width)
            first = last = width
        else:
            steps = diff(asarray(width))
            a, b = steps[:-1], steps[1:]
            out[..., 1:-1] = -b / (a * (a + b)) * g[..., :-2] + (b - a) / (a * b) * g[..., 1:-1] + a / (b * (a + b)) * g[..., 2:]
            first, last = steps[0], steps[-1]
        if edge_order == 1:
            out[..., 0], out[..., -1] = (g[..., 1] - g[..., 0]) / first, (g[..., -1] - g[..., -2]) / last
        else:
            out[..., 0] = -1.5 / first * g[..., 0] + 2.0 / first * g[..., 1] - 0.5 / first * g[..., 2]
            out[..., -1] = 0.5 / last * g[..., -3] - 2.0 / last * g[..., -2] + 1.5 / last * g[..., -1]
        result.append(np.moveaxis(out, -1, one))
    return result[0] if len(result) == 1 else tuple(result)


_in_order = sorted
