"""Arrays of records whose fields are attributes, made of rows or of fields."""

import numpy as np
from numpy import _records
from numpy._records import recarray, record

__all__ = ["record", "recarray", "fromarrays", "fromrecords", "array"]


def _kind(dtype, formats, names, kinds):
    """The type of records that a call says; its fields are of these types if it does not say which."""
    if dtype is not None:
        return np.dtype(dtype)
    if formats is not None:
        kinds = [kind for _, kind in _records._listed(formats)] if isinstance(formats, str) else formats
    names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names or ())
    names += [f"f{place}" for place in range(len(names), len(kinds))]
    return _records.dtype(list(zip(names, kinds)))


def _shape(shape):
    return (shape,) if isinstance(shape, int) else shape


def fromarrays(arrayList, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False, byteorder=None):
    fields = [np.asarray(field) for field in arrayList]
    shape = fields[0].shape if shape in (None, 0) else _shape(shape)
    kind = _kind(dtype, formats, names, [field.dtype for field in fields])
    if len(kind) != len(fields):
        raise ValueError("mismatch between the number of fields and the number of arrays")
    result = _records.zeros(shape, kind).view(recarray)
    for place, (name, field) in enumerate(zip(kind.names, fields)):
        if field.shape != result[name].shape:
            raise ValueError(f'array-shape mismatch in array {place} ("{name}")')
        result[name] = field
    return result


def fromrecords(recList, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False, byteorder=None):
    if dtype is None and formats is None:
        columns = [np.array(column) for column in zip(*recList)]
        return fromarrays(columns, shape=shape, names=names)
    rows = [tuple(row) for row in recList]
    result = _records.array(rows, _kind(dtype, formats, names, ())).view(recarray)
    return result if shape in (None, 0) else result.reshape(_shape(shape))


def array(obj, dtype=None, shape=None, offset=0, strides=None, formats=None, names=None, titles=None, aligned=False,
          byteorder=None, copy=True):
    if dtype is None and formats is None and (obj is None or isinstance(obj, (str, bytes)) or hasattr(obj, "readinto")):
        raise ValueError("Must define formats (or dtype) if object is None, string, or an open file")
    if obj is None:
        return _records.zeros(_shape(shape), _kind(dtype, formats, names, ())).view(recarray)
    if isinstance(obj, (list, tuple)):
        make = fromrecords if isinstance(obj[0], (tuple, list)) else fromarrays
        return make(obj, dtype=dtype, shape=shape, formats=formats, names=names)
    if isinstance(obj, (_records.ndarray, _records.void)):
        kind = obj.dtype if dtype is None and formats is None else _kind(dtype, formats, names, ())
        return _records.array(obj, kind, copy=copy).view(recarray)
    raise NotImplementedError("records are made here of rows, of fields, and of other records")
