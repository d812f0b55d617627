"""Functions of texts as they were before `numpy.strings`: comparisons do not see spaces at the end, parts are objects."""

import numpy as np
from numpy import asarray
from numpy import strings as _strings
from numpy.strings import *  # noqa: F403
from numpy.strings import _each, _parts, _texts

__all__ = [name for name in _strings.__all__ if name != "slice"] + [
    "array", "asarray", "compare_chararrays", "join", "rsplit", "split", "splitlines",
]


def array(obj, itemsize=None, copy=True, unicode=None, order=None):
    a = asarray(obj)
    kind = a.dtype.kind if a.dtype.kind in "US" else "U"
    return np.array(a, f"{kind}{itemsize or ''}", copy=copy)


def _comparing(name):
    compare = getattr(_strings, name)

    def call(x1, x2):
        return compare(_strings.rstrip(x1), _strings.rstrip(x2))

    call.__name__ = call.__qualname__ = name
    return call


equal, not_equal, less, less_equal, greater, greater_equal = map(
    _comparing, ("equal", "not_equal", "less", "less_equal", "greater", "greater_equal")
)

_SIGNS = {"==": equal, "!=": not_equal, "<": less, "<=": less_equal, ">": greater, ">=": greater_equal}


def compare_chararrays(a1, a2, cmp, rstrip):
    if cmp not in _SIGNS:
        raise ValueError("comparison must be '==', '!=', '<', '>', '<=', '>='")
    if rstrip:
        return _SIGNS[cmp](a1, a2)
    return getattr(_strings, _SIGNS[cmp].__name__)(a1, a2)


def join(sep, seq):
    return _each(lambda text, by: by.join(text), seq, sep)


def split(a, sep=None, maxsplit=None):
    return _rows_of(lambda text: text.split(sep, -1 if maxsplit is None else maxsplit), a)


def rsplit(a, sep=None, maxsplit=None):
    return _rows_of(lambda text: text.rsplit(sep, -1 if maxsplit is None else maxsplit), a)


def splitlines(a, keepends=None):
    return _rows_of(lambda text: text.splitlines(bool(keepends)), a)


def _rows_of(function, a):
    a = _texts(a)
    result = np.empty(a.size, object)
    for place, text in enumerate(a.ravel().tolist()):
        result[place] = function(text)
    return result.reshape(a.shape)


def partition(a, sep):
    return np.stack(_parts("partition", a, sep), -1)


def rpartition(a, sep):
    return np.stack(_parts("rpartition", a, sep), -1)
