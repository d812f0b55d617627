"""Functions of texts, element by element: each is the method of its name."""

import _numpy
import numpy as np
from numpy import add, asarray, equal, greater, greater_equal, less, less_equal, not_equal

__all__ = [
    "add", "capitalize", "center", "count", "decode", "encode", "endswith", "equal", "expandtabs", "find", "greater",
    "greater_equal", "index", "isalnum", "isalpha", "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "istitle",
    "isupper", "less", "less_equal", "ljust", "lower", "lstrip", "mod", "multiply", "not_equal", "partition", "replace",
    "rfind", "rindex", "rjust", "rpartition", "rstrip", "slice", "startswith", "str_len", "strip", "swapcase", "title",
    "translate", "upper", "zfill",
]


def _texts(a):
    a = asarray(a)
    if a.dtype.kind not in "US":
        raise TypeError("string operation on non-string array")
    return a


def _rows(a, rest):
    """The texts and what goes with them, of one shape."""
    return np.broadcast_arrays(_texts(a), *[asarray(one) for one in rest])


def _each(function, a, *rest, dtype=None):
    """An array of what a function gives for each text."""
    rows = _rows(a, rest)
    results = [function(*row) for row in zip(*[row.ravel().tolist() for row in rows])]
    if dtype is None and not results:
        dtype = rows[0].dtype
    return np.array(results, dtype).reshape(rows[0].shape)


def _method(name, dtype=None):
    def call(a, *rest):
        return _each(lambda text, *others: getattr(text, name)(*others), a, *rest, dtype=dtype)

    call.__name__ = call.__qualname__ = name
    return call


def _same(name):
    """A method whose results are no longer than the texts."""

    def call(a):
        a = _texts(a)
        return _each(lambda text: getattr(text, name)(), a, dtype=a.dtype)

    call.__name__ = call.__qualname__ = name
    return call


capitalize, lower, swapcase, title, upper = map(_same, ("capitalize", "lower", "swapcase", "title", "upper"))
isalnum, isalpha, isdecimal, isdigit, islower, isnumeric, isspace, istitle, isupper = [
    _method(name, bool)
    for name in (
        "isalnum", "isalpha", "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "istitle", "isupper",
    )
]


def _searching(name, dtype):
    def call(a, sub, start=0, end=None):
        return _each(lambda text, part: getattr(text, name)(part, start, end), a, sub, dtype=dtype)

    call.__name__ = call.__qualname__ = name
    return call


count, find, index, rfind, rindex = [_searching(name, int) for name in ("count", "find", "index", "rfind", "rindex")]
startswith, endswith = _searching("startswith", bool), _searching("endswith", bool)


def _stripping(name):
    def call(a, chars=None):
        a = _texts(a)
        if chars is None:
            return _each(lambda text: getattr(text, name)(), a, dtype=a.dtype)
        return _each(lambda text, gone: getattr(text, name)(gone), a, chars, dtype=a.dtype)

    call.__name__ = call.__qualname__ = name
    return call


strip, lstrip, rstrip = map(_stripping, ("strip", "lstrip", "rstrip"))


def _sized(a, length):
    return f"{_texts(a).dtype.kind}{length}"


def _filling(name):
    def call(a, width, fillchar=" "):
        a = _texts(a)
        if a.dtype.kind == "S" and isinstance(fillchar, str):
            fillchar = fillchar.encode()
        longest = max(int(np.max(asarray(width), initial=1)), int(str_len(a).max(initial=1)))
        wanted = _sized(a, longest)
        return _each(lambda text, one, fill: getattr(text, name)(one, fill), a, width, fillchar, dtype=wanted)

    call.__name__ = call.__qualname__ = name
    return call


center, ljust, rjust = map(_filling, ("center", "ljust", "rjust"))


def str_len(a):
    return _each(len, a, dtype=int)


def zfill(a, width):
    longest = max(int(np.max(asarray(width), initial=1)), int(str_len(a).max(initial=1)))
    return _each(lambda text, one: text.zfill(one), a, width, dtype=_sized(a, longest))


def multiply(a, i):
    return _each(lambda text, times: text * times, a, i)


def mod(a, values):
    return _each(lambda text, value: text % (tuple(value) if isinstance(value, list) else value), a, values)


def replace(a, old, new, count=-1):
    return _each(lambda text, before, after, times: text.replace(before, after, times), a, old, new, count)


def expandtabs(a, tabsize=8):
    return _each(lambda text, size: text.expandtabs(size), a, tabsize)


def translate(a, table, deletechars=None):
    a = _texts(a)
    if a.dtype.kind == "S":
        return _each(lambda text: text.translate(table, deletechars or b""), a, dtype=a.dtype)
    return _each(lambda text: text.translate(table), a, dtype=a.dtype)


def encode(a, encoding=None, errors=None):
    return _each(lambda text: text.encode(encoding or "utf-8", errors or "strict"), a)


def decode(a, encoding=None, errors=None):
    return _each(lambda text: text.decode(encoding or "utf-8", errors or "strict"), a)


def slice(a, start=None, stop=None, step=None):
    from builtins import slice as part

    a = _texts(a)
    return _each(lambda text: text[part(start, stop, step)], a, dtype=a.dtype)


def _parts(name, a, sep):
    rows = _rows(a, (sep,))
    results = [getattr(text, name)(by) for text, by in zip(*[row.ravel().tolist() for row in rows])]
    columns = [np.array(column).reshape(rows[0].shape) for column in zip(*results)]
    return tuple(columns)


def partition(a, sep):
    return _parts("partition", a, sep)


def rpartition(a, sep):
    return _parts("rpartition", a, sep)
