"""References that do not keep their object alive, and containers of them."""

import atexit as _atexit
import itertools as _itertools
from _weakref import CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs, proxy, ref
from _weakrefset import WeakSet
from collections.abc import MutableMapping as _MutableMapping

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]

ProxyTypes = (ProxyType, CallableProxyType)


class WeakMethod(ref):
    """A reference to a bound method, which lives as long as its object."""

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        reference = None
        told = False

        def end(_):
            nonlocal told
            found = reference()
            if found is not None and not told:
                told = True
                if callback is not None:
                    callback(found)

        self = ref.__new__(cls, owner, end)
        self._function = ref(function, end)
        self._kind = type(meth)
        reference = ref(self)
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        return None if owner is None or function is None else self._kind(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self() is None or other() is None:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference that knows under which key its object is kept."""

    def __new__(cls, object_, callback, key):
        self = ref.__new__(cls, object_, callback)
        self.key = key
        return self

    def __init__(self, object_, callback, key):
        super().__init__(object_, callback)


class _Dictionary(_MutableMapping):
    """What both dictionaries have, and tell in the same way."""

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __or__(self, other):
        return _joined(self, other)

    def __ror__(self, other):
        return _joined(self, other, reflected=True)

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_Dictionary):
    """A dictionary whose items go when their values end."""

    def __init__(self, other=(), /, **kwargs):
        own = ref(self)

        def remove(reference):
            self = own()
            if self is not None and self.data.get(reference.key) is reference:
                del self.data[reference.key]

        self._remove = remove
        self.data = {}
        self.update(other, **kwargs)

    def __getitem__(self, key):
        found = self.data[key]()
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data and self.data[key]() is not None

    def __iter__(self):
        return (key for key, reference in list(self.data.items()) if reference() is not None)

    keys = __iter__

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def values(self):
        return (value for _, value in self.items())

    def itervaluerefs(self):
        return iter(list(self.data.values()))

    def valuerefs(self):
        return list(self.data.values())

    def get(self, key, default=None):
        value = self.data[key]() if key in self.data else None
        return default if value is None else value

    def copy(self):
        other = WeakValueDictionary()
        other.update(self.items())
        return other

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        other = self.__class__()
        other.update((deepcopy(key, memo), value) for key, value in self.items())
        return other


class WeakKeyDictionary(_Dictionary):
    """A dictionary whose items go when their keys end."""

    def __init__(self, dict=None):
        own = ref(self)

        def remove(reference):
            self = own()
            if self is not None:
                self.data.pop(reference, None)

        self._remove = remove
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    keys = __iter__

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def values(self):
        return (value for _, value in self.items())

    def keyrefs(self):
        return list(self.data)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def copy(self):
        other = WeakKeyDictionary()
        other.update(self.items())
        return other

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        other = self.__class__()
        other.update((key, deepcopy(value, memo)) for key, value in self.items())
        return other


def _joined(own, other, reflected=False):
    if not hasattr(other, "keys"):
        return NotImplemented
    made = own.__class__()
    for part in (other, own) if reflected else (own, other):
        made.update(part)
    return made


class finalize:
    """Calls a function when an object ends, or when the program does; at most once."""

    __slots__ = ()
    _known = {}
    _numbers = _itertools.count()
    _waits = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._waits:
            finalize._waits = True
            _atexit.register(finalize._at_exit)
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func, info.args, info.kwargs = func, args, kwargs
        info.atexit, info.index = True, next(self._numbers)
        self._known[self] = info

    def __call__(self, _=None):
        """Call the function now, if that has not happened yet."""
        info = self._known.pop(self, None)
        return info and info.func(*info.args, **info.kwargs)

    def _if_alive(self):
        info = self._known.get(self)
        found = info and info.weakref()
        return None if found is None else (found, info.func, info.args, info.kwargs)

    def detach(self):
        """Forget it all; gives what it was made of, if the object is alive."""
        found = self._if_alive()
        if found is not None:
            del self._known[self]
        return found

    def peek(self):
        """What it was made of, if the object is alive."""
        return self._if_alive()

    @property
    def alive(self):
        return self in self._known

    @property
    def atexit(self):
        info = self._known.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._known.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._known.get(self)
        found = info and info.weakref()
        if found is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(found).__name__!r} at {id(found):#x}>"

    @classmethod
    def _at_exit(cls):
        while True:
            waiting = [(info.index, known) for known, info in cls._known.items() if info.atexit]
            if not waiting:
                return
            max(waiting, key=lambda pair: pair[0])[1]()
