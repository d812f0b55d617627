"""What the pages of series of polynomials have in common: a kind is told by how its polynomials follow from one another.

A kind has `mulx` (its series times `x`), `line`, `step` and `close` (sums of a series from its end), and says how one differentiates and
integrates a series and what the matrix is whose eigenvalues are its roots. The rest is the same for all, and is made here.
"""

from operator import index

import numpy as np


def series(c):
    c = np.array(c, ndmin=1) * 1.0
    if c.size == 0:
        raise ValueError("Coefficient array is empty")
    return c


def trimmed(c):
    """Without zeros at its end."""
    if len(c) == 0 or c[-1] != 0:
        return c
    places = np.flatnonzero(c)
    return c[: places[-1] + 1] if len(places) else c[:1]


def cut(c, tol=0):
    """Without last coefficients that are not larger than `tol`."""
    if tol < 0:
        raise ValueError("tol must be non-negative")
    c = series(c)
    places = np.flatnonzero(np.abs(c) > tol)
    return c[: places[-1] + 1].copy() if len(places) else c[:1] * 0


def _alike(a, b):
    """Two series of one type."""
    a, b = trimmed(series(a)), trimmed(series(b))
    dtype = np.result_type(a, b)
    return a.astype(dtype), b.astype(dtype)


def plus(a, b):
    a, b = _alike(a, b)
    if len(a) > len(b):
        a[: len(b)] += b
        return trimmed(a)
    b[: len(a)] += a
    return trimmed(b)


def minus(a, b):
    a, b = _alike(a, b)
    if len(a) > len(b):
        a[: len(b)] -= b
        return trimmed(a)
    b = -b
    b[: len(a)] += a
    return trimmed(b)


def divided(multiply, a, b):
    a, b = trimmed(series(a)), trimmed(series(b))
    if b[-1] == 0:
        raise ZeroDivisionError
    if len(a) < len(b):
        return a[:1] * 0, a
    if len(b) == 1:
        return a / b[-1], a[:1] * 0
    quotient, rest = np.empty(len(a) - len(b) + 1, a.dtype), a
    for place in range(len(a) - len(b), -1, -1):
        part = multiply([0] * place + [1], b)
        quotient[place] = factor = rest[-1] / part[-1]
        rest = rest[:-1] - factor * part[:-1]
    return quotient, trimmed(rest)


def raised(multiply, c, exponent, most):
    c = trimmed(series(c))
    if int(exponent) != exponent or exponent < 0:
        raise ValueError("Power must be a non-negative integer.")
    if most is not None and exponent > most:
        raise ValueError("Power is too large")
    if exponent == 0:
        return np.array([1], dtype=c.dtype)
    result = c
    for _ in range(2, int(exponent) + 1):
        result = multiply(result, c)
    return result


def from_roots(line, multiply, roots):
    """Products of neighbours, then of these: that keeps coefficients small."""
    if len(roots) == 0:
        return np.ones(1)
    roots = np.sort(np.array(roots, ndmin=1) * 1.0)
    parts = [line(-root, 1) for root in roots]
    while len(parts) > 1:
        half, odd = divmod(len(parts), 2)
        products = [multiply(parts[i], parts[i + half]) for i in range(half)]
        if odd:
            products[0] = multiply(products[0], parts[-1])
        parts = products
    return parts[0]


def fitted(vander, x, y, deg, rcond=None, full=False, w=None):
    x, y, deg = np.asarray(x) + 0.0, np.asarray(y) + 0.0, np.asarray(deg)
    if deg.ndim > 1 or deg.dtype.kind not in "iu" or deg.size == 0:
        raise TypeError("deg must be an int or non-empty 1-D array of int")
    if deg.min() < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if len(x) != len(y):
        raise TypeError("expected x and y to have same length")
    wanted = None if deg.ndim == 0 else np.sort(deg)
    most = int(deg) if wanted is None else int(wanted[-1])
    rows = vander(x, most)
    rows = rows if wanted is None else rows[:, wanted]
    left, right = rows.T, y.T
    if w is not None:
        w = np.asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError("expected 1D vector for w")
        if len(x) != len(w):
            raise TypeError("expected x and w to have same length")
        left, right = left * w, right * w
    rcond = len(x) * np.finfo(x.dtype).eps if rcond is None else rcond
    scale = np.sqrt(np.square(left).sum(1))
    scale[scale == 0] = 1
    c, rests, rank, s = np.linalg.lstsq(left.T / scale, right.T, rcond)
    c = (c.T / scale).T
    if wanted is not None:
        all_c = np.zeros((most + 1,) + c.shape[1:], c.dtype)
        all_c[wanted] = c
        c = all_c
    if rank != left.shape[0] and not full:
        import warnings

        warnings.warn("The fit may be poorly conditioned", np.exceptions.RankWarning, stacklevel=3)
    return (c, [rests, rank, s, rcond]) if full else c


def at_points(value, c, *points):
    points = [np.asanyarray(p) for p in points]
    if any(p.shape != points[0].shape for p in points):
        raise ValueError("x, y, z are incompatible" if len(points) == 3 else "x, y are incompatible")
    c = value(points[0], c)
    for p in points[1:]:
        c = value(p, c, tensor=False)
    return c


def on_grid(value, c, *rows):
    for row in rows:
        c = value(row, c)
    return c


def products_of(vander, points, degrees):
    points = [np.asarray(p) + 0.0 for p in points]
    result = 1
    for place, (p, degree) in enumerate(zip(points, degrees)):
        key = (...,) + tuple(slice(None) if n == place else None for n in range(len(points)))
        result = result * vander(p, degree)[key]
    return result.reshape(result.shape[: -len(points)] + (-1,))


def checked(count, name):
    count = index(count)
    if count < 0:
        raise ValueError(f"The order of {name} must be non-negative")
    return count


def differentiated(slope, c, m, scl, axis):
    """A series differentiated `m` times: `slope` does so once."""
    m = checked(m, "derivation")
    c = np.moveaxis(series(c), axis, 0)
    if m >= len(c):
        c = c[:1] * 0
    else:
        for _ in range(m):
            c = slope(c * scl)
    return np.moveaxis(c, 0, axis)


def integrated(whole, value, c, m, k, lbnd, scl, axis):
    """A series integrated `m` times: `whole` does so once, but for the constant; `value` is that of a series at a point."""
    m = checked(m, "integration")
    k = list(k) if np.iterable(k) else [k]
    if len(k) > m:
        raise ValueError("Too many integration constants")
    if np.ndim(lbnd) != 0:
        raise ValueError("lbnd must be a scalar.")
    if np.ndim(scl) != 0:
        raise ValueError("scl must be a scalar.")
    c = np.moveaxis(series(c), axis, 0)
    for constant in k + [0] * (m - len(k)):
        c = c * scl
        if len(c) == 1 and np.all(c[0] == 0):
            c[0] += constant
            continue
        c = whole(c)
        c[0] += constant - value(lbnd, c)
    return np.moveaxis(c, 0, axis)


def functions(prefix, kind):
    """The functions of a kind of series, by name."""

    def multiply(c1, c2):
        c1, c2 = trimmed(series(c1)), trimmed(series(c2))
        c, others = (c2, c1) if len(c1) > len(c2) else (c1, c2)
        if len(c) < 3:
            first, second = c[0] * others, c[1] * others if len(c) == 2 else 0
        else:
            count, first, second = len(c), c[-2] * others, c[-1] * others
            for place in range(3, len(c) + 1):
                count -= 1
                first, second = kind.step(c[-place] * others, first, second, count, plus, minus, kind.mulx)
        return kind.close(first, second, plus, minus, kind.mulx)

    def value(x, c, tensor=True):
        c = np.array(c, ndmin=1)
        c = c + 0.0 if c.dtype.kind in "biu" else c
        if isinstance(x, (tuple, list)):
            x = np.asarray(x)
        if isinstance(x, np.ndarray) and tensor:
            c = c.reshape(c.shape + (1,) * x.ndim)
        return kind.value(x, c)

    def derivative(c, m=1, scl=1, axis=0):
        def slope(c):
            return kind.derivative(c, np.empty((len(c) - 1,) + c.shape[1:], c.dtype))

        return differentiated(slope, c, m, scl, axis)

    def integral(c, m=1, k=(), lbnd=0, scl=1, axis=0):
        def whole(c):
            return kind.integral(c, np.empty((len(c) + 1,) + c.shape[1:], c.dtype))

        return integrated(whole, value, c, m, k, lbnd, scl, axis)

    def vander(x, deg):
        deg = index(deg)
        if deg < 0:
            raise ValueError("deg must be non-negative")
        x = np.array(x, ndmin=1) + 0.0
        rows = np.empty((deg + 1,) + x.shape, x.dtype)
        rows[0] = x * 0 + 1
        if deg > 0:
            kind.rows(x, rows)
        return np.moveaxis(rows, 0, -1)

    def companion(c):
        c = trimmed(series(c))
        if len(c) < 2:
            raise ValueError("Series must have maximum degree of at least 1.")
        return np.array([[kind.root(c)]]) if len(c) == 2 else kind.companion(c, len(c) - 1)

    def roots(c):
        c = trimmed(series(c))
        if len(c) < 2:
            return np.array([], dtype=c.dtype)
        if len(c) == 2:
            return np.array([kind.root(c)])
        return np.sort(np.linalg.eigvals(companion(c)[::-1, ::-1]))

    def to_power(c):
        from . import polynomial as power

        c = trimmed(series(c))
        if len(c) < 3:
            return kind.short_power(c)
        first, second = c[-2], c[-1]
        for count in range(len(c) - 1, 1, -1):
            first, second = kind.step(c[count - 2], first, second, count, power.polyadd, power.polysub, power.polymulx)
        return kind.close(first, second, power.polyadd, power.polysub, power.polymulx)

    def from_power(pol):
        result = 0
        for c in series(pol)[::-1]:
            result = plus(kind.mulx(result), c)
        return result

    made = {
        "add": plus, "sub": minus, "mulx": kind.mulx, "mul": multiply, "val": value, "der": derivative, "int": integral,
        "vander": vander, "companion": companion, "roots": roots, "line": kind.line, "weight": kind.weight,
        "trim": cut,
        "div": lambda c1, c2: divided(multiply, c1, c2),
        "pow": lambda c, pow, maxpower=16: raised(multiply, c, pow, maxpower),
        "fromroots": lambda roots: from_roots(kind.line, multiply, roots),
        "fit": lambda x, y, deg, rcond=None, full=False, w=None: fitted(vander, x, y, deg, rcond, full, w),
        "val2d": lambda x, y, c: at_points(value, c, x, y),
        "val3d": lambda x, y, z, c: at_points(value, c, x, y, z),
        "grid2d": lambda x, y, c: on_grid(value, c, x, y),
        "grid3d": lambda x, y, z, c: on_grid(value, c, x, y, z),
        "vander2d": lambda x, y, deg: products_of(vander, (x, y), deg),
        "vander3d": lambda x, y, z, deg: products_of(vander, (x, y, z), deg),
    }
    named = {prefix + name: function for name, function in made.items()}
    named.update({"poly2" + kind.short: from_power, kind.short + "2poly": to_power})
    named.update({prefix + name: np.array(value) for name, value in
                  (("domain", kind.domain), ("zero", [0]), ("one", [1]), ("x", kind.x))})
    return named


def on_sides(c, n, top, middle=None):
    """A symmetric matrix with these numbers beside its diagonal."""
    m = np.zeros((n, n), c.dtype)
    flat = m.reshape(-1)
    flat[1 :: n + 1] = flat[n :: n + 1] = top
    if middle is not None:
        flat[0 :: n + 1] = middle
    return m


def symmetric_points(x, w, total):
    w = (w + w[::-1]) / 2
    x = (x - x[::-1]) / 2
    w *= total / w.sum()
    return x, w


def degree_of(deg):
    deg = index(deg)
    if deg <= 0:
        raise ValueError("deg must be a positive integer")
    return deg


