"""Arrays of records: an array for each field, under one name.

`dtype`, `ndarray` and `void` are what numpy has of these names where elements have fields. What a field is, is its own array: views of the
whole share it.
"""

import math

import _numpy
import numpy as np

__all__ = ["void", "recarray", "record"]


class dtype:
    """The type of records: names, and what lies under them."""

    _records_ = "dtype"
    __module__ = "numpy"
    kind, char, shape, subdtype, isbuiltin, isnative, hasobject = "V", "V", (), None, 0, True, False

    def __init__(self, fields, align=False, copy=False, **metadata):
        self._parts = [_part(place, *field) for place, field in enumerate(_listed(fields))]
        self.isalignedstruct = align
        names = [name for name, _, _ in self._parts]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"field '{name}' occurs more than once")
        offset, widest = 0, 1
        self.fields = {}
        for name, kind, shape in self._parts:
            own = _alignment(kind)
            widest = max(widest, own)
            if align:
                offset = -(-offset // own) * own
            self.fields[name] = (_subarray(kind, shape) if shape else kind, offset)
            offset += kind.itemsize * math.prod(shape)
        self.itemsize = -(-offset // widest) * widest if align else offset
        self.alignment = widest if align else 1
        self.names = tuple(names)

    base = property(lambda self: self)
    type = property(lambda self: void)
    str = property(lambda self: f"|V{self.itemsize}")
    name = property(lambda self: f"void{8 * self.itemsize}")
    num = 20

    @property
    def descr(self):
        return [(name, kind.descr if isinstance(kind, dtype) else kind.str) + ((shape,) if shape else ())
                for name, kind, shape in self._parts]

    def _subset(self, names):
        """The type of some fields, which lie where they lay."""
        for name in names:
            if name not in self.fields:
                raise KeyError(name)
        parts = {part[0]: part for part in self._parts}
        part = dtype([parts[name] for name in names])
        part.fields = {name: self.fields[name] for name in names}
        part.itemsize = self.itemsize
        return part

    @property
    def _is_packed(self):
        offset = 0
        for name, kind, shape in self._parts:
            if self.fields[name][1] != offset:
                return False
            offset += kind.itemsize * math.prod(shape)
        return offset == self.itemsize

    def __getitem__(self, key):
        if isinstance(key, list):
            return self._subset(key)
        if isinstance(key, int):
            key = self.names[key]
        if key not in self.fields:
            raise KeyError(f"Field named {key!r} not found.")
        return self.fields[key][0]

    def __len__(self):
        return len(self.names)

    def __eq__(self, other):
        if not isinstance(other, dtype):
            try:
                other = dtype(other)
            except (TypeError, ValueError):
                return False
        return self._parts == other._parts

    def __hash__(self):
        return hash(self.names)

    def _text(self):
        if not self._is_packed and not self.isalignedstruct:
            formats = [f"({_shown_kind(kind)}, {shape!r})" if shape else _shown_kind(kind) for _, kind, shape in self._parts]
            offsets = [self.fields[name][1] for name in self.names]
            return (f"{{'names': {list(self.names)}, 'formats': [{', '.join(formats)}], 'offsets': {offsets}, "
                    f"'itemsize': {self.itemsize}}}")
        parts = [f"({name!r}, {_shown_kind(kind)}" + (f", {shape!r})" if shape else ")") for name, kind, shape in self._parts]
        return "[" + ", ".join(parts) + "]"

    def __repr__(self):
        return f"dtype({self._text()}" + (", align=True)" if self.isalignedstruct else ")")

    def __str__(self):
        return self._text()

    def newbyteorder(self, order="S"):
        return self


class _subarray:
    """The type of a field that is an array itself."""

    kind, char, names, fields = "V", "V", None, None

    def __init__(self, base, shape):
        self.base, self.shape = base, shape
        self.itemsize = base.itemsize * math.prod(shape)

    ndim = property(lambda self: len(self.shape))
    subdtype = property(lambda self: (self.base, self.shape))

    def __eq__(self, other):
        return isinstance(other, _subarray) and self.subdtype == other.subdtype

    def __hash__(self):
        return hash(self.subdtype)

    def __str__(self):
        return f"({_shown_kind(self.base)}, {self.shape!r})"

    def __repr__(self):
        return f"dtype({self})"


def _shown_kind(kind):
    if isinstance(kind, dtype):
        return kind._text()
    return repr("?" if kind == np.bool else kind.str.lstrip("|"))


def _listed(fields):
    """The fields of a type as tuples, of whatever told them."""
    if isinstance(fields, dtype):
        return fields._parts
    if isinstance(fields, str):
        import re

        return [("", one.strip()) for one in re.split(r",(?![^(]*\))", fields) if one.strip()]
    if isinstance(fields, dict):
        if "names" in fields:
            return list(zip(fields["names"], fields["formats"]))
        return [(name, row[0]) for name, row in sorted(fields.items(), key=lambda item: item[1][1])]
    for field in fields:
        if not isinstance(field, tuple) or not 2 <= len(field) <= 3:
            raise TypeError(f"Field elements must be 2- or 3-tuples, got '{field!r}'")
    return fields


def _part(place, name, kind, shape=()):
    name = name[1] if isinstance(name, tuple) else name
    if isinstance(kind, tuple) and not isinstance(kind, type) and len(kind) == 2:
        kind, shape = kind
    if isinstance(kind, str) and kind[:1] in "0123456789(":
        digits = len(kind) - len(kind.lstrip("0123456789"))
        if kind.startswith("("):
            digits = kind.index(")") + 1
            shape, kind = eval(kind[:digits]), kind[digits:]
        else:
            shape, kind = int(kind[:digits]), kind[digits:]
    if kind in (str, bytes) and shape != ():
        kind, shape = np.dtype(f"{'U' if kind is str else 'S'}{shape}"), ()
    shape = (shape,) if isinstance(shape, int) and shape != 1 else () if shape == 1 else tuple(shape)
    return name or f"f{place}", np.dtype(kind), shape


def _alignment(kind):
    if isinstance(kind, dtype):
        return max(_alignment(part) for _, part, _ in kind._parts)
    return {"U": 4, "S": 1, "c": kind.itemsize // 2}.get(kind.kind, kind.itemsize)


class _Fields:
    """What an array of records and one record have in common: fields, to be read and written by name."""

    def __getitem__(self, key):
        if isinstance(key, str):
            return self._field(key)
        if isinstance(key, list) and key and all(isinstance(name, str) for name in key):
            return type(self)(self.dtype._subset(key), {name: self._fields[name] for name in key}, self.shape)
        return self._part(key)

    def _field(self, name):
        try:
            return self._fields[name]
        except KeyError:
            raise ValueError(f"no field of name {name}") from None

    def _put(self, value, key=Ellipsis):
        """Writes a record, records, or the same value into each field."""
        if isinstance(value, (ndarray, void)):
            for name, other in zip(self.dtype.names, value.dtype.names):
                self._fields[name][key] = value._fields[other]
        elif isinstance(value, tuple):
            if len(value) != len(self.dtype):
                raise ValueError(f"could not assign tuple of length {len(value)} to structure with {len(self.dtype)} fields.")
            for name, item in zip(self.dtype.names, value):
                self._fields[name][key] = item
        elif isinstance(value, list):
            other = array(value, self.dtype)
            self._put(other, key)
        else:
            for field in self._fields.values():
                field[key] = value

    def __setitem__(self, key, value):
        if isinstance(key, str):
            self._field(key)
            self._fields[key][...] = value
        elif isinstance(key, list) and key and all(isinstance(name, str) for name in key):
            self[key]._put(value)
        else:
            self._put(value, key)

    def __eq__(self, other):
        if not isinstance(other, (ndarray, void)):
            other = array(other, self.dtype)
        same = True
        for name, field in self._fields.items():
            equal = field == other._fields[name]
            extra = tuple(range(len(self.shape), np.ndim(equal)))
            same = same & (equal.all(axis=extra) if extra else equal)
        return same

    def __ne__(self, other):
        return ~(self == other)

    __hash__ = None

    @property
    def nbytes(self):
        return self.size * self.dtype.itemsize

    itemsize = property(lambda self: self.dtype.itemsize)


class void(_Fields):
    """One record. Its fields are those of the array that it was taken from."""

    _records_ = "array"
    __module__ = "numpy"
    shape, ndim, size = (), 0, 1

    def __init__(self, kind, fields, shape=()):
        self.dtype, self._fields = kind, fields

    def _field(self, name):
        field = super()._field(name)
        return field[()] if isinstance(field, np.ndarray) and field.ndim == 0 else field

    def _part(self, key):
        if key == ():
            return self
        if not isinstance(key, (int, np.integer)):
            raise IndexError("invalid index")
        return self._field(self.dtype.names[key])

    def __setitem__(self, key, value):
        if isinstance(key, (int, np.integer)):
            key = self.dtype.names[key]
        super().__setitem__(key, value)

    def __len__(self):
        return len(self.dtype)

    def __iter__(self):
        return (self._field(name) for name in self.dtype.names)

    def item(self):
        return tuple(value.item() if isinstance(value, (np.generic, void)) else value for value in self)

    tolist = item

    def copy(self):
        return void(self.dtype, {name: field.copy() for name, field in self._fields.items()})

    def __str__(self):
        def text(value):
            if isinstance(value, (void, ndarray)):
                return str(value)
            if isinstance(value, np.ndarray):
                return str(value.tolist())
            return repr(value.item()) if value.dtype.kind in "USO" else str(value)

        return "(" + ", ".join(map(text, self)) + (",)" if len(self) == 1 else ")")

    def __repr__(self):
        return f"np.{type(self).__name__}({self}, dtype={self.dtype._text()})"


class record(void):
    """A record whose fields are attributes too."""

    def __getattr__(self, name):
        if name in self.__dict__.get("_fields", ()):
            return self._field(name)
        raise AttributeError(f"record has no attribute {name}")


class ndarray(_Fields):
    """An array of records."""

    _records_ = "array"
    __module__ = "numpy"
    __array_ufunc__ = None
    _one = void

    def __init__(self, kind, fields, shape):
        self.dtype, self._fields, self._shape = kind, fields, shape

    __class__ = property(lambda self: np.ndarray if type(self) is ndarray else type(self))
    shape = property(lambda self: self._shape)
    ndim = property(lambda self: len(self._shape))
    size = property(lambda self: math.prod(self._shape))

    @property
    def strides(self):
        """The steps of the first field, in records."""
        name, kind, inner = self.dtype._parts[0]
        own = kind.itemsize * math.prod(inner)
        return tuple(step // own * self.itemsize for step in self._fields[name].strides[: self.ndim])

    def __getattr__(self, name):
        raise AttributeError(f"'numpy.ndarray' object has no attribute {name!r}")

    def _each(self, function, shape=None):
        """The same done to each field."""
        fields = {name: function(field) for name, field in self._fields.items()}
        if shape is None:
            first, inner = next(iter(fields.values())), self._inner(next(iter(fields)))
            shape = first.shape[: first.ndim - len(inner)]
        return type(self)(self.dtype, fields, shape)

    def _inner(self, name):
        return self._fields[name].shape[len(self._shape) :]

    def _part(self, key):
        if isinstance(key, ndarray):
            raise IndexError("arrays used as indices must be of integer (or boolean) type")
        # Of a place a field is a view, even if it has no dimensions.
        keys = key if isinstance(key, tuple) else (key,)
        is_place = len(keys) == self.ndim and all(isinstance(k, (int, np.integer)) for k in keys)
        if is_place:
            fields = {name: field[keys + (Ellipsis,)] if not isinstance(field, ndarray) else field[keys]
                      for name, field in self._fields.items()}
            return self._one(self.dtype, fields)
        probe = np.lib.stride_tricks.broadcast_to(np.bool(False), self._shape)[key]
        return self._each(lambda field: field[key], np.shape(probe))

    def __len__(self):
        if not self._shape:
            raise TypeError("len() of unsized object")
        return self._shape[0]

    def __iter__(self):
        return (self[place] for place in range(len(self)))

    def __array__(self, dtype=None, copy=None):
        raise TypeError("an array of records is no array of numbers: take its fields")

    def copy(self, order="C"):
        return self._each(lambda field: field.copy(), self._shape)

    def reshape(self, *shape, order="C"):
        shape = tuple(shape[0]) if len(shape) == 1 and not isinstance(shape[0], int) else shape
        settled = np.lib.stride_tricks.broadcast_to(np.bool(False), self._shape).reshape(shape).shape
        fields = {name: field.reshape(settled + self._inner(name)) for name, field in self._fields.items()}
        return type(self)(self.dtype, fields, settled)

    def ravel(self, order="C"):
        return self.reshape(-1)

    flatten = lambda self, order="C": self.reshape(-1).copy()
    T = property(lambda self: self if self.ndim < 2 else self._each(
        lambda field: field.transpose(*reversed(range(self.ndim)), *range(self.ndim, field.ndim)), self._shape[::-1]))

    def fill(self, value):
        self._put(value)

    def take(self, indices, axis=None, out=None, mode="raise"):
        return np.take(self, indices, axis, out, mode)

    def repeat(self, repeats, axis=None):
        return np.repeat(self, repeats, axis)

    def tolist(self):
        return [one.tolist() for one in self] if self._shape else self[()].tolist()

    def item(self, *place):
        return (self[place] if place else self.ravel()[0]).item()

    def argsort(self, axis=-1, kind=None, order=None):
        names = [order] if isinstance(order, str) else list(order or [])
        for name in names:
            if name not in self.dtype.names:
                raise ValueError(f"unknown field name: {name}")
        names += [name for name in self.dtype.names if name not in names]
        keys = []
        for name in names:
            rows = self._fields[name].reshape(self._shape + (-1,))
            keys += [rows[..., place] for place in range(rows.shape[-1])]
        return np.lexsort(keys[::-1])

    def sort(self, axis=-1, kind=None, order=None):
        self._put(self[self.argsort(axis, kind, order)].copy())

    def astype(self, kind, copy=True):
        kind = np.dtype(kind)
        result = zeros(self._shape, kind)
        result._put(self)
        return result

    def view(self, kind=None, type=None):
        kind = type if kind is None else kind
        if kind is recarray or kind in (np.ndarray, None):
            return (recarray if kind is recarray else ndarray)(self.dtype, self._fields, self._shape)
        own = {self.dtype[name] for name in self.dtype.names}
        if len(own) == 1 and np.dtype(kind) in own:
            # What lies side by side in memory elsewhere: a copy.
            rows = [self._fields[name].reshape(self._shape + (-1,)) for name in self.dtype.names]
            rows = np.concatenate(rows, -1)
            return rows.reshape(rows.shape[:-2] + (-1,)) if rows.ndim > 1 else rows
        raise NotImplementedError("records are not seen as elements of another type: take their fields")

    def tobytes(self):
        raise NotImplementedError("records have no bytes here: take their fields")

    def __str__(self):
        return _shown(self, "", "")

    def __repr__(self):
        name = "rec.array" if type(self) is recarray else "array"
        if self.size == 0:
            text = f"{name}([], " + (f"shape={self._shape}, " if self._shape != (0,) else "")
            return text + f"dtype={self.dtype._text()})"
        text = f"{name}(" + _shown(self, f"{name}(", ")") + ","
        kind = f"dtype={self.dtype._text()})"
        width = len(text) - text.rfind("\n") - 1
        is_short = width + len(kind) + 1 <= np.get_printoptions()["linewidth"] and type(self) is not recarray
        return text + (" " if is_short else "\n" + " " * (len(name) + 1)) + kind


class recarray(ndarray):
    """An array of records whose fields are attributes too."""

    _one = record

    def __getattr__(self, name):
        if name in self.__dict__.get("_fields", ()):
            return self._fields[name]
        raise AttributeError(f"recarray has no attribute {name}")

    def __setattr__(self, name, value):
        if name in self.__dict__.get("_fields", ()):
            self[name] = value
        else:
            object.__setattr__(self, name, value)


def _texts(records):
    """Each record as text, with the numbers of a field as wide as each other."""
    columns, count = [], records.size
    for name in records.dtype.names:
        field = records._fields[name]
        if isinstance(field, (ndarray, void)):
            columns.append(_texts(field))
            continue
        field = np.asarray(field)
        inner = field.shape[len(records.shape) :]
        flat = field.reshape((count,) + inner)
        if inner:
            texts = np.array2string(flat, separator=", ", threshold=10**9, max_line_width=10**9)[1:-1]
            columns.append(_rows_of(texts, len(inner)))
        elif field.dtype.kind in "US":
            columns.append([repr(value) for value in flat.tolist()])
        else:
            text = np.array2string(flat, separator="\0", threshold=10**9, max_line_width=10**9)[1:-1]
            columns.append(text.replace("\n", "").split("\0") if count else [])
    return ["(" + ", ".join(row) + ("," if len(columns) == 1 else "") + ")" for row in zip(*columns)]


def _rows_of(text, depth):
    """The rows of an array's text, each without line ends."""
    rows, start, level = [], 0, 0
    for place, sign in enumerate(text):
        level += (sign == "[") - (sign == "]")
        if sign == "[" and level == 1:
            start = place
        if sign == "]" and level == 0:
            rows.append(" ".join(text[start : place + 1].split()))
    return rows


def _shown(records, prefix, suffix):
    if records.ndim == 0:
        return _texts(records)[0]
    texts = np.empty(records.size, object)
    texts[:] = _texts(records)
    separator = ", " if prefix else " "
    return np.array2string(texts.reshape(records.shape), separator=separator, prefix=prefix, suffix=suffix,
                           formatter={"object": str})


def _made(shape, kind, make):
    kind = kind if isinstance(kind, dtype) else dtype(kind)
    shape = (shape,) if np.ndim(shape) == 0 else tuple(map(int, shape))
    fields = {name: _made(shape + inner, part, make) if isinstance(part, dtype) else make(shape + inner, part)
              for name, part, inner in kind._parts}
    return ndarray(kind, fields, shape)


def zeros(shape, dtype=None, order="C", **others):
    return _made(shape, dtype, np.zeros)


def full(shape, fill_value, dtype=None, order="C", **others):
    result = zeros(shape, dtype)
    result._put(fill_value)
    return result


def array(object, dtype=None, copy=True, order="K", subok=False, ndmin=0, **others):
    if isinstance(object, (ndarray, void)):
        if dtype is not None and np.dtype(dtype) != object.dtype:
            return object.astype(dtype)
        result = object.copy() if copy else object
        result = ndarray(result.dtype, result._fields, ()) if isinstance(result, void) else result
        return result.reshape((1,) * (ndmin - result.ndim) + result.shape) if result.ndim < ndmin else result
    kind = globals()["dtype"](dtype)
    shape, part = [], object
    while isinstance(part, (list, np.ndarray)) and not (isinstance(part, np.ndarray) and part.ndim == 0):
        shape.append(len(part))
        if not len(part):
            break
        part = part[0]
    result = zeros(tuple(shape), kind)
    _fill(result, object, ())
    return result


def _fill(result, values, place):
    if len(place) < result.ndim:
        for number, value in enumerate(values):
            _fill(result, value, place + (number,))
    else:
        result._put(values, place)


def asarray(a, dtype=None, order=None, **others):
    return array(a, dtype, copy=False)


def like(a, value, dtype=None):
    result = zeros(a.shape, a.dtype if dtype is None else dtype)
    if value not in (None, 0, ""):
        result._put(value)
    return result


def concatenate(arrays, axis=0, out=None, dtype=None, casting="same_kind"):
    kind = globals()["dtype"](arrays[0].dtype if dtype is None else dtype)
    parts = [asarray(a, kind) for a in arrays]
    shape, axis = list(parts[0].shape), np._axis(axis, parts[0].ndim)
    shape[axis] = sum(part.shape[axis] for part in parts)
    fields = {name: np.concatenate([part._fields[name] for part in parts], axis) for name in kind.names}
    return ndarray(kind, fields, tuple(shape))


def by_places(function, a, *rest):
    """What a native function of arrays makes of the places of the records, as records."""
    return a.ravel()[getattr(_numpy, function)(np.arange(a.size).reshape(a.shape), *rest)]


def chosen(condition, x, y):
    x = asarray(x, y.dtype)
    first, second = np.arange(x.size).reshape(x.shape), np.arange(y.size).reshape(y.shape)
    return concatenate([x.ravel(), y.ravel()])[np.where(condition, first, second + x.size)]
