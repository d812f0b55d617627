"""Type variables, special forms and generic types with their arguments."""

import sys

import _importlib

# The classes say where they are found.
__name__ = "typing"

# Set when `_classes` has made them.
Generic = Protocol = None

_BuiltinAlias = type(list[int])
_UnionType = type(int | str)


def _caller(depth=1):
    """The name of the module that calls."""
    try:
        return sys._getframe(depth + 1).f_globals.get("__name__", "__main__")
    except (AttributeError, ValueError):
        return _importlib.running()


def _type_repr(obj):
    if isinstance(obj, _BuiltinAlias):
        return repr(obj)
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if type(obj).__name__ in ("function", "builtin_function_or_method"):
        return obj.__name__
    return repr(obj)


def _type_check(arg, message, special=False):
    """The argument as a type: None stands for its type, a string for a name that comes later."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if isinstance(arg, _SpecialForm) and arg in (ClassVar, Final) and not special:
        raise TypeError(f"Plain {arg!r} is not valid as type argument")
    if arg in (Generic, Protocol) if isinstance(arg, type) else False:
        raise TypeError(f"Plain {arg!r} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _unique(items):
    seen = []
    for item in items:
        if item not in seen:
            seen.append(item)
    return seen


def _parameters(args):
    """The type variables in `args`, in order, each once."""
    found = []
    for arg in args:
        if isinstance(arg, (list, tuple)):
            inner = _parameters(arg)
        elif isinstance(arg, type):
            inner = ()
        elif isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            inner = (arg,)
        else:
            inner = getattr(arg, "__parameters__", ())
        found.extend(p for p in inner if p not in found)
    return tuple(found)


class _Operators:
    """What can stand in `X | Y`."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Operators):
    """A name that means something to a type checker."""

    __slots__ = ("_name", "_getitem")

    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __repr__(self):
        return "typing." + self._name

    def __hash__(self):
        return hash(self._name)

    def __eq__(self, other):
        return self is other

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)


class ForwardRef:
    """A type that is named before it exists."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            self.__forward_code__ = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns):
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        value = eval(self.__forward_code__, globalns, localns)
        return _evaluate(_type_check(value, "Forward references must evaluate to types.", True), globalns, localns)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__) == (other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


class _Variable(_Operators):
    def _variance(self, bound, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__bound__ = _type_check(bound, "Bound must be a type.") if bound else None

    def __typing_subst__(self, arg):
        return _type_check(arg, "Parameters to generic types must be types.")

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class TypeVar(_Variable):
    """A variable for a type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._variance(bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        message = "TypeVar(name, constraint, ...): constraints must be types."
        self.__constraints__ = tuple(_type_check(t, message) for t in constraints)
        self.__module__ = _caller()


class TypeVarTuple(_Operators):
    """A variable for any number of types."""

    def __init__(self, name):
        self.__name__ = name
        self.__module__ = _caller()

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class ParamSpecArgs:
    """`P.args`."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return isinstance(other, ParamSpecArgs) and self.__origin__ == other.__origin__


class ParamSpecKwargs:
    """`P.kwargs`."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        return isinstance(other, ParamSpecKwargs) and self.__origin__ == other.__origin__


class ParamSpec(_Variable):
    """A variable for the parameters of a function."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._variance(bound, covariant, contravariant)
        self.__module__ = _caller()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class _Alias(_Operators):
    """What looks like a class and stands for another one."""

    def __init__(self, origin, name=None, inst=True):
        self.__origin__ = origin
        self._name = name
        self._inst = inst

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead"
            )
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self.__dict__.get("_name") or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not (attr[:2] == attr[-2:] == "__"):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, value):
        if attr[:2] == attr[-2:] == "__" or attr in ("_name", "_inst", "_nparams", "_paramspec_tvars"):
            object.__setattr__(self, attr, value)
        else:
            setattr(self.__origin__, attr, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _GenericAlias(_Alias):
    """A generic type with arguments."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, name, inst)
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _parameters(self.__args__)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not isinstance(args, tuple):
            args = (args,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        only = self.__parameters__[0]
        if len(self.__parameters__) == 1 and isinstance(only, ParamSpec):
            if not (args and isinstance(args[0], (list, tuple, ParamSpec)) or args[0] is ...):
                args = (args,)
        elif not any(isinstance(p, TypeVarTuple) for p in self.__parameters__):
            _check_count(self, args, len(self.__parameters__))
        args = tuple(a if isinstance(a, (list, tuple)) else _type_check(a, "Parameters to generic types must be types.")
                     for a in args)
        return self.copy_with(_substitute(self.__args__, self._values(args)))

    def _values(self, args):
        """Which parameter gets which of `args`."""
        values, names = {}, self.__parameters__
        for i, name in enumerate(names):
            if isinstance(name, TypeVarTuple):
                after = len(names) - i - 1
                values[name] = args[i:len(args) - after]
                values.update(zip(names[i + 1:], args[len(args) - after:]))
                break
            values[name] = args[i]
        return values

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _type_repr(self.__origin__)
        args = ", ".join(map(_type_repr, self.__args__)) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            result = [] if self.__origin__ in bases else [self.__origin__]
            later = bases[bases.index(self) + 1:]
            if not any(isinstance(b, _Alias) or isinstance(b, type) and issubclass(b, Generic) for b in later):
                result.append(Generic)
            return tuple(result)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            later = bases[bases.index(self) + 1:]
            if any(isinstance(base, _Alias) and base is not self for base in later):
                return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


def _check_count(cls, args, expected):
    if len(args) != expected:
        raise TypeError(
            f"Too {'many' if len(args) > expected else 'few'} arguments for {cls}; "
            f"actual {len(args)}, expected {expected}"
        )


def _substitute(args, values):
    """Put `values` in the place of type variables."""
    result = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec)):
            value = values.get(arg, arg)
            result.append(tuple(value) if isinstance(value, list) else value)
        elif isinstance(arg, (list, tuple)):
            result.append(type(arg)(_substitute(arg, values)))
        elif isinstance(arg, _UnpackAlias) and isinstance(arg.__args__[0], TypeVarTuple):
            result.extend(values.get(arg.__args__[0], (arg,)))
        elif getattr(arg, "__parameters__", ()) and not isinstance(arg, type):
            result.append(arg[tuple(values[p] for p in arg.__parameters__)])
        else:
            result.append(arg)
    return tuple(result)


class _SpecialAlias(_Alias):
    """A generic type of this module without arguments: `List`."""

    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, name or origin.__name__, inst)
        self._nparams = nparams
        self.__doc__ = f"A generic version of {origin.__module__}.{origin.__qualname__}."
        self.__module__ = "typing"

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type_check(a, "Parameters to generic types must be types.") for a in args)
        if self._nparams == 0:
            raise TypeError(f"{self} is not a generic class")
        if self._nparams > 0:
            _check_count(self, args, self._nparams)
        return _GenericAlias(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        return f"typing.{self._name}"

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        result = [] if self.__origin__ in bases else [self.__origin__]
        later = bases[bases.index(self) + 1:]
        if not any(isinstance(b, _Alias) or isinstance(b, type) and issubclass(b, Generic) for b in later):
            result.append(Generic)
        return tuple(result)

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return hash((self._name, self._nparams))

    def __reduce__(self):
        return self._name


class _TupleAlias(_SpecialAlias):
    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if len(args) >= 2 and args[-1] is ...:
            args = tuple(_type_check(a, "Tuple[t, ...]: t must be a type.") for a in args[:-1]) + (...,)
        else:
            args = tuple(_type_check(a, "Tuple[t0, t1, ...]: each t must be a type.") for a in args)
        return _GenericAlias(self.__origin__, args, name=self._name, inst=self._inst)


class _CallableGeneric(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _ConcatenateAlias))):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]"


class _CallableAlias(_SpecialAlias):
    def __getitem__(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        takes, result = args
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if isinstance(takes, (list, tuple)):
            message = "Callable[[arg, ...], result]: each arg must be a type."
            takes = tuple(_type_check(a, message) for a in takes)
        else:
            takes = (takes,)
        return _CallableGeneric(self.__origin__, takes + (result,), name=self._name, inst=self._inst)


class _UnionGeneric(_GenericAlias):
    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGeneric, _UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[1] if args[0] is type(None) else args[0]
            return f"typing.Optional[{_type_repr(other)}]"
        return super().__repr__()

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _LiteralGeneric(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGeneric):
            return NotImplemented
        return {(a, type(a)) for a in self.__args__} == {(a, type(a)) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset((a, type(a)) for a in self.__args__))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _ConcatenateAlias(_GenericAlias):
    pass


class _UnpackAlias(_GenericAlias):
    def __repr__(self):
        return "*" + repr(self.__args__[0])


def _union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    parameters = [_type_check(p, "Union[arg, ...]: each arg must be a type.") for p in parameters]
    flat = []
    for p in parameters:
        flat.extend(p.__args__ if isinstance(p, (_UnionGeneric, _UnionType)) else [p])
    flat = _unique(flat)
    if len(flat) == 1:
        return flat[0]
    if len(flat) == 2 and type(None) in flat:
        return _UnionGeneric(self, tuple(flat), name="Optional")
    return _UnionGeneric(self, tuple(flat), name="Union")


def _optional(self, parameter):
    return Union[_type_check(parameter, f"{self} requires a single type."), type(None)]


def _literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for p in parameters:
        flat.extend(p.__args__ if isinstance(p, _LiteralGeneric) else [p])
    seen, kept = [], []
    for p in flat:
        if (p, type(p)) not in seen:
            seen.append((p, type(p)))
            kept.append(p)
    return _LiteralGeneric(self, tuple(kept), name="Literal")


def _single(self, parameter):
    return _GenericAlias(self, (_type_check(parameter, f"{self} accepts only single type."),), name=self._name)


def _concatenate(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _ConcatenateAlias(self, parameters, name="Concatenate")


def _unpack(self, parameter):
    return _UnpackAlias(self, (parameter,), name="Unpack")


def _evaluate(tp, globalns, localns):
    """Replace names that came too early by what they mean now."""
    if isinstance(tp, ForwardRef):
        return tp._evaluate(globalns, localns)
    if isinstance(tp, _LiteralGeneric):
        return tp
    if isinstance(tp, (_GenericAlias, _BuiltinAlias, _UnionType)):
        args = tuple(
            _evaluate(ForwardRef(a) if isinstance(a, str) and isinstance(tp, _BuiltinAlias) else a, globalns, localns)
            for a in tp.__args__
        )
        if args == tp.__args__:
            return tp
        if isinstance(tp, _BuiltinAlias):
            return _BuiltinAlias(tp.__origin__, args)
        if isinstance(tp, _UnionType):
            return Union[args]
        return tp.copy_with(args)
    return tp


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")
ClassVar = _SpecialForm("ClassVar", _single)
Final = _SpecialForm("Final", _single)
TypeGuard = _SpecialForm("TypeGuard", _single)
Required = _SpecialForm("Required", _single)
NotRequired = _SpecialForm("NotRequired", _single)
Unpack = _SpecialForm("Unpack", _unpack)
Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
Concatenate = _SpecialForm("Concatenate", _concatenate)


class Annotated:
    """A type with notes."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError(
                "Annotated[...] should be used with at least two arguments (a type and an annotation)."
            )
        return _AnnotatedAlias(_type_check(params[0], "Annotated[t, ...]: t must be a type.", True), params[1:])

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")
