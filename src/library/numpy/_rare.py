"""What programs ask `numpy` for least: running sums without what is not a number, histograms of planes, polynomials."""

import operator

import _numpy
import numpy as np
from numpy import array, asarray, float64

from ._histograms import outer_edges
from ._more import _of_numbers, _part_of_100, _without_nan, quantile

__all__ = [
    "nancumsum", "nancumprod", "nanpercentile", "nanquantile", "histogram2d", "histogramdd", "mintypecode", "typename", "apply_over_axes", "piecewise", "roots",
    "poly", "poly1d", "polyadd", "polysub", "polymul", "polyder", "polyint", "i0", "unwrap", "blackman", "hamming",
    "hanning", "bartlett", "cumulative_sum", "cumulative_prod", "asarray_chkfinite", "unstack", "vecdot", "astype",
    "isdtype", "require", "format_float_positional", "format_float_scientific", "printoptions",
    "isfortran", "iterable", "row_stack", "min_scalar_type", "common_type", "dsplit", "matvec", "vecmat", "real_if_close", "sort_complex",
    "mask_indices", "tril_indices_from", "triu_indices_from", "diag_indices_from", "kaiser", "fromfile", "fromstring",
    "vander", "unique_values", "unique_counts", "unique_inverse", "unique_all", "polydiv", "bitwise_count", "packbits", "unpackbits",
]


def nancumsum(a, axis=None, dtype=None, out=None):
    return _without_nan(a, 0.0).cumsum(axis, dtype, out)


def nancumprod(a, axis=None, dtype=None, out=None):
    return _without_nan(a, 1.0).cumprod(axis, dtype, out)


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    return _of_numbers(lambda line: quantile(line, q, method=method), a, axis, keepdims, out)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    return nanquantile(a, _part_of_100(q), axis, out, overwrite_input, method, keepdims)


def _edges_of(place, column, bins, range):
    """The edges for one axis of several."""
    if np.ndim(bins) == 0:
        if bins < 1:
            raise ValueError(f"`bins[{place}]` must be positive, when an integer")
        low, high = outer_edges(column, range)
        try:
            return np.linspace(low, high, operator.index(bins) + 1)
        except TypeError as error:
            raise TypeError(f"`bins[{place}]` must be an integer, when a scalar") from error
    if np.ndim(bins) > 1:
        raise ValueError(f"`bins[{place}]` must be a scalar or 1d array")
    edges = asarray(bins)
    if np.any(edges[:-1] > edges[1:]):
        raise ValueError(f"`bins[{place}]` must be monotonically increasing, when an array")
    return edges


def histogramdd(sample, bins=10, range=None, density=None, weights=None):
    sample = asarray(sample) if isinstance(sample, np.ndarray) else np.atleast_2d(sample).T
    if sample.ndim == 1:
        sample = sample[:, None]
    count, many = sample.shape
    if hasattr(bins, "__len__"):
        if len(bins) != many:
            raise ValueError("The dimension of bins must be equal to the dimension of the sample x.")
    else:
        bins = [bins] * many
    ranges = [None] * many if range is None else range
    if len(ranges) != many:
        raise ValueError("range argument must have one entry per dimension")
    columns = [sample[:, place] for place in np.arange(many)]
    edges = [_edges_of(place, *one) for place, one in enumerate(zip(columns, bins, ranges))]
    # What lies outside has a place of its own at each end.
    places = np.zeros(count, np.int64)
    for v, e in zip(columns, edges):
        found = np.searchsorted(e, v, "right")
        found[v == e[-1]] -= 1
        places = places * (len(e) + 1) + found
    shape = [len(e) + 1 for e in edges]
    counts = np.bincount(places, weights, int(np.prod(shape))).astype(float64).reshape(shape)[(slice(1, -1),) * many]
    if density:
        total = counts.sum()
        for axis, e in enumerate(edges):
            counts = counts / np.diff(e).reshape([-1 if i == axis else 1 for i in np.arange(many)])
        counts = counts / total
    return counts, edges


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    if len(x) != len(y):
        raise ValueError("x and y must have the same length.")
    is_pair = isinstance(bins, (list, tuple, np.ndarray)) and len(bins) == 2
    if not is_pair:
        bins = [bins, bins]
    counts, edges = histogramdd([x, y], bins, range, density, weights)
    return counts, edges[0], edges[1]


def apply_over_axes(func, a, axes):
    a = asarray(a)
    for axis in axes if isinstance(axes, (tuple, list)) else (axes,):
        result = asarray(func(a, axis))
        a = result if result.ndim == a.ndim else np.expand_dims(result, axis)
    return a


def piecewise(x, condlist, funclist, *args, **kw):
    x = asarray(x)
    if np.isscalar(condlist) or x.ndim and not isinstance(condlist[0], (list, np.ndarray)):
        condlist = [condlist]
    conditions = [asarray(c, np.bool) for c in condlist]
    if len(funclist) == len(conditions) + 1:
        conditions.append(~np.logical_or.reduce(conditions))
    elif len(funclist) != len(conditions):
        count = len(conditions)
        raise ValueError(f"with {count} condition(s), either {count} or {count + 1} functions are expected")
    result = np.zeros_like(x)
    for condition, function in zip(conditions, funclist):
        if not callable(function):
            result[condition] = function
        elif np.any(condition):
            result[condition] = function(x[condition], *args, **kw)
    return result


def _cumulative(function, first, x, axis, dtype, out, include_initial):
    x = np.atleast_1d(x)
    if axis is None:
        if x.ndim > 1:
            raise ValueError("For arrays which have more than one dimension ``axis`` argument is required.")
        axis = 0
    if not include_initial:
        return function(x, axis, dtype, out)
    result = np.insert(function(x, axis, dtype), 0, first, axis)
    return result if out is None else np._into(out, result)


def cumulative_sum(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    return _cumulative(np.cumsum, 0, x, axis, dtype, out, include_initial)


def cumulative_prod(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    return _cumulative(np.cumprod, 1, x, axis, dtype, out, include_initial)


def unstack(x, /, *, axis=0):
    return tuple(np.moveaxis(asarray(x), axis, 0))


def vander(x, N=None, increasing=False):
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    rows = np.empty((len(x), len(x) if N is None else N), np.promote_types(x.dtype, int))
    powers = rows if increasing else rows[:, ::-1]
    powers[:, :1] = 1
    powers[:, 1:] = x[:, None]
    np.multiply.accumulate(powers[:, 1:], out=powers[:, 1:], axis=1)
    return rows


def _conjugated(x):
    return np.conjugate(x) if x.dtype.kind == "c" else x


def vecdot(x1, x2, /, axis=-1):
    x1, x2 = asarray(x1), asarray(x2)
    for place, x in enumerate((x1, x2)):
        if x.ndim == 0:
            raise ValueError(
                f"vecdot: Input operand {place} does not have enough dimensions (has 0, gufunc core with signature "
                "(n),(n)->() requires 1)"
            )
    x1, x2 = (np.moveaxis(x, np._axis(axis, x.ndim), -1) for x in (x1, x2))
    first, second = x1.shape[-1], x2.shape[-1]
    if first != second:
        raise ValueError(
            "vecdot: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n),(n)->() "
            f"(size {second} is different from {first})"
        )
    return _numpy.product(_conjugated(x1)[..., None, :], x2[..., :, None], "vecdot")[..., 0, 0][()]


def astype(x, dtype, /, *, copy=True, device=None):
    return x.astype(dtype, copy=copy)


def isdtype(dtype, kind):
    kinds = {"bool": "b", "signed integer": "i", "unsigned integer": "u", "integral": "iu", "real floating": "f",
             "complex floating": "c", "numeric": "iufc"}
    parts = kind if isinstance(kind, tuple) else (kind,)
    return any(np.dtype(dtype).kind in kinds[k] if isinstance(k, str) else np.dtype(dtype) == k for k in parts)


def require(a, dtype=None, requirements=None, *, like=None):
    wanted = "".join(requirements or "").upper()
    return asarray(a, dtype, order="F" if "F" in wanted else "C" if "C" in wanted else None)


def asarray_chkfinite(a, dtype=None, order=None):
    a = asarray(a, dtype, order)
    if a.dtype.kind in "fc" and not np.isfinite(a).all():
        raise ValueError("array must not contain infs or NaNs")
    return a


def isfortran(a):
    return a.flags.f_contiguous and not a.flags.c_contiguous


def iterable(y):
    try:
        iter(y)
    except TypeError:
        return False
    return True


def min_scalar_type(a):
    a = asarray(a)
    if a.ndim or a.dtype.kind == "b":
        return a.dtype
    kinds = {"i": "B b H h I i L l", "u": "B H I L", "f": "f d", "c": "F D"}[a.dtype.kind].split()
    if a.dtype.kind in "iu" and a < 0:
        kinds = ["b", "h", "i", "l"]
    with np.errstate(all="ignore"):
        fits = [k for k in kinds if a.dtype.kind in "fc" and np.isfinite(a) <= np.isfinite(a.astype(k)) or a.astype(k) == a]
    return np.dtype(fits[0])


def common_type(*arrays):
    types = [a.dtype if a.dtype.kind in "fc" else np.dtype(float64) for a in arrays]
    return np.result_type(*types).type


def dsplit(ary, indices_or_sections):
    if np.ndim(ary) < 3:
        raise ValueError("dsplit only works on arrays of 3 or more dimensions")
    return np.split(ary, indices_or_sections, 2)


def row_stack(tup, *, dtype=None, casting="same_kind"):
    import warnings

    warnings.warn("`row_stack` alias is deprecated. Use `np.vstack` directly.", DeprecationWarning, stacklevel=2)
    return np.vstack(tup, dtype=dtype, casting=casting)


def matvec(x1, x2, /):
    return _numpy.product(x1, asarray(x2)[..., None], "matvec")[..., 0]


def vecmat(x1, x2, /):
    return _numpy.product(_conjugated(asarray(x1))[..., None, :], x2, "vecmat")[..., 0, :]


def real_if_close(a, tol=100):
    a = asarray(a)
    if a.dtype.kind != "c":
        return a
    limit = tol * np.finfo(a.dtype).eps if tol > 1 else tol
    return a.real if np.all(np.abs(a.imag) < limit) else a


def sort_complex(a):
    b = np.sort(a)
    return b if b.dtype.kind == "c" else b.astype(np.complex64 if b.dtype.char in "bhBH" else np.complex128)


def mask_indices(n, mask_func, k=0):
    return np.nonzero(mask_func(np.ones((n, n), int), k) != 0)


def _plane(arr):
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")
    return arr


def tril_indices_from(arr, k=0):
    _plane(arr)
    return np.tril_indices(arr.shape[-2], k, arr.shape[-1])


def triu_indices_from(arr, k=0):
    _plane(arr)
    return np.triu_indices(arr.shape[-2], k, arr.shape[-1])


def diag_indices_from(arr):
    if np.ndim(arr) < 2:
        raise ValueError("input array must be at least 2-d")
    if len(set(arr.shape)) > 1:
        raise ValueError("All dimensions of input must be of equal length")
    return np.diag_indices(arr.shape[0], arr.ndim)


def unique_values(x, /):
    return np.unique(x, equal_nan=False)


def typename(char):
    return _TYPE_NAMES[char]


_TYPE_NAMES = {
    "S1": "character", "?": "bool", "b": "signed char", "B": "unsigned char", "h": "short", "H": "unsigned short",
    "i": "integer", "I": "unsigned integer", "l": "long integer", "L": "unsigned long integer", "q": "long long integer",
    "Q": "unsigned long long integer", "f": "single precision", "d": "double precision", "g": "long precision",
    "F": "complex single precision", "D": "complex double precision", "G": "complex long double precision",
    "S": "string", "U": "unicode", "V": "void", "O": "object",
}


def mintypecode(typechars, typeset="GDFgdf", default="d"):
    known = [c if isinstance(c, str) else asarray(c).dtype.char for c in typechars]
    found = [c for c in known if c in typeset]
    if "F" in found and "d" in found:
        return "D"
    return min(found, key="GDFgdfbBhHiIlLqQ?".index) if found else default


def _named(name, fields, values):
    from collections import namedtuple

    return namedtuple(name, fields)(*values)


def unique_counts(x, /):
    return _named("UniqueCountsResult", "values counts", np.unique(x, return_counts=True, equal_nan=False))


def unique_inverse(x, /):
    return _named("UniqueInverseResult", "values inverse_indices", np.unique(x, return_inverse=True, equal_nan=False))


def unique_all(x, /):
    found = np.unique(x, return_index=True, return_inverse=True, return_counts=True, equal_nan=False)
    return _named("UniqueAllResult", "values indices inverse_indices counts", found)


def bitwise_count(x, /):
    x = np.abs(asarray(x))
    count = np.zeros(x.shape, np.uint8)
    while np.any(x):
        count += (x & 1).astype(np.uint8)
        x = x >> 1
    return count[()]


def _check_bits(bitorder):
    if bitorder not in ("big", "little"):
        raise ValueError("'order' must be either 'little' or 'big'")


def packbits(a, axis=None, bitorder="big"):
    _check_bits(bitorder)
    a = asarray(a)
    if a.dtype.kind not in "biu":
        raise TypeError("Expected an input array of integer or boolean data type")
    packed = _numpy.pack_bits(a.ravel() if axis is None else np.moveaxis(a, axis, -1), bitorder == "little")
    return packed if axis is None else np.moveaxis(packed, -1, axis)


def unpackbits(a, axis=None, count=None, bitorder="big"):
    _check_bits(bitorder)
    a = asarray(a)
    if a.dtype != np.uint8:
        raise TypeError("Expected an input array of unsigned byte data type")
    bits = _numpy.unpack_bits(a.ravel() if axis is None else np.moveaxis(a, axis, -1), bitorder == "little")[..., :count]
    if count is not None and count > bits.shape[-1]:
        bits = np.pad(bits, [(0, 0)] * (bits.ndim - 1) + [(0, count - bits.shape[-1])])
    return bits if axis is None else np.moveaxis(bits, -1, axis)


# ---- texts and files --------------------------------------------------------------------------------


def fromfile(file, dtype=float, count=-1, sep="", offset=0):
    if hasattr(file, "read"):
        data = file.read()
    else:
        with open(file, "rb") as from_:
            data = from_.read()
    if sep:
        return fromstring(data.decode(), dtype, count, sep=sep)
    return np.frombuffer(data, dtype, count, offset).copy()


def fromstring(string, dtype=float, count=-1, *, sep, like=None):
    if not sep:
        raise ValueError("The binary mode of fromstring is removed, use frombuffer instead")
    parts = [part for part in string.split(sep.strip() or None) if part.strip()]
    parts = parts if count < 0 else parts[:count]
    number = np.dtype(dtype).type
    try:
        return array([number(part) for part in parts], dtype)
    except ValueError:
        raise ValueError("string or file could not be read to its end due to unmatched data") from None


def format_float_positional(x, precision=None, unique=True, fractional=True, trim="k", sign=False, pad_left=None,
                            pad_right=None, min_digits=None):
    from decimal import Decimal

    shortest = Decimal(str(x))
    text = format(shortest, "f")
    is_cut = precision is not None and (not unique or -shortest.as_tuple().exponent > precision)
    if is_cut:
        text = f"{float(x):.{precision}f}"
    whole, _, digits = text.partition(".")
    digits = digits if trim == "k" and is_cut else digits.rstrip("0")
    digits = digits or ("0" if trim == "0" else "")
    text = whole + ("" if trim == "-" and not digits else ".") + digits
    return "+" + text if sign and x >= 0 else text


def format_float_scientific(x, precision=None, unique=True, trim="k", sign=False, pad_left=None, exp_digits=None,
                            min_digits=None):
    from decimal import Decimal

    shortest = Decimal(str(x)).normalize()
    text = f"{float(x):.{precision}e}" if precision is not None else format(shortest, "e")
    digits, _, power = text.partition("e")
    digits = digits if "." in digits else digits + "."
    power = f"{power[0] if power[0] in '+-' else '+'}{abs(int(power)):0{exp_digits or 2}d}"
    return ("+" if sign and x >= 0 else "") + digits + "e" + power


class printoptions:
    """A block in which arrays are shown in another way."""

    def __init__(self, **options):
        self._options = options

    def __enter__(self):
        self._before = np.get_printoptions()
        np.set_printoptions(**self._options)
        return np.get_printoptions()

    def __exit__(self, *exception):
        np.set_printoptions(**self._before)


# ---- functions --------------------------------------------------------------------------------------


def i0(x):
    """The modified Bessel function of order 0, by its series and its asymptotic form."""
    if asarray(x).dtype.kind == "c":
        raise TypeError("i0 not supported for complex values")
    x = np.abs(asarray(x, float64))
    near, far = np.minimum(x, 30.0), np.maximum(x, 30.0)
    total, term = np.ones_like(x), np.ones_like(x)
    for k in range(1, 80):
        term = term * (near / (2 * k)) ** 2
        total = total + term
    tail, term = np.ones_like(x), np.ones_like(x)
    for k in range(1, 20):
        term = term * (2 * k - 1) ** 2 / (8 * k * far)
        tail = tail + term
    with np.errstate(over="ignore"):
        return np.where(x <= 30.0, total, np.exp(far) / np.sqrt(2 * np.pi * far) * tail)


def kaiser(M, beta):
    if M == 1:
        return np.ones(1)
    n = np.arange(0, M)
    half = (M - 1) / 2.0
    return i0(beta * np.sqrt(1 - ((n - half) / half) ** 2.0)) / i0(beta)


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    p = asarray(p)
    steps = np.diff(p, axis=axis)
    # Whole numbers stay such where the period is one.
    whole = np.result_type(p, period).kind in "iu"
    half = period // 2 if whole else period / 2
    turned = (steps + half) % period - half
    if not whole or period % 2 == 0:
        turned = np.where((turned == -half) & (steps > 0), half, turned)
    change = np.where(np.abs(steps) < (half if discont is None else max(discont, half)), 0, turned - steps)
    up = array(p, np.result_type(p, period))
    after = (slice(None),) * np._axis(axis, p.ndim) + (slice(1, None),)
    up[after] = p[after] + change.cumsum(axis)
    return up


def _window(M, *cosines):
    if M < 1:
        return array([], float64)
    if M == 1:
        return np.ones(1)
    n = np.arange(1 - M, M, 2)
    return sum(c * np.cos(k * np.pi * n / (M - 1)) for k, c in enumerate(cosines))


def blackman(M):
    return _window(M, 0.42, 0.5, 0.08)


def hamming(M):
    return _window(M, 0.54, 0.46)


def hanning(M):
    return _window(M, 0.5, 0.5)


def bartlett(M):
    if M < 2:
        return np.ones(max(M, 0))
    n = np.arange(1 - M, M, 2)
    return np.where(n <= 0, 1 + n / (M - 1), 1 - n / (M - 1))


# ---- polynomials ------------------------------------------------------------------------------------


def _ends(p):
    """The coefficients without leading zeros."""
    p = np.atleast_1d(asarray(p))
    places = np.flatnonzero(p)
    return p[places[0] :] if len(places) else p[:0]


def roots(p):
    p = _ends(p)
    last = np.flatnonzero(p)[-1] + 1 if len(p) else 0
    zeros, p = len(p) - last, p[:last]
    found = array([])
    if len(p) > 1:
        companion = np.diag(np.ones(len(p) - 2, np.result_type(p, float64)), -1)
        companion[0, :] = -p[1:].astype(companion.dtype) / p[0]
        found = np.linalg.eigvals(companion)
    return np.concatenate((found, np.zeros(zeros, found.dtype)))


def poly(seq_of_zeros):
    zeros = np.atleast_1d(asarray(seq_of_zeros))
    if zeros.ndim == 2:
        zeros = np.linalg.eigvals(zeros)
    result = np.ones(1, np.result_type(zeros, float64) if zeros.dtype.kind != "c" else zeros.dtype)
    for zero in zeros:
        result = np.convolve(result, array([1, -zero]))
    if result.dtype.kind == "c" and np.all(np.sort(zeros) == np.sort(zeros.conj())):
        result = result.real.copy()
    return result


def _sum(a, b, sign):
    a, b = np.atleast_1d(a), np.atleast_1d(b)
    n = max(len(a), len(b))
    a, b = (np.concatenate((np.zeros(n - len(p), p.dtype), p)) for p in (a, b))
    return a + b if sign > 0 else a - b


def polyadd(a1, a2):
    return _like(_sum(a1, a2, 1), a1, a2)


def polysub(a1, a2):
    return _like(_sum(a1, a2, -1), a1, a2)


def polymul(a1, a2):
    return _like(np.convolve(asarray(a1), asarray(a2)), a1, a2)


def polydiv(u, v):
    is_object = isinstance(u, poly1d) or isinstance(v, poly1d)
    u, v = np.atleast_1d(asarray(u)) + 0.0, np.atleast_1d(asarray(v)) + 0.0
    steps = len(u) - len(v) + 1
    quotient, rest = np.zeros(max(steps, 1), np.result_type(u, v)), u.copy()
    for k in range(steps):
        quotient[k] = rest[k] / v[0]
        rest[k : k + len(v)] -= quotient[k] * v
    while len(rest) > 1 and abs(rest[0]) < 1e-14:
        rest = rest[1:]
    return (poly1d(quotient), poly1d(rest)) if is_object else (quotient, rest)


def polyder(p, m=1):
    c = asarray(p)
    for _ in range(m):
        c = c[:-1] * np.arange(len(c) - 1, 0, -1)
    return _like(c, p)


def polyint(p, m=1, k=None):
    c = asarray(p)
    constants = np.zeros(m) if k is None else np.atleast_1d(k) * np.ones(m)
    for constant in constants:
        c = np.concatenate((c / np.arange(len(c), 0, -1), [constant]))
    return _like(c, p)


def _like(result, *models):
    return poly1d(result) if any(isinstance(m, poly1d) for m in models) else result


def _term(c, power, variable):
    """A term as it is written in a line; nothing if it is 0."""
    short = lambda value: f"{value:.4g}".removesuffix(".0000")
    if isinstance(c, complex) and c.imag:
        factor = f"({short(c.real)} + {short(c.imag)}j)" if c.real else f"{short(c.imag)}j"
    else:
        factor = short(c.real)
    if factor == "0":
        return ""
    return factor if power == 0 else f"{factor} {variable}" + (f"**{power}" if power > 1 else "")


def _raised(line):
    """A line with its powers in a line above it; both are broken where they get long."""
    *parts, rest = line.split("**")
    text, above, below = " ", "", ""
    for part, follower in zip(parts, [*parts[1:], rest]):
        digits = follower[: len(follower) - len(follower.lstrip("0123456789"))]
        if above or text != " ":
            part = part.lstrip("0123456789")
        if len(below) + len(part) + len(digits) - 1 > 70 or len(above) + len(part) + len(digits) - 1 > 70:
            text += above + "\n" + below + "\n "
            above = below = ""
        below += part + " " * (len(digits) - 1)
        above += " " * (len(part) - 1) + digits
    return text + above + "\n" + below + (rest.lstrip("0123456789") if parts else rest)


class poly1d:
    """A polynomial of one variable."""

    def __init__(self, c_or_r, r=False, variable="x"):
        self.variable = variable
        self.coeffs = _ends(poly(c_or_r) if r else c_or_r)
        if len(self.coeffs) == 0:
            self.coeffs = np.zeros(1, self.coeffs.dtype)

    c = coef = coefficients = property(lambda self: self.coeffs)
    order = o = property(lambda self: len(self.coeffs) - 1)
    roots = r = property(lambda self: roots(self.coeffs))

    def __call__(self, val):
        if isinstance(val, poly1d):
            result = poly1d([0])
            for c in self.coeffs:
                result = result * val + c
            return result
        return np.polyval(self.coeffs, val)

    def __array__(self, dtype=None, copy=None):
        return self.coeffs

    def __len__(self):
        return self.order

    def __iter__(self):
        return iter(self.coeffs)

    def __getitem__(self, power):
        return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs.dtype.type(0)

    def __str__(self):
        text = ""
        for place, c in enumerate(self.coeffs.tolist()):
            term = _term(c, self.order - place, self.variable)
            if not text:
                text = term
            elif term:
                text += f" - {term[1:]}" if term[0] == "-" else f" + {term}"
        return _raised(text or "0")

    def __setitem__(self, power, value):
        if power < 0:
            raise ValueError("Does not support negative powers.")
        missing = np.zeros(max(power - self.order, 0), self.coeffs.dtype)
        self.coeffs = np.concatenate((missing, self.coeffs))
        self.coeffs[self.order - power] = value

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __eq__(self, other):
        return isinstance(other, poly1d) and np.array_equal(self.coeffs, other.coeffs)

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __add__(self, other):
        return poly1d(_sum(self.coeffs, _coefficients(other), 1))

    __radd__ = __add__

    def __sub__(self, other):
        return poly1d(_sum(self.coeffs, _coefficients(other), -1))

    def __rsub__(self, other):
        return poly1d(_sum(_coefficients(other), self.coeffs, -1))

    def __mul__(self, other):
        return poly1d(np.convolve(self.coeffs, _coefficients(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return poly1d(self.coeffs / other) if np.isscalar(other) else polydiv(self, other)

    def __rtruediv__(self, other):
        return poly1d(other / self.coeffs) if np.isscalar(other) else polydiv(poly1d(other), self)

    def __pow__(self, power):
        result = poly1d([1])
        for _ in range(power):
            result = result * self
        return result

    def deriv(self, m=1):
        return polyder(self, m)

    def integ(self, m=1, k=0):
        return polyint(self, m, k)


def _coefficients(value):
    return value.coeffs if isinstance(value, poly1d) else np.atleast_1d(value)
