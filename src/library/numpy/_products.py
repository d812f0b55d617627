"""Sums of products over axes, differences, slopes."""

import math

import _numpy
import numpy as np
from numpy import array, asarray, concatenate, float64, ndarray, zeros

__all__ = [
    "tensordot", "einsum", "kron", "cross", "convolve", "correlate", "gradient", "diff", "ediff1d", "trapezoid",
]


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
    return np.dot(x, y).reshape([a.shape[i] for i in left] + [b.shape[i] for i in right])


def _check_letters(term, where):
    for c in term.replace("...", "", 1):
        if c == ".":
            raise ValueError(f"einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') {where}")
        if not c.isalpha():
            raise ValueError(f"invalid subscript '{c}' in einstein sum subscripts string, subscripts must be letters")


def _spelled(subscripts, operands):
    """The letters of each operand and of the result; dots become letters of their own."""
    given, arrow, wanted = subscripts.replace(" ", "").partition("->")
    if "-" in given:
        raise ValueError("einstein sum subscript string does not contain proper '->' output specified")
    terms = given.split(",")
    if len(terms) != len(operands):
        which = "more" if len(terms) > len(operands) else "fewer"
        raise ValueError(f"{which} operands provided to einstein sum function than specified in the subscripts string")
    for number, term in enumerate(terms):
        _check_letters(term, f"in operand {number}")
    _check_letters(wanted, "in the output")
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
        for c in wanted:
            if wanted.count(c) > 1:
                raise ValueError(f"einstein sum subscripts string includes output subscript '{c}' multiple times")
            if c not in most and not any(c in term for term in found):
                text = f"einstein sum subscripts string included output subscript '{c}' which never appeared in an input"
                raise ValueError(text)
    else:
        letters = "".join(found)
        wanted = most + "".join(c for c in sorted(set(letters)) if letters.count(c) == 1 and c not in most)
    return found, wanted


def _written(operands):
    """Operands and lists of numbers by turns, as letters and operands."""
    letter = lambda number: "..." if number is Ellipsis else chr(ord("a") + number if number < 26 else ord("A") + number - 26)
    terms = ["".join(map(letter, row)) for row in operands[1::2]]
    arrays = operands[: len(operands) - len(operands) % 2 : 2]
    end = "->" + "".join(map(letter, operands[-1])) if len(operands) % 2 else ""
    return ",".join(terms) + end, arrays


def _check_lengths(terms, operands, wanted):
    lengths = {}
    is_view = len(terms) == 1 and set(terms[0]) <= set(wanted)
    for number, (term, a) in enumerate(zip(terms, operands)):
        own = {}
        for c, n in zip(term, a.shape):
            if own.setdefault(c, n) != n:
                which = "single operand" if is_view else f"operand {number}"
                raise ValueError(f"dimensions in {which} for collapsing index '{c}' don't match ({own[c]} != {n})")
        for c, n in own.items():
            lengths.setdefault(c, n)
            if lengths[c] != n and 1 not in (n, lengths[c]):
                raise ValueError(_unlike(terms, operands))
            lengths[c] = max(n, lengths[c])


def _unlike(terms, operands):
    """The message for operands whose lengths do not go together."""
    letters = []
    for c in "".join(terms):
        if c not in letters:
            letters.append(c)
    total = "".join(terms)
    letters = [c for c in sorted(letters) if total.count(c) == 1] + [c for c in letters if total.count(c) > 1]
    text = "operands could not be broadcast together with remapped shapes [original->remapped]: "
    for term, a in zip(terms, operands):
        places = [str(a.shape[term.index(c)]) if c in term else "newaxis" for c in letters]
        while places and places[0] == "newaxis":
            places.pop(0)
        text += f"{_shown(a.shape)}->{_shown(places)} "
    return text


def _shown(lengths):
    return "(" + ",".join(map(str, lengths)) + (",)" if len(lengths) == 1 else ")")


def einsum(subscripts, *operands, out=None, dtype=None, order="K", casting="safe", optimize=False):
    result = _einsum(subscripts, operands, out if casting == "safe" else None, dtype, casting)
    if out is not None and casting != "safe":
        np.copyto(out, result, casting=casting)
        result = out
    if order in "Aa":
        order = "F" if all(asarray(a).flags.fnc for a in operands if isinstance(a, ndarray)) else "C"
    return result if out is not None or order in "Kk" else np.asarray(result, order=order.upper())[()]


def _einsum(subscripts, operands, out, dtype, casting):
    if not isinstance(subscripts, str):
        subscripts, operands = _written((subscripts, *operands))
    operands = [asarray(a) for a in operands]
    if dtype is not None:
        dtype = np.dtype(dtype)
        for number, a in enumerate(operands):
            if not np.can_cast(a.dtype, dtype, casting):
                text = f"Iterator operand {number} dtype could not be cast from {a.dtype!r} to {dtype!r}"
                raise TypeError(f"{text} according to the rule '{casting}'")
        operands = [a.astype(dtype) for a in operands]
    key = (subscripts, *[a.shape for a in operands])
    plan = _PLANS.get(key)
    if plan is None:
        if len(_PLANS) >= _MOST_PLANS:
            _PLANS.clear()
        plan = _PLANS[key] = _planned(subscripts, operands)
    value = plan(*operands)
    if out is not None and not np.can_cast(value.dtype, out.dtype, "safe"):
        text = f"Iterator requested dtype could not be cast from {value.dtype!r} to {out.dtype!r}"
        raise TypeError(f"{text}, the operand {len(operands)} dtype, according to the rule 'safe'")
    return _result(value, out)


# What is done with operands of some shapes, by subscripts and shapes: to find that out takes longer than small products.
_PLANS = {}
_MOST_PLANS = 256


def _planned(subscripts, operands):
    terms, wanted = _spelled(subscripts, operands)
    _check_lengths(terms, operands, wanted)
    shapes = [a.shape for a in operands]
    plan = _contraction(terms, shapes, wanted) if len(operands) == 2 else None
    if plan is not None:
        return plan
    plan = _elementwise(terms, shapes, wanted)
    lengths = {c: n for term, shape in zip(terms, shapes) for c, n in zip(term, shape) if n != 1}
    if math.prod(lengths.values()) <= _MANY:
        return plan

    def of_many(*operands):
        found = _of_many(terms, operands, wanted)
        return plan(*operands) if found is None else found

    return of_many


def _contraction(terms, shapes, wanted):
    """The product of two operands as one of matrices: nothing if it is none."""
    left, right = terms
    shared = [c for c in left if c in right]
    alone = set(left + right) - set(wanted) - set(shared)
    if alone or len(set(left)) < len(left) or len(set(right)) < len(right) or any(c in wanted for c in shared):
        return None
    rows, columns = [c for c in left if c not in shared], [c for c in right if c not in shared]
    own, other = dict(zip(left, shapes[0])), dict(zip(right, shapes[1]))
    if any(own[c] != other[c] for c in shared):
        return None
    inner = math.prod([own[c] for c in shared])
    first_places, second_places = _places(left, rows + shared), _places(right, shared + columns)
    first_shape = (math.prod([own[c] for c in rows]), inner)
    second_shape = (inner, math.prod([other[c] for c in columns]))
    shape, places = tuple([own[c] for c in rows] + [other[c] for c in columns]), _places(rows + columns, wanted)

    def contracted(a, b):
        if first_places is not None:
            a = a.transpose(first_places)
        if a.shape != first_shape:
            a = a.reshape(first_shape)
        if second_places is not None:
            b = b.transpose(second_places)
        if b.shape != second_shape:
            b = b.reshape(second_shape)
        product = _numpy.product(a, b)
        if product.shape != shape:
            product = product.reshape(shape)
        return product if places is None else product.transpose(places)

    return contracted


def _places(letters, wanted):
    """Where letters in some order are, if that is not their own."""
    places = tuple([letters.index(c) for c in wanted])
    return None if places == tuple(range(len(places))) else places


def _elementwise(terms, shapes, wanted):
    """Products of elements, and their sums."""
    order = wanted + "".join(c for c in sorted(set("".join(terms))) if c not in wanted)
    steps = []
    for term, lengths in zip(terms, shapes):
        pairs, lengths = [], list(lengths)
        while len(set(term)) < len(term):
            twice = next(c for c in term if term.count(c) > 1)
            pair = first, second = term.index(twice), term.rindex(twice)
            pairs.append(pair)
            term = "".join(c for i, c in enumerate(term) if i not in pair) + twice
            lengths = [n for i, n in enumerate(lengths) if i not in pair] + [min(lengths[first], lengths[second])]
        lengths = dict(zip(term, lengths))
        present = [c for c in order if c in term]
        steps.append((pairs, _places(term, present), tuple([lengths.get(c, 1) for c in order])))
    axes = tuple(range(len(wanted), len(order)))

    def multiplied(*operands):
        product = None
        for a, (pairs, places, shape) in zip(operands, steps):
            for first, second in pairs:
                a = _numpy.diagonal_view(a, 0, first, second)
            if places is not None:
                a = a.transpose(places)
            if a.shape != shape:
                a = a.reshape(shape)
            product = a[...] if product is None else product * a
        if axes:
            product = np.sum(product, axes, product.dtype)
        # A sum begins with zero, which is not negative.
        return product + 0 if (axes or len(steps) > 1) and product.dtype.kind in "fc" else product

    return multiplied


# Products of all elements with all others are not made where they would be more than this.
_MANY = 1 << 18


def _of_many(terms, operands, wanted):
    """The same by products of two operands, which are those of matrices: nothing if they are none."""
    if len(operands) > 2:
        later = set(wanted).union(*terms[2:])
        inner = "".join(sorted(c for c in set(terms[0] + terms[1]) if c in later))
        first = einsum(_letters(f"{terms[0]},{terms[1]}->{inner}"), *operands[:2])
        rest = ",".join([inner, *terms[2:]]) + "->" + wanted
        return einsum(_letters(rest), first, *operands[2:])
    if len(operands) != 2 or any(len(set(term)) < len(term) for term in terms):
        return None
    (left, right), (a, b) = terms, operands
    if any(c in right and n != b.shape[right.index(c)] for c, n in zip(left, a.shape)):
        return None
    for letters, other in ((left, right), (right, left)):
        alone = tuple(place for place, c in enumerate(letters) if c not in other and c not in wanted)
        if alone and letters is left:
            a, left = a.sum(alone), "".join(c for c in left if c in right or c in wanted)
        elif alone:
            b, right = b.sum(alone), "".join(c for c in right if c in left or c in wanted)
    both = [c for c in left if c in right and c in wanted]
    shared = [c for c in left if c in right and c not in wanted]
    rows, columns = [c for c in left if c not in right], [c for c in right if c not in left]
    if not rows or not columns or not shared:
        return None
    lengths = {**dict(zip(left, a.shape)), **dict(zip(right, b.shape))}

    def matrices(array, letters, *groups):
        array = array.transpose([letters.index(c) for group in (both, *groups) for c in group])
        return array.reshape([lengths[c] for c in both] + [math.prod(lengths[c] for c in group) for group in groups])

    product = _numpy.product(matrices(a, left, rows, shared), matrices(b, right, shared, columns))
    found = both + rows + columns
    return product.reshape([lengths[c] for c in found]).transpose([found.index(c) for c in wanted])


def _letters(subscripts):
    """The same with letters for what stands for dots."""
    free = iter(c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" if c not in subscripts)
    return subscripts.translate({ord(c): next(free) for c in set(subscripts) if ord(c) >= 0x100})


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
    a = asarray(a) if axisa == -1 else np.moveaxis(a, axisa, -1)
    b = asarray(b) if axisb == -1 else np.moveaxis(b, axisb, -1)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("At least one array has zero dimension")
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    if a.shape[-1] == 2 or b.shape[-1] == 2:
        import warnings

        text = "Arrays of 2-dimensional vectors are deprecated. Use arrays of 3-dimensional vectors instead. (deprecated in NumPy 2.0)"
        warnings.warn(text, DeprecationWarning, stacklevel=2)
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return asarray(a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0])
    zero = np.zeros(1, int)[0]
    a0, a1, a2 = a[..., 0], a[..., 1], a[..., 2] if a.shape[-1] == 3 else zero
    b0, b1, b2 = b[..., 0], b[..., 1], b[..., 2] if b.shape[-1] == 3 else zero
    first, second, third = a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, a0 * b1 - a1 * b0
    if a.ndim == 1 and b.ndim == 1:
        return array([first, second, third])
    return np.moveaxis(np.stack((first, second, third), -1), -1, axisc)


def correlate(a, v, mode="valid"):
    return convolve(a, np.conjugate(asarray(v))[::-1], mode)


def convolve(a, v, mode="full"):
    a, v = array(a, copy=False, ndmin=1), array(v, copy=False, ndmin=1)
    if a.ndim > 1 or v.ndim > 1:
        raise ValueError("object too deep for desired array")
    if a.size == 0 or v.size == 0:
        raise ValueError("a cannot be empty" if a.size == 0 else "v cannot be empty")
    if v.size > a.size:
        a, v = v, a
    n, m = a.size, v.size
    if isinstance(mode, int):
        if not 0 <= mode < 3:
            raise ValueError("integer convolve/correlate mode must be 0, 1, or 2")
        mode = ("valid", "same", "full")[mode]
    if mode not in ("full", "same", "valid"):
        # What begins as one of them is taken for it at first.
        if mode[:1].lower() in ("f", "s", "v"):
            raise ValueError("Use one of 'valid', 'same', or 'full' for convolve/correlate mode")
        raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got {mode!r})")
    dtype = np.result_type(a, v)
    if dtype == float64:
        full = _numpy.sliding_dots(np.ascontiguousarray(a, float64), np.ascontiguousarray(v[::-1], float64))
    else:
        full = zeros(n + m - 1, dtype)
        for i in range(m - 1, -1, -1):
            full[i : i + n] += a * v[i]
    if mode == "full":
        return full
    if mode == "same":
        return full[(m - 1) // 2 : (m - 1) // 2 + n]
    return full[m - 1 : n]


def diff(a, n=1, axis=-1, prepend=None, append=None):
    a = asarray(a)
    if n < 0:
        raise ValueError(f"order must be non-negative but got {n!r}")
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
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


def ediff1d(ary, to_end=None, to_begin=None):
    ary = asarray(ary).ravel()
    steps = diff(ary)
    for name, end in (("to_begin", to_begin), ("to_end", to_end)):
        if end is not None and not np.can_cast(asarray(end).dtype, ary.dtype, "same_kind"):
            raise TypeError(f"dtype of `{name}` must be compatible with input `ary` under the `same_kind` rule.")
    ends = [() if end is None else np.ravel(end).astype(steps.dtype) for end in (to_begin, to_end)]
    return concatenate([part for part in (ends[0], steps, ends[1]) if len(part)] or [steps])


def trapezoid(y, x=None, dx=1.0, axis=-1):
    y = np.moveaxis(asarray(y), axis, -1)
    width = dx
    if x is not None:
        width = diff(x) if np.ndim(x) == 1 else np.moveaxis(diff(x, axis=axis), axis, -1)
    return (width * (y[..., 1:] + y[..., :-1]) / 2.0).sum(-1)


def gradient(f, *varargs, axis=None, edge_order=1):
    f = asarray(f)
    f = f.astype(float64) if f.dtype.kind in "iu" else f
    axes = range(f.ndim) if axis is None else [axis] if isinstance(axis, int) else axis
    axes = [np._axis(one, f.ndim) for one in axes]
    if len(varargs) not in (0, 1, len(axes)) or len(varargs) == 1 < len(axes) and np.ndim(varargs[0]):
        raise TypeError("invalid number of arguments")
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    widths = list(varargs) if len(varargs) == len(axes) else [varargs[0] if varargs else 1.0] * len(axes)
    for one, width in zip(axes, widths):
        if np.ndim(width) > 1:
            raise ValueError("distances must be either scalars or 1d")
        if np.ndim(width) == 1 and len(width) != f.shape[one]:
            raise ValueError("when 1d, distances must match the length of the corresponding dimension")
        if f.shape[one] < edge_order + 1:
            raise ValueError("Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.")
    result = []
    for one, width in zip(axes, widths):
        g = np.moveaxis(f, one, -1)
        own = np.empty_like(f)
        out = np.moveaxis(own, one, -1)
        uneven = None
        at = lambda place: g[..., place][()]
        if np.ndim(width) == 0:
            out[..., 1:-1] = (g[..., 2:] - g[..., :-2]) / (2.0 * width)
            first = last = width
        else:
            width = asarray(width)
            steps = diff(width if width.dtype.kind not in "iu" else width.astype(float64))
            a, b = steps[:-1], steps[1:]
            out[..., 1:-1] = -b / (a * (a + b)) * g[..., :-2] + (b - a) / (a * b) * g[..., 1:-1] + a / (b * (a + b)) * g[..., 2:]
            first, last = steps[0], steps[-1]
            if (steps == first).all():
                out[..., 1:-1] = (g[..., 2:] - g[..., :-2]) / (2.0 * first)
            elif edge_order == 2:
                uneven = steps
        if edge_order == 1:
            out[..., 0], out[..., -1] = (at(1) - at(0)) / first, (at(-1) - at(-2)) / last
        elif uneven is not None:
            a, b = uneven[0], uneven[1]
            out[..., 0] = -(2.0 * a + b) / (a * (a + b)) * at(0) + (a + b) / (a * b) * at(1) - a / (b * (a + b)) * at(2)
            a, b = uneven[-2], uneven[-1]
            out[..., -1] = b / (a * (a + b)) * at(-3) - (b + a) / (a * b) * at(-2) + (2.0 * b + a) / (b * (a + b)) * at(-1)
        else:
            out[..., 0] = -1.5 / first * at(0) + 2.0 / first * at(1) - 0.5 / first * at(2)
            out[..., -1] = 0.5 / last * at(-3) - 2.0 / last * at(-2) + 1.5 / last * at(-1)
        result.append(own)
    return result[0] if len(result) == 1 else tuple(result)

