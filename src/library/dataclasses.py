"""Classes that hold data: methods made from annotations."""

import abc
import re
import sys as _sys
from reprlib import recursive_repr

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    """A frozen instance was written to."""


class _Named:
    """A constant whose repr says what it is."""

    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = _Named("_FIELD"), _Named("_FIELD_CLASSVAR"), _Named("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_HEAD = re.compile(r"\s*(\w*)\s*(?:(\.)\s*(\w*))?")
_no_metadata = type(type.__dict__)({})


class InitVar:
    """The type of a parameter of `__init__` that is no field."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type):
            return f"dataclasses.InitVar[{self.type.__name__}]"
        return f"dataclasses.InitVar[{self.type!r}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of a field."""

    __slots__ = (
        "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _no_metadata if metadata is None else type(type.__dict__)(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        shown = ",".join(f"{name}={getattr(self, name)!r}" for name in Field.__slots__)
        return f"Field({shown})"

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(type(list[int]))


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Say more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_kind(annotation, cls, home, kind):
    """Whether an annotation is `kind`, or text that begins with a name for something that is, bare or behind a name for the module `home`."""
    if not isinstance(annotation, str):
        return kind(annotation)
    names = getattr(_sys.modules.get(cls.__module__), "__dict__", {})
    first, dot, second = _HEAD.match(annotation).groups()
    if dot:
        names = home.__dict__ if home is not None and names.get(first) is home else {}
    return kind(names.get(second if dot else first))


def _is_class_var(annotation):
    typing = _sys.modules.get("typing")
    return typing is not None and (
        annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar
    )


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        made = field(default=default)
    made.name, made.type = name, annotation
    made._field_type = _FIELD
    if _is_kind(annotation, cls, _sys.modules.get("typing"), _is_class_var):
        made._field_type = _FIELD_CLASSVAR
    elif _is_kind(annotation, cls, _sys.modules[__name__], lambda a: a is InitVar or type(a) is InitVar):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = default_kw_only
    if made._field_type is _FIELD and made.default is not MISSING and made.default.__class__.__hash__ is None:
        raise ValueError(
            f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory"
        )
    return made


def _compile(name, arguments, body, names, globals, result=None):
    """Make a function out of its text; `names` are what the text may use beside `globals`."""
    returned = ""
    if result is not None:
        names["_return_type"] = result[0]
        returned = "->_return_type"
    lines = "\n".join(f"  {line}" for line in body or ["pass"])
    text = f" def {name}({', '.join(arguments)}){returned}:\n{lines}"
    made = {}
    exec(f"def __create_fn__({', '.join(names)}):\n{text}\n return {name}", globals, made)
    return made["__create_fn__"](**names)


def _init(cls, all_fields, frozen, has_post_init, self_name, globals, slots):
    """The text of `__init__`: one assignment for each field."""
    plain = [f for f in all_fields if not f.kw_only]
    keyword = [f for f in all_fields if f.kw_only]
    optional = None
    for f in plain:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                optional = f
            elif optional is not None:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
    names = {"MISSING": MISSING, "_HAS_DEFAULT_FACTORY": _HAS_DEFAULT_FACTORY, "__dataclass_builtins_object__": object}
    body = []

    def parameter(f):
        names[f"_type_{f.name}"] = f.type
        default = ""
        if f.default is not MISSING:
            default = f"=_dflt_{f.name}"
        elif f.default_factory is not MISSING:
            default = "=_HAS_DEFAULT_FACTORY"
        return f"{f.name}:_type_{f.name}{default}"

    for f in all_fields:
        if f._field_type is _FIELD_INITVAR:
            names[f"_dflt_{f.name}"] = f.default
            continue
        if f.default_factory is not MISSING:
            names[f"_dflt_{f.name}"] = f.default_factory
            value = f"_dflt_{f.name}()"
            if f.init:
                value += f" if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}"
        elif f.init:
            names[f"_dflt_{f.name}"] = f.default
            value = f.name
        elif slots and f.default is not MISSING:
            names[f"_dflt_{f.name}"] = f.default
            value = f"_dflt_{f.name}"
        else:
            continue
        if frozen:
            body.append(f"__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})")
        else:
            body.append(f"{self_name}.{f.name}={value}")
    if has_post_init:
        given = ",".join(f.name for f in all_fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.__post_init__({given})")
    arguments = [self_name] + [parameter(f) for f in plain if f.init]
    keywords = [parameter(f) for f in keyword if f.init]
    if keywords:
        arguments += ["*"] + keywords
    return _compile("__init__", arguments, body, names, globals, (None,))


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    if hasattr(value, "__qualname__"):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False


def _repr_fn(shown, globals):
    text = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in shown)
    wrapped = _compile("__repr__", ["self"], [f'return self.__class__.__qualname__ + f"({text})"'], {}, globals)
    running = set()

    def __repr__(self):
        key = id(self)
        if key in running:
            return "..."
        running.add(key)
        try:
            return wrapped(self)
        finally:
            running.discard(key)

    __repr__.__wrapped__, __repr__.__module__ = wrapped, wrapped.__module__
    return __repr__


def _tuple_of(name, compared):
    inner = ",".join(f"{name}.{f.name}" for f in compared)
    return f"({inner},)" if inner else "()"


def _compare_fn(name, operator, compared, globals):
    return _compile(
        name,
        ["self", "other"],
        [
            "if other.__class__ is self.__class__:",
            f" return {_tuple_of('self', compared)}{operator}{_tuple_of('other', compared)}",
            "return NotImplemented",
        ],
        {},
        globals,
    )


def _frozen_fns(cls, shown, globals):
    names = "(" + "".join(f"{f.name!r}," for f in shown) + ")"
    outer = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
    test = f"if type(self) is cls or name in {names}:"
    return (
        _compile(
            "__setattr__",
            ["self", "name", "value"],
            [test, ' raise FrozenInstanceError(f"cannot assign to field {name!r}")',
             "super(cls, self).__setattr__(name, value)"],
            dict(outer),
            globals,
        ),
        _compile(
            "__delattr__",
            ["self", "name"],
            [test, ' raise FrozenInstanceError(f"cannot delete field {name!r}")',
             "super(cls, self).__delattr__(name)"],
            dict(outer),
            globals,
        ),
    )


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found = {}
    module = _sys.modules.get(cls.__module__)
    globals = {} if module is None else module.__dict__
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    any_frozen = has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get(_FIELDS)
        if inherited is not None:
            has_bases = True
            found.update(inherited)
            any_frozen = any_frozen or base.__dict__[_PARAMS].frozen
    annotations = cls.__dict__.get("__annotations__", {})
    own, only = [], kw_only
    separator = False
    for name, annotation in annotations.items():
        if _is_kind(annotation, cls, _sys.modules[__name__], lambda a: a is KW_ONLY):
            if separator:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            separator = only = True
        else:
            own.append(_get_field(cls, name, annotation, only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, found)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    all_init = [f for f in found.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    shown = [f for f in found.values() if f._field_type is _FIELD]
    if init:
        self_name = "__dataclass_self__" if "self" in found else "self"
        _set_new(
            cls,
            "__init__",
            _init(cls, all_init, frozen, hasattr(cls, "__post_init__"), self_name, globals, slots),
        )
    if repr:
        _set_new(cls, "__repr__", _repr_fn([f for f in shown if f.repr], globals))
    compared = [f for f in shown if f.compare]
    if eq:
        _set_new(cls, "__eq__", _compare_fn("__eq__", "==", compared, globals))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new(cls, name, _compare_fn(name, operator, compared, globals)):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                    "Consider using functools.total_ordering"
                )
    if frozen:
        for made in _frozen_fns(cls, shown, globals):
            if _set_new(cls, made.__name__, made):
                raise TypeError(f"Cannot overwrite attribute {made.__name__} in class {cls.__name__}")
    if unsafe_hash and explicit_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if unsafe_hash or eq and frozen and not explicit_hash:
        hashed = [f for f in shown if (f.compare if f.hash is None else f.hash)]
        made = _compile("__hash__", ["self"], [f"return hash({_tuple_of('self', hashed)})"], {}, globals)
        made.__qualname__ = f"{cls.__qualname__}.__hash__"
        cls.__hash__ = made
    elif eq and not frozen and not explicit_hash:
        cls.__hash__ = None
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature(all_init if init else [])
    if match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in all_init if f.init and not f.kw_only))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, shown, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _signature(all_init):
    """What the class is called with, as its documentation shows it."""
    parts = []
    for f in sorted((f for f in all_init if f.init), key=lambda f: bool(f.kw_only)):
        if f.kw_only and "*" not in parts:
            parts.append("*")
        kind = f.type
        if isinstance(kind, type) and type(kind) is not type(list[int]):
            text = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
        else:
            text = repr(kind).replace("typing.", "")
        text = f"{f.name}: {text}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    return f"({', '.join(parts)})"


def _with_slots(cls, shown, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in shown)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update([slots] if isinstance(slots, str) else slots)
    namespace["__slots__"] = tuple(name for name in names if name not in inherited) + (
        ("__weakref__",) if weakref_slot and "__weakref__" not in inherited else ()
    )
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in namespace:
            made.__getstate__ = _get_state
        if "__setstate__" not in namespace:
            made.__setstate__ = _set_state
    return made


def _get_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add methods to a class that come from its annotated names."""

    def wrap(cls):
        return _process_class(
            cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot
        )

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether this is a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, dataclasses inside likewise."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _inner(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple, dataclasses inside likewise."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _inner(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _inner(obj, make):
    if _is_dataclass_instance(obj):
        return make([(f.name, _inner(getattr(obj, f.name), make)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_inner(value, make) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_inner(value, make) for value in obj)
    if isinstance(obj, dict):
        return type(obj)((_inner(k, make), _inner(v, make)) for k, v in obj.items())
    if obj is None or type(obj) in (int, float, str, bool, complex, bytes):
        return obj
    import copy

    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Make a dataclass without a class statement."""
    namespace = {} if namespace is None else dict(namespace)
    from keyword import iskeyword

    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, namespace[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    namespace["__annotations__"] = annotations
    import types

    cls = types.new_class(cls_name, bases, {}, lambda body: body.update(namespace))
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    """A copy with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(
                    f"field {f.name} is declared with init=False, it cannot be specified with replace()"
                )
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
