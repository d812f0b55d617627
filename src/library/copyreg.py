"""How types that pickle does not know are taken apart."""

import sys

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Register the function that takes instances apart."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Say that a function makes objects."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    from functools import reduce
    from operator import or_

    return reduce, (or_, obj.__args__)


pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def add_extension(module, name, code):
    """Give a class a short code."""
    key = (module, name)
    _extension_registry[key] = int(code)
    _inverted_registry[int(code)] = key


def remove_extension(module, name, code):
    key = (module, name)
    del _extension_registry[key], _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()


def _slotnames(cls):
    """The names of slots of a class and its bases."""
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = base.__name__.lstrip("_")
                name = f"_{stripped}{name}" if stripped else name
            names.append(name)
    return names


_plain = int, str, float, bytes, tuple, complex, frozenset
_pickled = {*_plain, object, list, dict, set, bytearray, type(None)}


def _reduce_ex(self, protocol):
    """How an object is made again, if its class has no `__reduce_ex__`: as its `__reduce__` says, if it has one."""
    if type(self).__reduce__ is not object.__reduce__:
        return self.__reduce__()
    return _reduced(self, protocol)


def _reduced_exception(self, cls):
    """An exception has parts beside its arguments and its dictionary."""
    args, state = self.args, dict(self.__dict__)
    if isinstance(self, ImportError):
        state.update((name, value) for name in ("name", "path") if (value := getattr(self, name)) is not None)
    if isinstance(self, OSError) and len(args) == 2 and self.filename is not None:
        args += (self.filename,) if self.filename2 is None else (self.filename, None, self.filename2)
    return (cls, args, state) if state else (cls, args)


def _reduced(self, protocol):
    """How an object is made again whose class says nothing: by its class, arguments and state."""
    cls = type(self)
    if self is ... or self is NotImplemented:
        return repr(self)
    if isinstance(self, BaseException):
        return _reduced_exception(self, cls)
    if cls in (range, slice):
        return cls, (self.start, self.stop, self.step)
    if cls.__name__ == "builtin_function_or_method":
        owner = getattr(self, "__self__", None)
        return self.__name__ if owner is None or isinstance(owner, type(sys)) else (getattr, (owner, self.__name__))
    if cls.__name__ in ("method_descriptor", "wrapper_descriptor"):
        return getattr, (self.__objclass__, self.__name__)
    if cls.__name__ == "method":
        return getattr, (self.__self__, self.__func__.__name__)
    for base in set, frozenset, bytearray:
        if isinstance(self, base):
            if base is not bytearray:
                args = list(self),
            else:
                args = (bytes(self),) if protocol > 2 else (self.decode("latin-1"), "latin-1")
            return cls, args, self.__getstate__()
    if cls.__module__ == "builtins" and (protocol < 2 and cls is not object or cls not in _pickled):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    if protocol < 2:
        return _reduced_early(self, cls)
    function, args = __newobj__, ()
    if hasattr(cls, "__getnewargs_ex__"):
        args, keywords = self.__getnewargs_ex__()
        function, args = __newobj_ex__, (args, keywords)
    elif hasattr(cls, "__getnewargs__"):
        args = self.__getnewargs__()
    elif isinstance(self, complex):
        args = self.real, self.imag
    else:
        args = next(((base(self),) for base in _plain if isinstance(self, base)), ())
    items = list.__iter__(self) if isinstance(self, list) else None
    pairs = iter(dict.items(self)) if isinstance(self, dict) else None
    return function, (cls, *args), self.__getstate__(), items, pairs


def _reduced_early(self, cls):
    """The same as the first protocols have it."""
    base = next(base for base in cls.__mro__ if base.__module__ == "builtins")
    state = None if base is object else base(self)
    if _slotnames(cls) and cls.__getstate__ is object.__getstate__:
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    attributes = self.__getstate__()
    return _reconstructor, (cls, base, state), *((attributes,) if attributes else ())


def _state(self):
    """The attributes of an object, and those in slots beside them."""
    state = getattr(self, "__dict__", None) or None
    slots = {name: getattr(self, name) for name in _slotnames(type(self)) if hasattr(self, name)}
    return (state, slots) if slots else state
