"""The methods of arrays that are functions of the page `numpy`, and what they need: flat iterators, flags."""

import math

import _numpy
import numpy as np
from _numpy import flatiter


class flagsobj:
    """How the memory of an array lies."""

    def __init__(self, array):
        self._array = array

    @property
    def c_contiguous(self):
        return _numpy.contiguous(self._array)[0]

    @property
    def f_contiguous(self):
        return _numpy.contiguous(self._array)[1]

    contiguous, fortran = c_contiguous, f_contiguous

    @property
    def fnc(self):
        return self.f_contiguous and not self.c_contiguous

    @property
    def forc(self):
        return self.f_contiguous or self.c_contiguous

    @property
    def behaved(self):
        return self.writeable

    @property
    def carray(self):
        return self.writeable and self.c_contiguous

    @property
    def farray(self):
        return self.writeable and self.fnc

    @property
    def owndata(self):
        return self._array.base is None

    @property
    def aligned(self):
        return True

    @property
    def writeable(self):
        return _numpy.is_writeable(self._array)

    @writeable.setter
    def writeable(self, value):
        base = self._array.base
        if value and base is not None and (not base.flags.writeable if isinstance(base, np.ndarray) else memoryview(base).readonly):
            raise ValueError("cannot set WRITEABLE flag to True of this array")
        _numpy.set_writeable(self._array, value)

    writebackifcopy = property(lambda self: False)
    _LETTERS = {"C": "c_contiguous", "F": "f_contiguous", "O": "owndata", "W": "writeable", "A": "aligned", "X": "writebackifcopy",
                "CA": "carray", "FA": "farray", "B": "behaved"}

    def _named(self, name):
        if name not in self._LETTERS and not (name.isupper() and hasattr(type(self), name.lower())):
            raise KeyError("Unknown flag")
        return self._LETTERS.get(name, name.lower())

    def __getitem__(self, name):
        return getattr(self, self._named(name))

    def __setitem__(self, name, value):
        setattr(self, self._named(name), value)

    def __repr__(self):
        rows = [("C_CONTIGUOUS", self.c_contiguous), ("F_CONTIGUOUS", self.f_contiguous), ("OWNDATA", self.owndata)]
        rows += [("WRITEABLE", self.writeable), ("ALIGNED", True), ("WRITEBACKIFCOPY", False)]
        return "".join(f"  {name} : {value}\n" for name, value in rows)


def _setflags(self, write=None, align=None, uic=None):
    if write is not None:
        self.flags.writeable = write


def _dot(self, b, out=None):
    return np.dot(self, b, out)


def _format(self, spec):
    if spec and isinstance(self, np.ndarray) and self.ndim:
        raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
    return format(self.item(), spec) if spec else str(self)


def _clip(self, min=np._no_value, max=np._no_value, out=None, **options):
    return np.clip(self, out=out, min=min, max=max, **options)


_numpy.extend("clip", _clip)
for _name in ("mean", "var", "std", "round", "repeat", "take", "searchsorted", "trace", "diagonal"):
    _numpy.extend(_name, getattr(np, _name))
def _conjugate(self, out=None):
    kind = self.dtype.kind
    if kind in "US":
        raise TypeError("cannot conjugate non-numeric dtype")
    if out is None:
        return np.conjugate(self) if kind == "c" else self
    return np.conjugate(self, out)


def _dumps(self):
    import pickle

    return pickle.dumps(self, 2)


def _dump(self, file):
    if hasattr(file, "write"):
        file.write(_dumps(self))
        return
    with open(file, "wb") as to:
        to.write(_dumps(self))


def _resize(self, *new_shape, refcheck=True):
    shape = new_shape[0] if len(new_shape) == 1 and isinstance(new_shape[0], tuple) else new_shape
    if math.prod(shape) != self.size:
        raise ValueError("cannot resize an array in place to another number of elements: use the np.resize function")
    self.shape = shape


def _byteswap(self, inplace=False):
    swapped = _numpy.byteswapped(self)
    if not inplace:
        return swapped
    self[...] = swapped
    return self


def _partition(self, kth, axis=-1, kind="introselect", order=None):
    self[...] = np.partition(self, kth, np._index(axis), kind, order)


def _as_ratio(self):
    return self.item().as_integer_ratio()


def _rebuild(data, dtype, shape, order):
    return _numpy.from_bytes(data, dtype).reshape(shape, order=order) if shape else np.array(_numpy.from_bytes(data, dtype)[0])


def _refilled(values, dtype, shape):
    flat = np.empty(len(values), dtype)
    for place, value in enumerate(values):
        flat[place] = value
    return flat.reshape(shape)


def _reduce(self):
    if not isinstance(self, np.ndarray):
        return type(self), (self.item(),)
    if self.dtype.kind in "OUS":
        return _refilled, (list(self.ravel()) if self.dtype.kind == "O" else self.ravel().tolist(), self.dtype.str, self.shape)
    order = "F" if self.flags.f_contiguous and not self.flags.c_contiguous else "C"
    return _rebuild, (self.tobytes(order), self.dtype.str, self.shape, order)


def _deep_copy(self, memo):
    if not isinstance(self, np.ndarray):
        return self
    result = self.copy()
    if result.dtype.kind == "O":
        import copy

        flat = result.reshape(-1)
        for place, value in enumerate(flat):
            flat[place] = copy.deepcopy(value, memo)
    return result


_numpy.extend("__deepcopy__", _deep_copy)
_numpy.extend("__reduce__", _reduce)
_numpy.extend("__reduce_ex__", lambda self, protocol: _reduce(self))
def _to_file(self, fid, sep="", format="%s"):
    data = sep.join([format % item for item in self.ravel().tolist()]).encode() if sep else self.tobytes()
    if hasattr(fid, "write"):
        fid.write(data)
        return
    with open(fid, "wb") as to:
        to.write(data)


def _operators():
    """The operators as methods, which some call by name."""
    import operator

    def mirrored(function):
        return lambda self, other: function(other, self)

    def plain(function):
        return lambda *operands: function(*operands)

    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor", "lshift", "rshift"):
        function = getattr(operator, f"__{name}__")
        _numpy.extend(f"__{name}__", plain(function))
        _numpy.extend(f"__r{name}__", mirrored(function))
        _numpy.extend(f"__i{name}__", plain(getattr(operator, f"__i{name}__")))
    for name in ("neg", "pos", "invert", "abs", "contains"):
        _numpy.extend(f"__{name}__", plain(getattr(operator, f"__{name}__")))
    _numpy.extend("__index__", plain(operator.index), "ndarray")
    for function in (bool, int, float, complex, divmod):
        _numpy.extend(f"__{function.__name__}__", plain(function))


_operators()
_numpy.extend("put", lambda self, indices, values, mode="raise": np.put(self, indices, values, mode))
_numpy.extend("mT", property(lambda self: np.swapaxes(self, -1, -2)))
_numpy.extend("data", property(memoryview))
_numpy.extend("device", property(lambda self: "cpu"))
_numpy.extend("tofile", _to_file)
_numpy.extend("resize", _resize)
_numpy.extend("byteswap", _byteswap)
_numpy.extend("nonzero", lambda self: np.nonzero(self))
_numpy.extend("conj", _conjugate)
_numpy.extend("conjugate", _conjugate)
_numpy.extend("as_integer_ratio", _as_ratio, "floating")
_numpy.extend("bit_count", lambda self: self.item().bit_count(), "integer")
_numpy.extend("hex", lambda self: self.item().hex(), "float64")
_numpy.extend("dot", _dot)
_numpy.extend("setflags", _setflags)
_numpy.extend("__format__", _format)
_numpy.extend("flags", property(flagsobj))
_numpy.extend("compress", lambda self, condition, axis=None: np.compress(condition, self, axis))
_numpy.extend("choose", lambda self, choices, out=None, mode="raise": np.choose(self, choices, out, mode))
_numpy.extend("argpartition", lambda self, kth, axis=-1, kind="introselect", order=None: np.argpartition(self, kth, axis, kind, order))
_numpy.extend("partition", _partition)
_numpy.extend("dump", _dump)
_numpy.extend("dumps", _dumps)
_numpy.extend("is_integer", lambda self: self.item() % 1 == 0, "floating")
_numpy.extend("is_integer", lambda self: True, "integer")
_numpy.extend("__index__", lambda self: self.item(), "integer")
_numpy.extend("numerator", property(lambda self: self), "integer")
_numpy.extend("denominator", property(lambda self: 1), "integer")
