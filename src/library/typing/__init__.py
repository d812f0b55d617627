"""Names for types: what annotations are made of."""

import sys

from typing._classes import (
    Generic, NamedTuple, Protocol, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex,
    SupportsInt, SupportsRound, TypedDict, _TypedDictMeta, runtime_checkable,
)
from typing._forms import (
    Annotated, Any, ClassVar, Concatenate, Final, ForwardRef, Literal, LiteralString, Never, NoReturn, NotRequired,
    Optional, ParamSpec, ParamSpecArgs, ParamSpecKwargs, Required, Self, TypeAlias, TypeGuard, TypeVar, TypeVarTuple,
    Union, Unpack, _Alias, _AnnotatedAlias, _BuiltinAlias, _CallableAlias, _caller, _ConcatenateAlias, _evaluate,
    _GenericAlias, _LiteralGeneric, _SpecialAlias, _TupleAlias, _UnionType,
)

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
    "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString",
    "Container", "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping",
    "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable",
    "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager",
    "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt",
    "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet",
    "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr", "assert_type",
    "assert_never", "cast", "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin",
    "get_overloads", "get_type_hints", "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check",
    "no_type_check_decorator", "NoReturn", "NotRequired", "overload", "ParamSpecArgs", "ParamSpecKwargs", "Required",
    "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "Unpack",
]

TYPE_CHECKING = False
Text = str
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)
List = _SpecialAlias(list, 1, inst=False, name="List")
Dict = _SpecialAlias(dict, 2, inst=False, name="Dict")
Set = _SpecialAlias(set, 1, inst=False, name="Set")
FrozenSet = _SpecialAlias(frozenset, 1, inst=False, name="FrozenSet")
Tuple = _TupleAlias(tuple, -1, inst=False, name="Tuple")
Type = _SpecialAlias(type, 1, inst=False, name="Type")

# Loaded when asked for: the name here, the module, the name there, the number of parameters.
_LATER = {
    "Deque": ("collections", "deque", 1), "DefaultDict": ("collections", "defaultdict", 2),
    "OrderedDict": ("collections", "OrderedDict", 2), "Counter": ("collections", "Counter", 1),
    "ChainMap": ("collections", "ChainMap", 2), "ContextManager": ("contextlib", "AbstractContextManager", 1),
    "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 1), "AbstractSet": ("collections.abc", "Set", 1),
    "Pattern": ("re", "Pattern", 1), "Match": ("re", "Match", 1),
    "Hashable": ("collections.abc", "Hashable", 0), "Sized": ("collections.abc", "Sized", 0),
    "ByteString": ("collections.abc", "ByteString", 0), "Mapping": ("collections.abc", "Mapping", 2),
    "MutableMapping": ("collections.abc", "MutableMapping", 2), "ItemsView": ("collections.abc", "ItemsView", 2),
    "Coroutine": ("collections.abc", "Coroutine", 3), "Generator": ("collections.abc", "Generator", 3),
    "AsyncGenerator": ("collections.abc", "AsyncGenerator", 2),
    **{name: ("collections.abc", name, 1) for name in (
        "Container", "Iterable", "Iterator", "KeysView", "MappingView", "MutableSequence", "MutableSet", "Sequence",
        "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable", "Collection", "Reversible")},
}


def __getattr__(name):
    if name in _LATER:
        module, there, count = _LATER[name]
        origin = getattr(__import__(module, fromlist=[there]), there)
        made = _SpecialAlias(origin, count, name=name)
    elif name == "Callable":
        from collections.abc import Callable as origin

        made = _CallableAlias(origin, 2, name="Callable")
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = made
    return made


def cast(typ, val):
    """The value, unchanged."""
    return val


def assert_type(val, typ, /):
    """The value, unchanged."""
    return val


def assert_never(arg, /):
    """Fail where nothing should arrive."""
    raise AssertionError(f"Expected code to be unreachable, but got: {repr(arg)[:100]}")


def reveal_type(obj, /):
    """Say on standard error what type an object has."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def final(f):
    """Mark as final."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Mark as not to be checked."""
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """Mark what a decorator makes as not to be checked."""
    return lambda *args, **kwds: no_type_check(decorator(*args, **kwds))


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    """Mark what makes classes like dataclasses."""

    def mark(target):
        target.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return target

    return mark


_overloads = {}


def _no_overload(*args, **kwds):
    """What calls an overload's declaration gets."""
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """Declare one signature of several."""
    f = getattr(func, "__func__", func)
    try:
        _overloads.setdefault((f.__module__, f.__qualname__), []).append(func)
    except AttributeError:
        pass
    return _no_overload


def get_overloads(func):
    """The declarations of `overload`."""
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), []))


def clear_overloads():
    """Forget all declarations."""
    _overloads.clear()


def get_origin(tp):
    """What a generic type was made from."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _BuiltinAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _UnionType):
        return _UnionType
    return None


def get_args(tp):
    """The arguments of a generic type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, _BuiltinAlias)):
        args = tp.__args__
        if tp.__origin__ is not Generic and getattr(tp.__origin__, "__name__", "") == "Callable" and not (
            len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _ConcatenateAlias)))
        ):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, _UnionType):
        return tp.__args__
    return ()


def is_typeddict(tp):
    """Whether this is a TypedDict."""
    return isinstance(tp, _TypedDictMeta)


def _strip(tp):
    """Take notes and marks away."""
    if isinstance(tp, _AnnotatedAlias):
        return _strip(tp.__origin__)
    if isinstance(tp, _GenericAlias) and tp.__origin__ in (Required, NotRequired):
        return _strip(tp.__args__[0])
    if isinstance(tp, (_GenericAlias, _BuiltinAlias)) and not isinstance(tp, _LiteralGeneric):
        args = tuple(map(_strip, tp.__args__))
        if args != tp.__args__:
            return _BuiltinAlias(tp.__origin__, args) if isinstance(tp, _BuiltinAlias) else tp.copy_with(args)
    return tp


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class or function as types."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__), "__dict__", {})
            local = dict(vars(base)) if localns is None else localns
            for name, value in base.__dict__.get("__annotations__", {}).items():
                if value is None:
                    value = type(None)
                if isinstance(value, str):
                    value = ForwardRef(value, is_argument=False)
                hints[name] = _evaluate(value, names, local)
    else:
        given = getattr(obj, "__annotations__", None)
        if given is None:
            if type(obj).__name__ in ("builtin_function_or_method", "module", "method_descriptor"):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        if globalns is None:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = obj.__dict__ if isinstance(obj, type(sys)) else getattr(inner, "__globals__", {})
        if localns is None:
            localns = globalns
        for name, value in given.items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = ForwardRef(value)
            hints[name] = _evaluate(value, globalns, localns)
    return hints if include_extras else {name: _strip(value) for name, value in hints.items()}


class NewType:
    """A type that is another one to the machine and its own to a checker."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _caller()

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                        f"`{self.__name__} = NewType({self.__name__!r}, {self.__supertype__.__name__})`")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class IO(Generic[AnyStr]):
    """A file."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """A file of bytes."""

    __slots__ = ()


class TextIO(IO[str]):
    """A file of text."""

    __slots__ = ()
