"""What programs seldom ask `numpy` for: statistics, sets, putting together and taking apart."""

import math

import _numpy
import numpy as np
from numpy import arange, array, asarray, concatenate, float64, int64, isnan, multiply, nan, ndarray, zeros

__all__ = [
    "nansum", "nanprod", "nanmin", "nanmax", "nanmean", "nanstd", "nanvar", "median", "nanmedian", "percentile",
    "quantile", "average", "cov", "corrcoef", "bincount", "digitize", "interp",
    "unique", "isin", "intersect1d", "union1d", "setdiff1d", "setxor1d", "tile", "dstack", "column_stack",
    "split", "array_split", "hsplit", "vsplit",
    "pad", "rot90", "rollaxis", "fliplr", "flipud", "append", "insert", "delete",
    "atleast_3d", "resize", "block", "nanargmin", "nanargmax",
]


# ---- without what is not a number -------------------------------------------------------------------


def _without_nan(a, instead):
    a = asarray(a)
    return np.where(isnan(a), instead, a) if a.dtype.kind in "fc" else a


def nansum(a, axis=None, dtype=None, out=None, keepdims=False, initial=np._no_value, where=True):
    return _without_nan(a, 0.0).sum(axis, dtype, out, keepdims, where=where, **np._given(initial=initial))


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False, initial=np._no_value, where=True):
    return _without_nan(a, 1.0).prod(axis, dtype, out, keepdims, where=where, **np._given(initial=initial))


def _extreme(function, name, a, axis, out, keepdims, initial, where):
    is_array = isinstance(a, ndarray)
    a = asarray(a)
    if a.size == 0 and initial is None:
        raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
    if a.dtype.kind == "O":
        instead = np.inf if name == "minimum" else -np.inf
        a = np.where(a != a, instead, a).astype(object)
    result = function.reduce(a, axis, None, out, keepdims, initial, where)
    if a.dtype.kind in "fc" and np.any(isnan(result)):
        import warnings

        warnings.warn(f"All-NaN {'slice' if is_array else 'axis'} encountered", RuntimeWarning, 3)
    return result


def nanmin(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    return _extreme(np.fmin, "minimum", a, axis, out, keepdims, initial, where)


def nanmax(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    return _extreme(np.fmax, "maximum", a, axis, out, keepdims, initial, where)


def _place(function, a, instead, axis, out, keepdims):
    a = asarray(a)
    if a.size and a.dtype.kind in "fc" and np.any(np.all(isnan(a), axis)):
        raise ValueError("All-NaN slice encountered")
    return function(_without_nan(a, instead), axis, out, keepdims=keepdims)


def nanargmin(a, axis=None, out=None, *, keepdims=False):
    return _place(np.argmin, a, np.inf, axis, out, keepdims)


def nanargmax(a, axis=None, out=None, *, keepdims=False):
    return _place(np.argmax, a, -np.inf, axis, out, keepdims)


def _numbers(a, axis, keepdims, where=True):
    return (~isnan(a)).sum(axis, int64, keepdims=keepdims, where=where)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    a = asarray(a)
    if a.dtype.kind not in "fc":
        return np.mean(a, axis, dtype, out, keepdims, where=where)
    count = _numbers(a, axis, keepdims, where)
    if np.any(count == 0):
        np._warn("Mean of empty slice")
    with np.errstate(invalid="ignore", divide="ignore"):
        total = nansum(a, axis, dtype, None, keepdims, where=where)
        return np.divide(total, count, out=out, dtype=total.dtype, casting="unsafe")


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None):
    a = asarray(a)
    if a.dtype.kind not in "fc":
        return np.var(a, axis, dtype, out, ddof, keepdims, where=where, mean=mean, correction=correction)
    if correction is not None:
        if ddof != 0:
            raise ValueError("ddof and correction can't be provided simultaneously.")
        ddof = correction
    with np.errstate(invalid="ignore", divide="ignore"):
        if mean is None:
            total = nansum(a, axis, dtype, None, True, where=where)
            mean = np.divide(total, _numbers(a, axis, True, where), dtype=total.dtype, casting="unsafe")
        gap = np.where(isnan(a), a.dtype.type(0), a - mean)
        rest = _numbers(a, axis, keepdims, where) - ddof
        if np.any(rest <= 0):
            np._warn("Degrees of freedom <= 0 for slice.")
        squares = (gap * np.conjugate(gap)).real.sum(axis, None, None, keepdims, where=where)
        return np.divide(squares, np.where(rest > 0, rest, nan), out=out, dtype=squares.dtype, casting="unsafe")


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None):
    return np.sqrt(nanvar(a, axis, dtype, None, ddof, keepdims, where=where, mean=mean, correction=correction), out=out)


# ---- statistics -------------------------------------------------------------------------------------


def _flat_last(a, axis):
    """The array with the axes that are asked for as one axis at the end."""
    a = asarray(a)
    if axis is None:
        return a.ravel(), (1,) * a.ndim
    axes = [np._axis(one, a.ndim) for one in (axis if isinstance(axis, tuple) else (axis,))]
    rest = [i for i in range(a.ndim) if i not in axes]
    kept = tuple(1 if i in axes else a.shape[i] for i in range(a.ndim))
    count = math.prod([a.shape[i] for i in axes])
    return a.transpose(rest + axes).reshape([a.shape[i] for i in rest] + [count]), kept


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    rows, kept = _flat_last(a, axis)
    n = rows.shape[-1]
    if n == 0:
        return np.mean(rows, -1)
    rows = _numpy.middle_along(rows)
    result = np.mean(rows[..., : 2 - n % 2], -1)
    if rows.dtype.kind in "fc":
        result = np.where(isnan(rows[..., 2]), nan, result)[()]
    result = result.reshape(kept) if keepdims else result
    return result if out is None else np._into(out, result)


def _of_numbers(function, a, axis, keepdims, out):
    """What a function gives for each line without what is not a number; where it gives a row, that comes first."""
    lines, kept = _flat_last(a, axis)
    if lines.size == 0:
        return np.nanmean(a, axis, None, out, keepdims)
    found = []
    for line in lines.reshape(-1, lines.shape[-1]):
        numbers = line[~isnan(line)]
        if numbers.size == 0:
            import warnings

            warnings.warn("All-NaN slice encountered", RuntimeWarning, stacklevel=3)
            numbers = array([nan])
        found.append(function(numbers))
    result = np.moveaxis(array(found), 0, -1)
    result = result.reshape(result.shape[:-1] + (kept if keepdims else lines.shape[:-1]))
    return result[()] if out is None else np._into(out, result)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    return _of_numbers(median, a, axis, keepdims, out)


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    result = _quantile(asarray(a), q, axis, method, keepdims, weights, "Quantiles must be in the range [0, 1]")
    return result if out is None else np._into(out, result)


# Where a part of the rows lies, counted from 0, and the parameters of rules that draw lines between elements.
_LINES = {"interpolated_inverted_cdf": (0, 1), "hazen": (0.5, 0.5), "weibull": (0, 0), "linear": (1, 1),
          "median_unbiased": (1 / 3, 1 / 3), "normal_unbiased": (3 / 8, 3 / 8)}
_STEPS = {
    "lower": lambda n, q: math.floor(q * (n - 1)), "higher": lambda n, q: math.ceil(q * (n - 1)),
    "nearest": lambda n, q: round(q * (n - 1)), "inverted_cdf": lambda n, q: math.ceil(n * q) - 1,
    "closest_observation": lambda n, q: math.floor(n * q - 0.5) - ((n * q - 1.5) % 2 == 1),
}


def _place_of(method, n, q):
    """The place of a part of `n` elements; between two of them it is no whole number."""
    if method in _LINES:
        alpha, beta = _LINES[method]
        return n * q + (alpha + q * (1 - alpha - beta)) - 1 if method != "linear" else (n - 1) * q
    if method in _STEPS:
        return _STEPS[method](n, q)
    if method == "midpoint":
        return 0.5 * (math.floor(q * (n - 1)) + math.ceil(q * (n - 1)))
    if method == "averaged_inverted_cdf":
        return n * q - 0.5 if n * q == math.floor(n * q) else math.floor(n * q)
    raise ValueError(f"{method!r} is not a valid method. Use one of: {sorted([*_LINES, *_STEPS])}")


def _quantile(a, q, axis, method, keepdims, weights, wrong):
    if a.dtype.kind == "c":
        raise TypeError("a must be an array of real numbers")
    # A number of Python does not say in which type is computed.
    is_weak = type(q) in (int, float)
    kind = np.result_type(a, q) if is_weak else None
    q = asarray(q)
    weight_of = float if is_weak else q.dtype.type if q.dtype.kind == "f" else float64
    rows, kept = _flat_last(a, axis)
    if weights is not None:
        result = _weighted(a, rows, np.atleast_1d(q).ravel(), axis, method, weights, wrong)
        return result.reshape(np.shape(q) + (kept if keepdims else rows.shape[:-1]))[()]
    rows = np.sort(rows, -1)
    n = rows.shape[-1]

    def at(part):
        if not 0 <= part <= 1:
            raise ValueError(wrong)
        place = min(max(_place_of(method, n, part), 0), n - 1)
        low = math.floor(place)
        part = weight_of(place - low)
        if isinstance(place, int):
            result = rows[..., low]
        else:
            first, last = rows[..., low], rows[..., min(low + 1, n - 1)]
            if q.ndim == 0:
                first, last = first[()], last[()]
            gap = last - first
            result = first + gap * part if part < 0.5 else last - gap * (1 - part)
        if rows.dtype.kind in "fc":
            result = np.where(isnan(rows[..., -1]), rows[..., -1], result)
        return result.reshape(kept) if keepdims else result[()]

    kind = rows.dtype if method in _STEPS else kind or np.result_type(rows, q)
    result = array([at(part) for part in q.ravel()], kind)
    return result.reshape(q.shape + (kept if keepdims else rows.shape[:-1]))[()]


def _weighted(a, rows, q, axis, method, weights, wrong):
    """The elements at which the sum of the weights before them, and theirs, reaches a part of all; a row for each part."""
    if method != "inverted_cdf":
        raise ValueError(f"Only method 'inverted_cdf' supports weights. Got: {method}.")
    if np.any((q < 0) | (q > 1)):
        raise ValueError(wrong)
    shared = np.shape(weights) != np.shape(a)
    if shared and (axis is None or np.shape(weights) != (np.shape(a)[axis],)):
        raise TypeError("Axis must be specified when shapes of a and weights differ.") if axis is None else ValueError(
            "Shape of weights must be consistent with shape of a along specified axis."
        )
    weights = np.broadcast_to(weights, rows.shape) if shared else _flat_last(weights, axis)[0]
    if np.any(weights < 0):
        raise ValueError("Weights must be non-negative.")
    order = np.argsort(rows, -1)
    sums = np.take_along_axis(weights, order, -1).cumsum(-1, float64)
    lines = np.take_along_axis(rows, order, -1).reshape(-1, rows.shape[-1])
    found = np.empty((len(q), len(lines)), rows.dtype)
    for place, line, row in zip(np.arange(len(lines)), lines, (sums / sums[..., -1:]).reshape(lines.shape)):
        found[:, place] = line[np.minimum(np.searchsorted(row, q), len(line) - 1)]
        if line[-1] != line[-1]:
            found[:, place] = line[-1]
    return found


def _part_of_100(q):
    return q / 100 if type(q) in (int, float) else np.true_divide(q, 100)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    result = _quantile(asarray(a), _part_of_100(q), axis, method, keepdims, weights, "Percentiles must be in the range [0, 100]")
    return result if out is None else np._into(out, result)


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
            axes = [np._axis(one, a.ndim) for one in (axis if isinstance(axis, tuple) else (axis,))]
            if weights.shape != tuple(a.shape[one] for one in axes):
                raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
            weights = weights.transpose(np.argsort(axes))
            weights = weights.reshape([n if i in axes else 1 for i, n in enumerate(a.shape)])
        kind = np.result_type(a, weights, *([float64] if a.dtype.kind in "biu" else []))
        scale = np.broadcast_to(weights, a.shape).sum(axis, kind, keepdims=keepdims)
        if np.any(scale == 0.0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        result = multiply(a, weights, dtype=kind).sum(axis, keepdims=keepdims) / scale
    return (result, scale) if returned else result


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    if dtype is None:
        dtype = np.result_type(m, float64) if y is None else np.result_type(m, y, float64)
    for given, name in ((m, "m"), (y, "y")):
        if given is not None and np.ndim(given) > 2:
            raise ValueError(f"{name} has more than 2 dimensions")
    x = array(m, ndmin=2, dtype=dtype)
    if not rowvar and np.ndim(m) != 1:
        x = x.T
    if x.shape[0] == 0:
        return np.empty((0, 0))
    if y is not None:
        other = array(y, ndmin=2, dtype=dtype)
        x = concatenate((x, other if rowvar or other.shape[0] == 1 else other.T), axis=0)
    if ddof is None:
        ddof = 0 if bias else 1
    weights = None
    for given in (fweights, aweights):
        if given is not None:
            weights = asarray(given, float64) if weights is None else weights * asarray(given, float64)
    mean, total = average(x, 1, weights, True)
    rest = x.shape[1] if weights is None else total[0]
    if ddof:
        rest = rest - (ddof if aweights is None else ddof * (weights * aweights).sum() / rest)
    if rest <= 0:
        np._warn("Degrees of freedom <= 0 for slice")
        rest = 0.0
    x = x - mean[:, None]
    other = x if weights is None else x * weights
    c = np.dot(x, other.T.conj())
    c *= np.true_divide(1, rest)
    return c.squeeze()


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    c = cov(x, y, rowvar, dtype=dtype)
    if c.ndim == 0:
        return c / c
    d = np.sqrt(np.diag(c).real)
    c = c / d[:, None] / d[None, :]
    for part in (c.real, c.imag) if c.dtype.kind == "c" else (c,):
        np.clip(part, -1, 1, out=part)
    return c


def bincount(x, weights=None, minlength=0):
    is_array = isinstance(x, ndarray)
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("object too deep for desired array" if x.ndim else "object of too small depth for desired array")
    if x.size and x.dtype.kind == "f" and not is_array:
        import warnings

        text = "Non-integer input passed to bincount. In a future version of NumPy, this will be an error. (Deprecated NumPy 2.1)"
        warnings.warn(text, DeprecationWarning, stacklevel=2)
        x = x.astype(int64)
    if (x.size or is_array) and x.dtype != np.uint64 and not np.can_cast(x.dtype, int64):
        raise TypeError(f"Cannot cast array data from {x.dtype!r} to dtype('int64') according to the rule 'safe'")
    if x.size and x.min() < 0:
        raise ValueError("'list' argument must have no negative elements")
    minlength = np._index(minlength)
    if minlength < 0:
        raise ValueError("'minlength' must not be negative")
    count = max(int(x.max()) + 1 if x.size else 0, minlength)
    if weights is not None:
        is_array = isinstance(weights, ndarray)
        weights = asarray(weights)
        if weights.dtype.kind == "c":
            text = f"Cannot cast array data from {weights.dtype!r} to dtype('float64') according to the rule 'safe'"
            raise TypeError(text if is_array else "float() argument must be a string or a real number, not 'complex'")
        if weights.ndim != 1:
            raise ValueError(f"object {'too deep' if weights.ndim else 'of too small depth'} for desired array")
    return _numpy.count_places(x, weights, count)


def digitize(x, bins, right=False):
    bins = asarray(bins)
    if asarray(x).dtype.kind == "c":
        raise TypeError("x may not be complex")
    steps = bins[1:] >= bins[:-1]
    if not np.all(steps) and not np.all(bins[1:] <= bins[:-1]):
        raise ValueError("bins must be monotonically increasing or decreasing")
    side = "left" if right else "right"
    return np.searchsorted(bins, x, side) if np.all(steps) else len(bins) - np.searchsorted(bins[::-1], x, side)


def _real(a):
    """An array of floats; arrays of others than real numbers are not cast."""
    kind = getattr(a, "dtype", None)
    if kind is not None and np.ndim(a) and not np.can_cast(kind, float64):
        raise TypeError(f"Cannot cast array data from {kind!r} to dtype('float64') according to the rule 'safe'")
    return asarray(a, float64)


def interp(x, xp, fp, left=None, right=None, period=None):
    x, xp, fp = _real(x), _real(xp), asarray(fp)
    if fp.dtype.kind == "c":
        ends = [(None, None) if end is None else (np.real(end), np.imag(end)) for end in (left, right)]
        parts = [interp(x, xp, part, ends[0][i], ends[1][i], period) for i, part in enumerate((fp.real, fp.imag))]
        return parts[0] + 1j * parts[1]
    fp = asarray(fp, float64)
    if len(xp) == 0:
        raise ValueError("array of sample points is empty")
    if len(xp) != len(fp):
        raise ValueError("fp and xp are not of the same length.")
    if period is not None:
        if period == 0:
            raise ValueError("period must be a non-zero value")
        period = abs(period)
        left = right = None
        order = np.argsort(xp % period)
        xp, fp, x = (xp % period)[order], fp[order], x % period
        xp = concatenate((xp[-1:] - period, xp, xp[:1] + period))
        fp = concatenate((fp[-1:], fp, fp[:1]))
    ends = fp[0] if left is None else left, fp[-1] if right is None else right
    return _numpy.interpolate(x, xp, fp, *ends)


# ---- sets -------------------------------------------------------------------------------------------


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
    a = asarray(ar)
    flat = a.ravel()
    if axis is not None:
        axis = np._axis(axis, a.ndim)
    if axis is not None and a.ndim != 1:
        lines = np.moveaxis(a, axis, 0)
        table = lines.reshape(a.shape[axis], math.prod(lines.shape[1:]))
        order = np.lexsort(table.T[::-1]) if table.size else arange(len(table))
        rows, shape = lines[order], a.shape[axis]
        new = np.ones(shape, dtype=np.bool)
        new[1:] = np.any(table[order][1:] != table[order][:-1], 1)
        result = (np.moveaxis(rows[new], 0, axis),)
    else:
        order, shape = flat.argsort() if return_index or return_inverse else None, a.shape
        rows = np.sort(flat) if order is None else flat[order]
        new = np.ones(rows.shape, dtype=np.bool)
        new[1:] = rows[1:] != rows[:-1]
        if equal_nan:
            new[1:] &= ~((rows[1:] != rows[1:]) & (rows[:-1] != rows[:-1]))
        result = (rows[new],)
    if return_index:
        result += (order[new],)
    if return_inverse:
        inverse = np.empty(new.shape, int64)
        inverse[order] = np.cumsum(new) - 1
        result += (inverse.reshape(shape),)
    if return_counts:
        result += (np.diff(concatenate((np.nonzero(new)[0], [new.size]))),)
    return result[0] if len(result) == 1 else result


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    element, tests = asarray(element), asarray(test_elements)
    if "O" in (element.dtype.kind, tests.dtype.kind):
        found = np.zeros(element.shape, np.bool)
        for test in tests.ravel().tolist():
            found |= asarray(element == test, np.bool) if not isinstance(test, set) else False
        return ~found if invert else found
    if tests.size < 10 * element.size**0.145:
        # A few are compared one by one.
        found = np.zeros(element.shape, np.bool)
        for test in tests.ravel():
            np.logical_or(found, np.equal(element, test), out=found)
        return asarray(~found if invert else found)
    known = unique(tests)
    place = np.minimum(np.searchsorted(known, element), known.size - 1)
    found = known[place] == element
    return asarray(~found if invert else found)


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    kind = np.result_type(asarray(ar1), asarray(ar2))
    if not return_indices:
        a = unique(ar1)
        return a[isin(a, ar2)].astype(kind)
    (a, first), (b, second) = unique(ar1, return_index=True), unique(ar2, return_index=True)
    kept = isin(a, b)
    return a[kept].astype(kind), first[kept], second[isin(b, a)]


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
    try:
        reps = tuple(reps)
    except TypeError:
        reps = (reps,)
    if any(count < 0 for count in reps):
        raise ValueError("negative dimensions are not allowed")
    a = array(A, copy=all(count == 1 for count in reps) or None, ndmin=len(reps))
    reps = (1,) * (a.ndim - len(reps)) + reps
    shape, piece = a.shape, a.size
    for length, count in zip(shape, reps):
        if count != 1 and piece:
            a = a.reshape(-1, piece).repeat(count, 0)
        piece //= length or 1
    return a.reshape([length * count for length, count in zip(shape, reps)])


def dstack(tup):
    return concatenate([atleast_3d(a) for a in np._listed(tup)], 2)


def column_stack(tup):
    return concatenate([a.reshape(-1, 1) if a.ndim < 2 else a for a in map(asarray, np._listed(tup))], 1)


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
    if np.ndim(ary) == 0:
        raise ValueError("hsplit only works on arrays of 1 or more dimensions")
    return split(ary, indices_or_sections, 1 if asarray(ary).ndim > 1 else 0)


def vsplit(ary, indices_or_sections):
    if np.ndim(ary) < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(ary, indices_or_sections, 0)


def block(arrays):
    def depth_of(part):
        if isinstance(part, tuple):
            raise TypeError("arrays is a tuple. Only lists can be used to arrange blocks, and np.block does not allow implicit "
                            "conversion from tuple to ndarray.")
        if not isinstance(part, list):
            return 0
        if not part:
            raise ValueError("List at arrays cannot be empty")
        depths = list(map(depth_of, part))
        if len(set(depths)) > 1:
            place = next(i for i, depth in enumerate(depths) if depth != depths[0])
            raise ValueError(f"List depths are mismatched. First element was at depth {depths[0] + 1}, but there is an element at "
                             f"depth {depths[place] + 1} (arrays[{place}]{'[0]' * depths[place]})")
        return 1 + depths[0]

    def rank_of(part):
        return max(map(rank_of, part)) if isinstance(part, list) else np.ndim(part)

    depth = depth_of(arrays)
    least = max(depth, rank_of(arrays))

    def join(part, depth):
        if not isinstance(part, list):
            return array(part, ndmin=least)
        return concatenate([join(one, depth - 1) for one in part], -depth)

    return join(arrays, depth)


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
    values = np.moveaxis(array(values, ndmin=arr.ndim), 0, axis) if np.ndim(obj) == 0 else values
    middle = np.broadcast_to(values, arr.shape[:axis] + (values.shape[axis],) + arr.shape[axis + 1 :])
    return concatenate((arr[before + (slice(0, place),)], middle, arr[before + (slice(place, None),)]), axis)


def _insert_many(arr, places, values, axis):
    n = arr.shape[axis]
    outside = places[(places < -n) | (places > n)]
    if outside.size:
        raise IndexError(f"index {outside[:1] if places.size == 1 else outside[0]} is out of bounds for axis {axis} with size {n}")
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
    if isinstance(obj, (list, ndarray)) and asarray(obj).dtype == np.bool and np.shape(obj) != (n,):
        raise ValueError(f"boolean array argument obj to delete must be one dimensional and match the axis length of {n}")
    if np.isscalar(obj) and not -n <= obj < n:
        raise IndexError(f"index {obj} is out of bounds for axis {axis} with size {n}")
    keep[obj] = False
    return arr[(slice(None),) * axis + (keep,)]


def pad(array, pad_width, mode="constant", **kwargs):
    a = asarray(array)
    if isinstance(pad_width, dict):
        sides = {np._axis(axis, a.ndim): side for axis, side in pad_width.items()}
        pad_width = [np.broadcast_to(sides.get(axis, 0), 2).tolist() for axis in range(a.ndim)]
    if not np.issubdtype(asarray(pad_width).dtype, np.integer):
        raise TypeError("`pad_width` must be of integral type.")
    width = np.broadcast_to(asarray(pad_width), (a.ndim, 2)).tolist()
    if any(length < 0 for pair in width for length in pair):
        raise ValueError("index can't contain negative values")
    if callable(mode):
        return _pad_by(a, width, mode, kwargs)
    if mode not in _PADDINGS:
        raise ValueError(f"mode '{mode}' is not supported")
    unknown = set(kwargs) - set(_PADDINGS[mode])
    if unknown:
        raise ValueError(f"unsupported keyword arguments for mode '{mode}': {unknown}")
    if mode in ("constant", "empty"):
        values = np.broadcast_to(asarray(kwargs.get("constant_values", 0)), (a.ndim, 2))
        result = np.empty([n + b + e for n, (b, e) in zip(a.shape, width)], a.dtype, "F" if np.isfortran(a) else "C")
        inside = tuple(slice(b, b + n) for n, (b, e) in zip(a.shape, width))
        result[inside] = a
        for axis, ((before, after), (first, last)) in enumerate(zip(width, values)):
            sides = (slice(None),) * axis, inside[axis + 1 :]
            result[sides[0] + (slice(0, before),) + sides[1]] = first
            result[sides[0] + (slice(result.shape[axis] - after, None),) + sides[1]] = last
        return result
    if mode == "linear_ramp":
        return _ramp(a, width, np.broadcast_to(asarray(kwargs.get("end_values", 0)), (a.ndim, 2)))
    lengths = np.broadcast_to(asarray(kwargs.get("stat_length"), object), (a.ndim, 2)).tolist()
    for axis, (before, after) in enumerate(width):
        n = a.shape[axis]
        if n == 0 and before + after:
            raise ValueError(f"can't extend empty axis {axis} using modes other than 'constant' or 'empty'")
        if mode in _STATISTICS:
            first, last = (n if length is None else min(length, n) for length in lengths[axis])
            values = []
            for part in (slice(0, first), slice(n - last, None)):
                value = _STATISTICS[mode](a[(slice(None),) * axis + (part,)], axis=axis, keepdims=True)
                values.append(np.rint(value) if a.dtype.kind in "iu" else value)
            a = concatenate((np.repeat(values[0], before, axis), a, np.repeat(values[1], after, axis)), axis).astype(a.dtype)
            continue
        if kwargs.get("reflect_type", "even") == "odd" and n > 1:
            a = _pad_odd(a, axis, before, after, mode == "symmetric")
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
# The ways to pad, and what they take.
_PADDINGS = {"constant": ["constant_values"], "empty": [], "edge": [], "linear_ramp": ["end_values"], "wrap": [],
             "reflect": ["reflect_type"], "symmetric": ["reflect_type"], **{name: ["stat_length"] for name in _STATISTICS}}


def _pad_by(a, width, function, options):
    result = pad(a, width)
    for axis, pair in enumerate(width):
        lines = np.moveaxis(result, axis, -1)
        for place in np.ndindex(lines.shape[:-1]):
            function(lines[place], tuple(pair), axis, options)
    return result


def _pad_odd(a, axis, before, after, doubled):
    """Mirrored at both ends, and turned round there: what lies so far behind an end is so much further than it."""
    lines = np.moveaxis(a, axis, 0)
    skipped = 0 if doubled else 1
    while before or after:
        most = len(lines) - skipped
        first, last = min(before, most), min(after, most)
        head = 2 * lines[:1] - lines[skipped : skipped + first][::-1]
        tail = 2 * lines[-1:] - lines[len(lines) - skipped - last : len(lines) - skipped][::-1]
        lines = concatenate((head, lines, tail))
        before, after = before - first, after - last
    return np.moveaxis(lines, 0, axis)


def _ramp(a, width, ends):
    for axis, (before, after) in enumerate(width):
        lines = np.moveaxis(a, axis, 0)
        first = np.linspace(np.full(lines.shape[1:], ends[axis][0]), lines[0], before, endpoint=False, dtype=a.dtype)
        last = np.linspace(np.full(lines.shape[1:], ends[axis][1]), lines[-1], after, endpoint=False, dtype=a.dtype)[::-1]
        a = np.moveaxis(concatenate((first, lines, last)), 0, axis)
    return np.ascontiguousarray(a)


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    if len(axes) != 2:
        raise ValueError("len(axes) must be 2.")
    if axes[0] == axes[1] or abs(axes[0] - axes[1]) == m.ndim:
        raise ValueError("Axes must be different.")
    if not all(-m.ndim <= axis < m.ndim for axis in axes):
        raise ValueError(f"Axes={tuple(axes)} out of range for array of ndim={m.ndim}.")
    k %= 4
    if k == 0:
        return m[:]
    if k == 2:
        return np.flip(np.flip(m, axes[0]), axes[1])
    turned = np.swapaxes(m, *axes)
    return np.flip(turned, axes[0]) if k == 1 else np.swapaxes(np.flip(m, axes[0]), *axes)


def fliplr(m):
    if np.ndim(m) < 2:
        raise ValueError("Input must be >= 2-d.")
    return asarray(m)[:, ::-1]


def flipud(m):
    if np.ndim(m) < 1:
        raise ValueError("Input must be >= 1-d.")
    return asarray(m)[::-1, ...]


def rollaxis(a, axis, start=0):
    count = np.ndim(a)
    axis = np._axis(axis, count)
    if not -count <= start < count + 1:
        raise np._AxisError(f"'start' arg requires {-count} <= start < {count + 1}, but {start} was passed in")
    start += count if start < 0 else 0
    return np.moveaxis(a, axis, start if start <= axis else start - 1)


def resize(a, new_shape):
    a = asarray(a).ravel()
    if a.size == 0:
        return np.zeros(new_shape, a.dtype)
    count = math.prod(new_shape) if isinstance(new_shape, (tuple, list)) else new_shape
    return tile(a, -(-count // a.size))[:count].reshape(new_shape)

