"""Copies of objects: of the object alone, or with everything that it holds."""

from _copy import deep, defined, fill, plain
from _weak import ref
from copyreg import __newobj_ex__, dispatch_table

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    """An object cannot be copied."""


error = Error

_atomic = {
    type(None), int, float, bool, complex, str, bytes, type, range, property, type(Ellipsis), type(NotImplemented),
    type(len), type(lambda: 0), type((lambda: 0).__code__), ref,
}
_unchanging = _atomic | {tuple, frozenset, slice}


class _Plain:
    def method(self):
        pass


_method = type(_Plain().method)


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _unchanging or issubclass(cls, type):
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    made = None if cls in dispatch_table else plain(x)
    if made is not None:
        y, state = made
        fill(y, state)
        return y
    reduced = _reduced(x, cls)
    if isinstance(reduced, str):
        return x
    return _rebuilt(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    """A new object with copies of everything that the object holds."""
    return deep(x, memo, _deep_object)


def _deep_object(x, memo):
    """A copy of what is no list, dictionary or tuple."""
    cls = type(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    copier = getattr(x, "__deepcopy__", None)
    if copier is not None:
        return copier(memo)
    made = None if cls in dispatch_table else plain(x)
    if made is not None:
        y, state = made
        memo[id(x)] = y
        for name, value in state.items():
            state[name] = deepcopy(value, memo)
        fill(y, state)
        return y
    if cls is set or cls is frozenset:
        return cls([deepcopy(item, memo) for item in x])
    if cls is bytearray:
        return bytearray(x)
    if cls is slice:
        return x
    if cls is _method:
        return cls(x.__func__, deepcopy(x.__self__, memo))
    reduced = _reduced(x, cls)
    if isinstance(reduced, str):
        return x
    return _rebuilt(x, memo, *reduced)


def _reduced(x, cls):
    """What makes an object anew: a callable, its arguments, a state, items."""
    registered = dispatch_table.get(cls)
    if registered is not None:
        return registered(x)
    method = defined(cls, "__reduce_ex__")
    if method is not None:
        return method(x, 4)
    method = defined(cls, "__reduce__")
    if method is not None:
        return method(x)
    if isinstance(x, BaseException):
        return x.__reduce_ex__(4)
    method = getattr(cls, "__getnewargs_ex__", None)
    if method is not None:
        return __newobj_ex__, (cls, *method(x)), _state(x, cls), *_items(x, cls)
    return _new, (cls, *_arguments(x, cls)), _state(x, cls), *_items(x, cls)


def _new(cls, *args):
    return cls.__new__(cls, *args)


def _arguments(x, cls):
    method = getattr(cls, "__getnewargs__", None)
    if method is not None:
        return method(x)
    for base in (int, float, complex, str, bytes, tuple, frozenset, set, bytearray):
        if issubclass(cls, base):
            return base(x),
    if not hasattr(x, "__dict__") and not any("__slots__" in each.__dict__ for each in cls.__mro__):
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    return ()


def _state(x, cls):
    method = defined(cls, "__getstate__")
    if method is not None:
        return method(x)
    state = getattr(x, "__dict__", None) or None
    slots = {}
    for each in cls.__mro__:
        names = each.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{each.__name__.lstrip('_')}{name}"
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                slots[name] = getattr(x, name)
    return (state, slots) if slots else state


def _items(x, cls):
    listed = iter(x) if issubclass(cls, list) else None
    paired = iter(x.items()) if issubclass(cls, dict) else None
    return listed, paired


def _rebuilt(x, memo, function, args, state=None, listed=None, paired=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = function(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if listed is not None:
        for item in listed:
            y.append(deepcopy(item, memo) if deep else item)
    if paired is not None:
        for key, value in paired:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y
