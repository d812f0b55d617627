"""Classes to derive from: generic ones, protocols, named tuples and typed dicts."""

from abc import ABCMeta, abstractmethod

from typing import _forms
from typing._forms import (
    ParamSpec, Required, NotRequired, TypeVar, TypeVarTuple, _AnnotatedAlias, _caller, _check_count, _GenericAlias,
    _parameters, _type_check, _UnpackAlias,
)

# The classes say where they are found.
__name__ = "typing"


class Generic:
    """The base of generic classes: `class Box(Generic[T])`."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(p, (TypeVar, ParamSpec, TypeVarTuple, _UnpackAlias)) for p in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, params)
        names = cls.__parameters__
        if len(names) == 1 and isinstance(names[0], ParamSpec):
            if not isinstance(params[0], (list, tuple, ParamSpec)) and params[0] is not ...:
                params = (params,)
            return _GenericAlias(cls, tuple(tuple(p) if isinstance(p, list) else p for p in params))
        params = tuple(p if isinstance(p, (list, tuple)) else _type_check(p, "Parameters to generic types must be types.")
                       for p in params)
        if not any(isinstance(p, TypeVarTuple) for p in names):
            if not names:
                raise TypeError(f"{cls} is not a generic class")
            _check_count(cls, params, len(names))
        return _GenericAlias(cls, tuple(tuple(p) if isinstance(p, list) else p for p in params))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is not None:
            if Generic in bases:
                raise TypeError("Cannot inherit from plain Generic")
        elif Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        found = ()
        if bases is not None:
            found = _parameters(bases)
            declared = None
            for base in bases:
                if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                    if declared is not None and base.__origin__ is Generic:
                        raise TypeError("Cannot inherit from Generic[...] multiple types.")
                    declared = base.__parameters__
            if declared is not None:
                if not set(found) <= set(declared):
                    missing = ", ".join(str(p) for p in found if p not in declared)
                    raise TypeError(
                        f"Some type variables ({missing}) are not listed in "
                        f"Generic[{', '.join(map(str, declared))}]"
                    )
                found = declared
        cls.__parameters__ = tuple(found)


_PROTOCOL_EXCLUDED = {
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
    "__parameters__", "__orig_bases__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__",
    "_is_protocol", "_is_runtime_protocol", "_abc_impl", "__qualname__", "__match_args__", "__static_attributes__",
    "__firstlineno__", "__orig_class__",
}


def _protocol_attrs(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        names.update(n for n in (*base.__dict__, *base.__dict__.get("__annotations__", ())) if n not in _PROTOCOL_EXCLUDED)
    return names


# How often attributes of protocols were set.
_changes = 0


def _members(cls):
    """The names that instances of a protocol have, each with whether it is a method's; and whether all are."""
    known = cls._abc_impl.members
    if known is None or known[0] != _changes:
        names = [(name, callable(getattr(cls, name, None))) for name in _protocol_attrs(cls)]
        known = cls._abc_impl.members = _changes, names, all(is_method for _, is_method in names)
    return known


def _only_methods(cls):
    return _members(cls)[2]


_MISSING = object()


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class _ProtocolMeta(ABCMeta):
    def __setattr__(cls, name, value):
        global _changes
        _changes += 1
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        global _changes
        _changes += 1
        super().__delattr__(name)

    def __instancecheck__(cls, instance):
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError(
                "Instance and class checks can only be used with @runtime_checkable protocols"
            )
        _, names, only_methods = _members(cls)
        if super().__instancecheck__(instance) if only_methods else cls in type(instance).__mro__:
            return True
        for name, is_method in names:
            value = getattr(instance, name, _MISSING)
            if value is _MISSING or value is None and is_method:
                return False
        return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A class by what it has, not by what it derives from."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if not cls._is_protocol:
            if cls.__init__ is _no_init:
                for base in cls.__mro__:
                    found = base.__dict__.get("__init__", _no_init)
                    if found is not _no_init:
                        cls.__init__ = found
                        break
            return
        for base in cls.__bases__:
            known = base in (object, Generic) or getattr(base, "_is_protocol", False) or base.__module__ in (
                "collections.abc", "contextlib"
            )
            if not known:
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    if not getattr(cls, "_is_runtime_protocol", False):
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    if not _only_methods(cls):
        raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
        raise TypeError("issubclass() arg 1 must be a class")
    for name in _protocol_attrs(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get("__annotations__", {}) and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


def runtime_checkable(cls):
    """Let a protocol be used with isinstance."""
    if not isinstance(cls, type) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def _supports(name, method):
    def body(self):
        pass

    body.__name__ = method
    made = _ProtocolMeta(
        name,
        (Protocol,),
        {"__module__": "typing", "__slots__": (), "_is_protocol": True, method: abstractmethod(body)},
    )
    return runtime_checkable(made)


SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsComplex = _supports("SupportsComplex", "__complex__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__")
SupportsRound = _supports("SupportsRound", "__round__")


_forms.Generic, _forms.Protocol = Generic, Protocol

_tuple_only = {"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types",
               "_make", "_replace", "_asdict", "_source"}


def _make_nmtuple(name, types, module, defaults=()):
    from collections import namedtuple

    types = {n: _type_check(t, f"field {n} annotation must be a type") for n, t in types}
    made = namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        types = ns.get("__annotations__", {})
        defaults = []
        for name in types:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field"
                    f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}"
                )
        made = _make_nmtuple(typename, types.items(), ns["__module__"], [ns[n] for n in defaults])
        if bases != (tuple,):
            made = type(typename, (made, *bases[1:]), {"__slots__": (), "__module__": ns["__module__"]})
        if "__qualname__" in ns:
            made.__qualname__ = ns["__qualname__"]
        for key, value in ns.items():
            if key in _tuple_only:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__annotations__", "__module__", "__qualname__", "__orig_bases__") and key not in types:
                setattr(made, key, value)
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple with types: a base of classes, or a function."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    return _make_nmtuple(typename, fields, _caller())


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        own = {n: _type_check(t, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type", True)
               for n, t in ns.get("__annotations__", {}).items()}
        made = type.__new__(_TypedDictMeta, name, (*((Generic,) if Generic in bases else ()), dict), ns)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required.update(base.__dict__.get("__required_keys__", ()))
            optional.update(base.__dict__.get("__optional_keys__", ()))
        annotations.update(own)
        for key, value in own.items():
            if isinstance(value, _AnnotatedAlias):
                value = value.__origin__
            origin = getattr(value, "__origin__", None)
            must = origin is Required or total and origin is not NotRequired
            (required if must else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    __call__ = dict

    def __instancecheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with known keys: a base of classes, or a function."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    return _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": _caller()}, total=total)


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)
