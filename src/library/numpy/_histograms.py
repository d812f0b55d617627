"""How many elements lie in each of some ranges, and how many ranges tell most."""

import numpy as np
from numpy import asarray, float64, int64

from ._more import bincount, percentile

__all__ = ["histogram", "histogram_bin_edges"]


def _apart(low, high):
    """A difference; that of whole numbers may be twice as large as they are."""
    if asarray(low).dtype.kind != "i" or asarray(high).dtype.kind != "i":
        return np.subtract(high, low)
    return np.subtract(high, low, dtype=f"u{np.result_type(low, high).itemsize}", casting="unsafe")


def _least_error(a, spread):
    """The number of bins of which leaving one out says that they tell the least that is wrong."""

    def error(count):
        part = histogram(a, count)[0] / a.size
        return (2 - (a.size + 1) * part.dot(part)) * count / spread

    most = max(100, int(np.sqrt(a.size)))
    count = min(range(1, most + 1), key=error)
    if count == most:
        np._warn("The number of bins estimated may be suboptimal.")
    return count


def _width(a, name):
    """The width of bins that a rule of thumb finds right."""
    n, spread = a.size, _apart(a.min(), a.max())
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
        return np.minimum(np.maximum(rule, spread / np.sqrt(n) / 2), sturges)
    if name == "stone":
        return spread / _least_error(a, spread) if n > 1 and spread else 0.0
    raise ValueError(f"{name!r} is not a valid estimator for `bins`")


def outer_edges(a, range):
    """Where the first range begins and the last one ends."""
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
    return (low - 0.5, high + 0.5) if low == high else (low, high)


def _edges(a, bins, range, weights):
    """The edges; where all bins are of one width, the first of them, in its own type, and how far it is to the last."""
    if not isinstance(bins, str) and np.ndim(bins) == 1:
        edges = asarray(bins)
        if np.any(edges[:-1] > edges[1:]):
            raise ValueError("`bins` must increase monotonically, when an array")
        return edges, None
    low, high = outer_edges(a, range)
    if isinstance(bins, str):
        if weights is not None:
            raise TypeError("Automated estimation of the number of bins is not supported for weighted data")
        kept = a if range is None else a[(a >= low) & (a <= high)]
        width = _width(kept, bins) if kept.size else 0
        if a.dtype.kind in "iu" and 0 < width < 1:
            width = 1
        bins = int(np.ceil(_apart(low, high) / width)) if width else 1
    elif np.ndim(bins) == 0:
        try:
            bins = bins.__index__()
        except AttributeError:
            raise TypeError("`bins` must be an integer, a string, or an array") from None
        if bins < 1:
            raise ValueError("`bins` must be positive, when an integer")
    else:
        raise ValueError("`bins` must be 1d, when an array")
    kind = np.result_type(low, high, a)
    edges = np.linspace(low, high, bins + 1, dtype=np.result_type(kind, float64) if kind.kind in "iu" else kind)
    if np.any(edges[:-1] >= edges[1:]):
        raise ValueError(f"Too many bins for data range. Cannot create {bins} finite-sized bins.")
    return edges, (low, _apart(low, high))


def _ravelled(a):
    a = asarray(a).ravel()
    if a.dtype == np.bool:
        np._warn("Converting input from bool to <class 'numpy.uint8'> for compatibility.")
        a = a.astype(np.uint8)
    return a


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    return _edges(_ravelled(a), bins, range, weights)[0]


def histogram(a, bins=10, range=None, density=None, weights=None):
    a = _ravelled(a)
    edges, even = _edges(a, bins, range, weights)
    inside = (a >= edges[0]) & (a <= edges[-1])
    kept = a if inside.all() else a[inside]
    last = len(edges) - 2
    if even is not None and a.dtype.kind in "iuf" and last > 0:
        # Equal widths tell the place, but for what lies next to an edge.
        low, span = even
        values = kept.astype(edges.dtype, copy=False)
        places = (_apart(low, values) / span * (last + 1)).astype(int64)
        np.minimum(places, last, out=places)
        places -= values < edges[places]
        places += (values >= edges[places + 1]) & (places != last)
    else:
        places = np.minimum(np.searchsorted(edges, kept, "right") - 1, last)
    if weights is None:
        counts = bincount(places, None, len(edges) - 1)
    else:
        weights = asarray(weights).ravel()
        parts = (weights.real, weights.imag) if weights.dtype.kind == "c" else (weights,)
        parts = [bincount(places, part[inside], len(edges) - 1) for part in parts]
        counts = parts[0].astype(weights.dtype, copy=False) if len(parts) == 1 else parts[0] + 1j * parts[1]
    if density:
        return counts / asarray(np.diff(edges), float) / counts.sum(), edges
    return counts, edges
