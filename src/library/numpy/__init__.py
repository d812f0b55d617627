"""numpy: arrays of numbers.

The native part has arrays, scalars, universal functions and what is hot; here are numpy's names and argument forms. What
programs seldom use lies in pages of its own, which are imported when one of their names is asked for.
"""

from _numpy import (
    AxisError as _AxisError, absolute, add, all, any, arange, arccos, arccosh, arcsin, arcsinh, arctan, arctan2,
    arctanh, argmax, argmin, array, asarray, bitwise_and, bitwise_or, bitwise_xor, bool,
    broadcast_shape as _broadcast_shape, can_cast, cbrt, ceil, complex64, complex128, conjugate, copysign, copyto, cos,
    cosh, cumprod, cumsum, deg2rad, degrees, divide, dot, dtype, empty, equal, exp, exp2, expm1, fabs, float32, float64, float_power,
    floor, floor_divide, fmax, fmin, fmod, full, gcd, greater, greater_equal, heaviside, hypot, inexact, inner, int8, int16,
    int32, int64, integer, invert, isfinite, isinf, isnan, lcm, left_shift, less, less_equal, log, log1p, log2, log10,
    logaddexp, logaddexp2, logical_and, logical_not, logical_or, logical_xor, matmul, max, maximum, min, minimum,
    multiply, ndarray, negative, nextafter, not_equal, number, positive, power, prod, promote_types, rad2deg, radians,
    reciprocal, remainder, result_type, right_shift, rint, sign, signbit, signedinteger, sin, sinh, spacing, sqrt,
    square, subtract, sum, tan, tanh, trunc, ufunc, uint8, uint16, uint32, uint64, unsignedinteger, zeros, floating,
    complexfloating, generic, object_, str_, bytes_, flexible, character,
)
import _numpy
import sys as _sys
from operator import index as _index

__version__ = "2.4.6"

pi = 3.141592653589793
e = 2.718281828459045
euler_gamma = 0.5772156649015329
inf = float("inf")
nan = float("nan")
newaxis = None
little_endian = True

abs = absolute
acos, acosh, asin, asinh, atan, atan2, atanh = arccos, arccosh, arcsin, arcsinh, arctan, arctan2, arctanh
bitwise_not = bitwise_invert = invert
bitwise_left_shift, bitwise_right_shift = left_shift, right_shift
conj = conjugate
mod = remainder
pow = power
true_divide = divide
bool_ = bool
byte, short, intc, int_, intp, long, longlong = int8, int16, int32, int64, int64, int64, int64
ubyte, ushort, uintc, uint, uintp, ulong, ulonglong = uint8, uint16, uint32, uint64, uint64, uint64, uint64
single, double = float32, float64
csingle, cdouble = complex64, complex128
False_, True_ = bool(0), bool(1)
typecodes = {
    "Character": "c", "Integer": "bhilqnp", "UnsignedInteger": "BHILQNP", "Float": "fd", "Complex": "FD",
    "AllInteger": "bBhHiIlLqQnNpP", "AllFloat": "fdFD", "Datetime": "", "All": "?bhilqnpBHILQNPfdFDSUVO",
}

_no_value = object()


def _given(**options):
    return {name: value for name, value in options.items() if value is not _no_value}


# ---- creation ---------------------------------------------------------------------------------------


def ones(shape, dtype=None, order="C", *, device=None, like=None):
    return full(shape, 1, float64 if dtype is None else dtype, order)


def empty_like(prototype, dtype=None, order="K", subok=True, shape=None):
    return _numpy.like(prototype, dtype=dtype, order=order, shape=shape)


def _is_text(a, wanted):
    return (asarray(a).dtype if wanted is None else dtype(wanted)).kind in "US"


def zeros_like(a, dtype=None, order="K", subok=True, shape=None):
    return _numpy.like(a, "" if _is_text(a, dtype) else 0, dtype, order, shape)


def ones_like(a, dtype=None, order="K", subok=True, shape=None):
    return _numpy.like(a, 1, dtype, order, shape)


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None):
    return _numpy.like(a, fill_value, dtype, order, shape)


def asanyarray(a, dtype=None, order=None):
    return asarray(a, dtype, order)


def ascontiguousarray(a, dtype=None):
    return array(a, dtype, copy=False, order="C", ndmin=1)


def asfortranarray(a, dtype=None):
    return array(a, dtype, copy=False, order="F", ndmin=1)


def copy(a, order="K", subok=False):
    return array(a, order=order, copy=True)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    num = _index(num)
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    div = num - 1 if endpoint else num
    # Numbers of Python do not say in which type is computed.
    start, stop = [end if type(end) in (int, float, complex) else asarray(end) for end in (start, stop)]
    own = result_type(start, stop, 0.0)
    delta = subtract(stop, start, dtype=own)
    step = delta / div if div > 0 else nan
    moves = div > 0 and all(step)
    if own == float64 and delta.ndim == 0 and isfinite(delta):
        y = _numpy.steps(float(start), step, num) if moves else _numpy.steps(float(start), delta, num, div or 1)
    else:
        y = arange(0, num, dtype=own).reshape((-1,) + (1,) * delta.ndim)
        y = y * step if moves else y / (div or 1) * delta
        y += start
    if endpoint and num > 1:
        y[-1, ...] = stop
    if axis != 0:
        y = moveaxis(y, 0, axis)
    if dtype is None:
        dtype = own
    elif _numpy.dtype(dtype).kind in "iu":
        y = floor(y)
    y = y.astype(dtype, copy=False)
    return (y, step) if retstep else y


def eye(N, M=None, k=0, dtype=float, order="C", *, device=None, like=None):
    m = zeros((N, N if M is None else M), dtype, order)
    if -m.shape[0] < k < m.shape[1]:
        _numpy.diagonal_view(m, k, 0, 1)[...] = 1
    return m


def identity(n, dtype=None, *, like=None):
    return eye(n, dtype=float64 if dtype is None else dtype)


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    return function(*indices(shape, dtype=dtype), **kwargs)


def indices(dimensions, dtype=int, sparse=False):
    dimensions = tuple(dimensions)
    count = len(dimensions)
    shape = (1,) * count
    result = () if sparse else empty((count,) + dimensions, dtype=dtype)
    for i, length in enumerate(dimensions):
        row = arange(length, dtype=dtype).reshape(shape[:i] + (length,) + shape[i + 1 :])
        if sparse:
            result = result + (row,)
        else:
            result[i] = row
    return result


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    count = len(xi)
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    one = (1,) * count
    output = [asanyarray(x).reshape(one[:i] + (-1,) + one[i + 1 :]) for i, x in enumerate(xi)]
    if indexing == "xy" and count > 1:
        output[0] = output[0].reshape((1, -1) + one[2:])
        output[1] = output[1].reshape((-1, 1) + one[2:])
    if not sparse:
        output = broadcast_arrays(*output)
    return tuple(x.copy() for x in output) if copy else tuple(output)


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    kind = _numpy.dtype(dtype)
    if kind.kind not in "SU":
        return _numpy.from_buffer(buffer, kind, count, offset)
    from ._last import texts_of

    a = texts_of(bytes(buffer)[offset:], kind)
    return a if count < 0 else a[:count]


def fromiter(iter, dtype, count=-1, *, like=None):
    values = list(iter) if count < 0 else [value for value, _ in zip(iter, range(count))]
    if len(values) < count:
        raise ValueError(f"iterator too short: Expected {count} but iterator had only {len(values)} items.")
    return array(values, dtype)


# ---- shapes -----------------------------------------------------------------------------------------


def shape(a):
    return asarray(a).shape


def size(a, axis=None):
    a = asarray(a)
    if isinstance(axis, tuple):
        from math import prod as product

        return product(a.shape[one] for one in axis)
    return a.size if axis is None else a.shape[axis]


def ndim(a):
    return asarray(a).ndim


def reshape(a, /, shape, order="C", *, copy=None):
    return asarray(a).reshape(shape, order=order)


def ravel(a, order="C"):
    return asarray(a).ravel(order)


def transpose(a, axes=None):
    return asarray(a).transpose(axes)


permute_dims = transpose


def matrix_transpose(x, /):
    return swapaxes(x, -1, -2)


def swapaxes(a, axis1, axis2):
    return asarray(a).swapaxes(axis1, axis2)


def squeeze(a, axis=None):
    result = asarray(a).squeeze(axis)
    return result[()] if isinstance(a, generic) else result


def _axis(axis, ndim):
    place = _index(axis)
    if not -ndim <= place < ndim:
        raise _AxisError(f"axis {axis} is out of bounds for array of dimension {ndim}")
    return place % ndim


def _axes(axes, ndim, name):
    """The places of axes, of which none is named twice, or of one axis."""
    try:
        axes = (_index(axes),)
    except TypeError:
        axes = tuple(axes)
    try:
        places = [_axis(axis, ndim) for axis in axes]
    except _AxisError as error:
        raise _AxisError(f"{name}: {error}") from None
    if len(set(places)) != len(places):
        raise ValueError(f"repeated axis in `{name}` argument")
    return places


def expand_dims(a, axis):
    a = asarray(a)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    count = a.ndim + len(axes)
    axes = [_axis(axis, count) for axis in axes]
    if len(set(axes)) != len(axes):
        raise ValueError("repeated axis")
    lengths = iter(a.shape)
    return a.reshape([1 if i in axes else next(lengths) for i in range(count)])


def moveaxis(a, source, destination):
    a = asarray(a)
    source, destination = _axes(source, a.ndim, "source"), _axes(destination, a.ndim, "destination")
    if len(source) != len(destination):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    order = [n for n in range(a.ndim) if n not in source]
    for to, from_ in sorted(zip(destination, source)):
        order.insert(to, from_)
    return a.transpose(order)


def atleast_1d(*arys):
    out = tuple(array(a, copy=False, ndmin=1) for a in arys)
    return out[0] if len(out) == 1 else out


def atleast_2d(*arys):
    out = tuple(array(a, copy=False, ndmin=2) for a in arys)
    return out[0] if len(out) == 1 else out


def broadcast_to(array, shape, subok=False):
    return _numpy.broadcast_view(array, shape)


def broadcast_shapes(*args):
    return _broadcast_shape(*args)


def broadcast_arrays(*args, subok=False):
    args = [asarray(a) for a in args]
    whole = _broadcast_shape(*[a.shape for a in args])
    return tuple(a if a.shape == whole else _numpy.broadcast_view(a, whole) for a in args)


def concatenate(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    return _numpy.join(arrays, axis, out, dtype, casting)


concat = concatenate


def _listed(arrays):
    if not hasattr(arrays, "__getitem__"):
        raise TypeError('arrays to stack must be passed as a "sequence" type such as list or tuple.')
    return arrays


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    arrays = [asarray(a) for a in _listed(arrays)]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({a.shape for a in arrays}) != 1:
        raise ValueError("all input arrays must have the same shape")
    axis = _axis(axis, arrays[0].ndim + 1)
    return _numpy.join([expand_dims(a, axis) for a in arrays], axis, out, dtype, casting)


def hstack(tup, *, dtype=None, casting="same_kind"):
    arrays = [array(a, copy=False, ndmin=1) for a in _listed(tup)]
    return _numpy.join(arrays, 0 if arrays and arrays[0].ndim == 1 else 1, None, dtype, casting)


def vstack(tup, *, dtype=None, casting="same_kind"):
    return _numpy.join([array(a, copy=False, ndmin=2) for a in _listed(tup)], 0, None, dtype, casting)


def roll(a, shift, axis=None):
    if isinstance(shift, (float, floating)):
        shift = int(shift)
    elif isinstance(shift, ndarray):
        shift = shift.tolist()
    if isinstance(shift, (tuple, list)) or isinstance(axis, (tuple, list)):
        shifts, axes = broadcast_arrays(shift, axis)
        return _numpy.roll_along(a, shifts.ravel().tolist(), axes.ravel().tolist())
    return _numpy.roll_along(a, shift, axis)


def flip(m, axis=None):
    m = asarray(m)
    if axis is None:
        return m[(slice(None, None, -1),) * m.ndim]
    axes = [_axis(a, m.ndim) for a in (axis if isinstance(axis, (tuple, list, range)) else (axis,))]
    return m[tuple(slice(None, None, -1) if i in axes else slice(None) for i in range(m.ndim))]


def repeat(a, repeats, axis=None):
    return _numpy.repeat_along(a, repeats, axis)


# ---- choosing ---------------------------------------------------------------------------------------


def nonzero(a):
    if not isinstance(a, ndarray):
        a = asarray(a)
    if a.ndim == 0:
        raise ValueError(
            "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead."
        )
    return _numpy.nonzero(a)


def where(condition, x=_no_value, y=_no_value, /):
    if x is _no_value and y is _no_value:
        return nonzero(condition)
    if x is _no_value or y is _no_value:
        raise ValueError("either both or neither of x and y should be given")
    return _numpy.choose_where(condition, x, y)


def take(a, indices, axis=None, out=None, mode="raise"):
    if mode not in ("raise", "wrap", "clip"):
        raise ValueError(f"clipmode must be one of 'clip', 'raise', or 'wrap' (got '{mode}')")
    result = _numpy.take_along(a, indices, axis, mode)
    return result if out is None else _into(out, result)


def _into(out, result):
    copyto(out, result, casting="unsafe")
    return out


def _within(a, low, high):
    """Limits without Python numbers that no element of whole numbers passes."""
    a = asarray(a)
    if a.dtype.kind in "iu":
        bits = a.dtype.itemsize * 8
        least, most = (0, 2**bits - 1) if a.dtype.kind == "u" else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
        low = None if isinstance(low, int) and low <= least else low
        high = None if isinstance(high, int) and high >= most else high
    return low, high


def clip(a, a_min=_no_value, a_max=_no_value, out=None, *, min=_no_value, max=_no_value, **options):
    if a_min is _no_value and a_max is _no_value:
        low, high = min, max
    elif a_min is _no_value or a_max is _no_value:
        missing = "a_min" if a_min is _no_value else "a_max"
        raise TypeError(f"clip() missing 1 required positional argument: '{missing}'")
    elif min is not _no_value or max is not _no_value:
        raise ValueError("Passing `min` or `max` keyword argument when `a_min` and `a_max` are provided is forbidden.")
    else:
        low, high = a_min, a_max
    if isinstance(low, int) or isinstance(high, int):
        low, high = _within(a, low, high)
    if out is None and not options and isinstance(a, ndarray) and a.ndim:
        whole, kind = type(low) is int and type(high) is int, a.dtype.kind
        if whole and kind in "iuf" or kind == "f" and type(low) in (int, float) and type(high) in (int, float):
            return _numpy.clip_between(a, low, high)
    if low is _no_value or low is None:
        if high is _no_value or high is None:
            return positive(a, out=out)
        return minimum(a, high, out=out, **options)
    if high is _no_value or high is None:
        return maximum(a, low, out=out, **options)
    return minimum(maximum(a, low, **options), high, out=out, **options)


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    if order is not None or hasattr(a, "_records_"):
        a = array(a)
        a.sort(axis, kind, order)
        return a
    if kind is not None and kind[0] not in "qhsmQHSM":
        raise ValueError(f"sort kind must be one of 'quick', 'heap', or 'stable' (got '{kind}')")
    return _numpy.sorted_along(a, axis)


def argsort(a, axis=-1, kind=None, order=None, *, stable=None):
    return asarray(a).argsort(axis, kind, order) if order is not None else asarray(a).argsort(axis)


def searchsorted(a, v, side="left", sorter=None):
    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got '{side}')")
    if sorter is not None:
        if asarray(sorter).dtype.kind not in "iu":
            raise TypeError("sorter must only contain integers")
        if len(sorter) != len(a):
            raise ValueError("sorter.size must equal a.size")
    return _numpy.search(a, v, side == "right", sorter)


def count_nonzero(a, axis=None, *, keepdims=False):
    if axis is None and not keepdims:
        return int64(_numpy.count_nonzero_all(a))
    return (asarray(a) != 0).sum(axis, int64, keepdims=keepdims)


# ---- reductions -------------------------------------------------------------------------------------


amax, amin = max, min


def _count(a, axis, where=True):
    if where is not True:
        return broadcast_to(where, a.shape).sum(axis, int64)
    if axis is None:
        return a.size
    count = 1
    for one in axis if isinstance(axis, tuple) else (axis,):
        count *= a.shape[_axis(one, a.ndim)]
    return count


def _warn(text):
    import warnings

    warnings.warn(text, RuntimeWarning, stacklevel=3)


def _divisor(a, count):
    """A count as numpy divides by it: a whole number of 64 bits, by which complex numbers are divided in double precision."""
    return int64(count) if a.dtype == complex64 and not isinstance(count, ndarray) else count


def mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    a = asarray(a)
    if dtype is None and a.dtype.kind in "biu":
        dtype = float64
    count = _count(a, axis, where)
    if count == 0 if where is True else any(count == 0):
        _warn("Mean of empty slice")
    total = a.sum(axis, dtype, out, keepdims, where=where)
    count = _divisor(a, count)
    if a.dtype.kind == "O":
        return total / (int64(count) if isinstance(total, (int, float)) else count)
    if isinstance(total, ndarray):
        return divide(total, count, out=total, casting="unsafe")
    return total.dtype.type(total / count)


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None):
    a = asarray(a)
    if correction is not None:
        if ddof != 0:
            raise ValueError("ddof and correction can't be provided simultaneously.")
        ddof = correction
    if dtype is None and a.dtype.kind in "biu":
        dtype = float64
    count = _count(a, axis, where)
    if ddof >= count if where is True else any(ddof >= count):
        _warn("Degrees of freedom <= 0 for slice")
    is_plain = where is True and mean is None and out is None
    if mean is None:
        mean = a.sum(axis, dtype, keepdims=True, where=where)
        mean = (mean / _divisor(a, count if where is True else _count(a, axis, where))).astype(mean.dtype, copy=False)
    if is_plain and (dtype is None and a.dtype.kind == "f" or dtype is float64 and a.dtype.kind in "biu"):
        total = ((a - mean) ** 2).sum(axis, keepdims=keepdims)
    else:
        x = a - mean
        x = x.real * x.real + x.imag * x.imag if x.dtype.kind == "c" else x * x
        total = x.sum(axis, dtype, out, keepdims, where=where)
    rest = count - ddof
    rest = maximum(rest, 0) if isinstance(rest, ndarray) else rest if rest > 0 else 0
    if a.dtype.kind == "O":
        result = total / (int64(rest) if isinstance(rest, int) else rest)
        return result if out is None else _into(out, result)
    if isinstance(total, ndarray):
        return divide(total, rest, out=total, casting="unsafe")
    return total.dtype.type(total / (rest or 0.0))


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None):
    return sqrt(var(a, axis, dtype, out, ddof, keepdims, where=where, mean=mean, correction=correction), out=out)


def ptp(a, axis=None, out=None, keepdims=False):
    return subtract(max(a, axis, out, keepdims), min(a, axis, None, keepdims), out=out)


def round(a, decimals=0, out=None):
    a = asarray(a)[()]
    if a.dtype.kind in "biu" and decimals >= 0:
        return a.copy() if out is None else _into(out, a)
    if a.dtype.kind == "c":
        result = array(a)
        result.real, result.imag = round(a.real, decimals), round(a.imag, decimals)
        return result[()] if out is None else _into(out, result)
    if decimals == 0:
        return rint(a, out=out)
    scale = 10.0 ** (decimals if decimals > 0 else -decimals) if -309 < decimals < 309 else inf
    before, after = (multiply, divide) if decimals > 0 else (divide, multiply)
    result = after(rint(before(a, scale)), scale)
    result = result.astype(a.dtype, copy=False)
    return result if out is None else _into(out, result)


around = round


# ---- products ---------------------------------------------------------------------------------------


def outer(a, b, out=None):
    return multiply(asarray(a).reshape(-1, 1), asarray(b).reshape(1, -1), out=out)


def vdot(a, b, /):
    a = ravel(a)
    b = asarray(b).reshape(a.shape)
    return _numpy.product(conjugate(a) if a.dtype.kind in "cO" else a, b)


# ---- parts of matrices ------------------------------------------------------------------------------


def diagonal(a, offset=0, axis1=0, axis2=1):
    a = _numpy.diagonal_view(asarray(a), offset, axis1, axis2)
    _numpy.set_writeable(a, False)
    return a


def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 1:
        n = v.shape[0] + (k if k >= 0 else -k)
        result = zeros((n, n), v.dtype)
        _numpy.diagonal_view(result, k, 0, 1)[...] = v
        return result
    if v.ndim == 2:
        return diagonal(v, k)
    raise ValueError("Input must be 1- or 2-d.")


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    return diagonal(a, offset, axis1, axis2).sum(-1, dtype, out)


def tri(N, M=None, k=0, dtype=float, *, like=None):
    return greater_equal.outer(arange(N), arange(-k, (N if M is None else M) - k)).astype(dtype, copy=False)


def tril(m, k=0):
    m = asarray(m)
    return where(tri(*m.shape[-2:], k=k, dtype=bool), m, zeros(1, m.dtype))


def triu(m, k=0):
    m = asarray(m)
    return where(tri(*m.shape[-2:], k=k - 1, dtype=bool), zeros(1, m.dtype), m)


# ---- comparing --------------------------------------------------------------------------------------


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    # Python numbers take the type of what they are compared with.
    a, b = (x if type(x) in (int, float, complex) else asarray(x) for x in (a, b))
    if type(b) is int or type(b) is not float and type(b) is not complex and b.dtype.kind in "biu":
        b = b + 0.0
    if type(a) in (int, float, complex) and type(b) in (float, complex):
        a = asarray(a)
    with errstate(invalid="ignore"):
        result = (less_equal(abs(a - b), atol + rtol * abs(b)) & isfinite(b)) | (a == b)
    if equal_nan:
        result = result | (isnan(a) & isnan(b))
    return result


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return _truth(all(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a1, a2, equal_nan=False):
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    same = a1 == a2
    return _truth(all(same | ((a1 != a1) & (a2 != a2)) if equal_nan else same))


def array_equiv(a1, a2):
    try:
        return _truth(all(equal(a1, a2)))
    except ValueError:
        return False


def iscomplexobj(x):
    return asarray(x).dtype.kind == "c"


def isrealobj(x):
    return not iscomplexobj(x)


def isscalar(element):
    if isinstance(element, (generic, int, float, complex, str, bytes, memoryview)):
        return True
    numbers = _sys.modules.get("numbers")
    return numbers is not None and isinstance(element, numbers.Number)


def real(val):
    try:
        return val.real
    except AttributeError:
        return asarray(val).real


def imag(val):
    try:
        return val.imag
    except AttributeError:
        return asarray(val).imag


def iscomplex(x):
    return imag(x) != 0


def isreal(x):
    return imag(x) == 0


def shares_memory(a, b, /, max_work=None):
    return _numpy.shares(a, b)


may_share_memory = shares_memory


# ---- errors and text --------------------------------------------------------------------------------

def set_printoptions(
    precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, formatter=None,
    sign=None, floatmode=None, *, legacy=None, override_repr=None,
):
    _numpy.set_print(precision, threshold, edgeitems, linewidth, suppress, nanstr, infstr, sign, floatmode, formatter)


def get_printoptions():
    return {**_numpy.get_print(), "legacy": False, "override_repr": None}


def array2string(
    a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", *, formatter=None, threshold=None,
    edgeitems=None, sign=None, floatmode=None, suffix="", legacy=None,
):
    return _numpy.array2text(
        a, separator, prefix, suffix, None, precision, threshold, edgeitems, max_line_width, suppress_small, None, None,
        sign, floatmode, formatter,
    )


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    return _numpy.array2text(arr, "", "", "", "repr", precision, None, None, max_line_width, suppress_small)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    return array2string(a, max_line_width, precision, suppress_small)


def _truth(value):
    return True if value else False


def _register_numbers():
    """Makes scalars the numbers that the module `numbers` asks for."""
    import numbers

    numbers.Number.register(number)
    numbers.Complex.register(inexact)
    numbers.Real.register(floating)
    numbers.Integral.register(integer)


if "numbers" in _sys.modules:
    _register_numbers()

from . import _methods  # noqa: E402
from ._handling import errstate, geterr, geterrcall, seterr, seterrcall  # noqa: E402


_pages = ("_more", "_products", "_last", "_grid", "_rare", "_records", "_histograms", "_tables")


def __getattr__(name):
    import importlib

    if name in ("linalg", "random", "testing", "fft", "exceptions", "lib", "polynomial", "char", "strings", "emath", "rec"):
        return importlib.import_module("numpy." + name)
    known = []
    for page in _pages:
        module = importlib.import_module("numpy." + page)
        if name in module.__all__:
            value = getattr(module, name)
            globals()[name] = value
            return value
        known += module.__all__
    known += globals()
    raise importlib.import_module("numpy._missing").error("numpy", name, known)
