"""References that do not keep their object alive, and proxies made of them."""

from _weak import getweakrefcount, getweakrefs, ref

ReferenceType = ref

# Operators that a proxy passes on to its object, apart from those that are attributes anyway.
_UNARY = "neg pos abs invert int float complex index round trunc floor ceil len bool iter next reversed str bytes enter"
_BINARY = """add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or getitem contains eq ne lt le gt ge
iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ixor ior"""
_REFLECTED = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or"


def _object(proxy):
    found = object.__getattribute__(proxy, "_reference")()
    if found is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return found


class ProxyType:
    """Stands for an object as long as that lives."""

    __slots__ = ("_reference", "__weakref__")

    def __new__(cls, object_, callback=None):
        if callback is not None:
            callback = _told_of(callback)
        made = object.__new__(CallableProxyType if callable(object_) else ProxyType)
        object.__setattr__(made, "_reference", ref(object_, callback))
        return made

    def __getattribute__(self, name):
        return getattr(_object(self), name)

    def __setattr__(self, name, value):
        setattr(_object(self), name, value)

    def __delattr__(self, name):
        delattr(_object(self), name)

    def __setitem__(self, key, value):
        _object(self)[key] = value

    def __delitem__(self, key):
        del _object(self)[key]

    def __exit__(self, *what):
        return _object(self).__exit__(*what)

    def __repr__(self):
        found = object.__getattribute__(self, "_reference")()
        name = "NoneType" if found is None else type(found).__name__
        return f"<weakproxy at {id(self):#x} to {name} at {id(found):#x}>"

    def __hash__(self):
        raise TypeError("unhashable type: 'weakref.ProxyType'")


class CallableProxyType(ProxyType):
    """The same for an object that can be called."""

    __slots__ = ()

    def __call__(self, /, *args, **kwargs):
        return _object(self)(*args, **kwargs)


def _told_of(callback):
    return lambda reference: callback(None)


def _plain(value):
    return _object(value) if type(value) in (ProxyType, CallableProxyType) else value


def _define():
    import math
    import operator

    def unary(function):
        return lambda self: function(_object(self))

    def binary(function):
        return lambda self, other: function(_object(self), _plain(other))

    def reflected(function):
        return lambda self, other: function(_plain(other), _object(self))

    plain = {"trunc": math.trunc, "floor": math.floor, "ceil": math.ceil, "divmod": divmod, "contains": operator.contains}
    builtins = {kind.__name__: kind for kind in (int, float, complex, round, len, bool, iter, next, reversed, str, bytes)}
    builtins["enter"] = lambda value: value.__enter__()
    for name in _UNARY.split():
        function = plain.get(name) or builtins.get(name) or getattr(operator, f"__{name}__")
        setattr(ProxyType, f"__{name}__", unary(function))
    for name in _BINARY.split():
        function = plain.get(name) or getattr(operator, f"__{name}__")
        setattr(ProxyType, f"__{name}__", binary(function))
    for name in _REFLECTED.split():
        function = plain.get(name) or getattr(operator, f"__{name}__")
        setattr(ProxyType, f"__r{name}__", reflected(function))


_define()
del _define

proxy = ProxyType
