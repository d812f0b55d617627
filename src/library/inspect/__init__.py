"""What functions, classes and modules are made of."""

import collections.abc
import functools
import sys
import types
from collections import namedtuple


CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


class _void:
    """Marks an unset parameter."""


class _ParameterKind:
    def __init__(self, value, name, description):
        self.value, self.name, self.description = value, name, description

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {self.value}>"

    def __lt__(self, other):
        return self.value < other.value

    def __int__(self):
        return self.value


class _empty:
    """No default, no annotation."""


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")


def formatannotation(annotation, base_module=None):
    """An annotation as it would be written."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    """A parameter of a signature."""

    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD = _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return Parameter(
            self.name if name is _void else name,
            self.kind if kind is _void else kind,
            default=self.default if default is _void else default,
            annotation=self.annotation if annotation is _void else annotation,
        )

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _empty:
            text += f" = {self.default!r}" if self.annotation is not _empty else f"={self.default!r}"
        return {2: "*", 4: "**"}.get(self.kind.value, "") + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation
        )

    def __hash__(self):
        return hash((self.name, self.kind.value))


class BoundArguments:
    """Arguments by the names of the parameters they go to."""

    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        result = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind.value > 2 or name not in self.arguments:
                break
            value = self.arguments[name]
            result.extend(value) if parameter.kind is _VAR_POSITIONAL else result.append(value)
        return tuple(result)

    @property
    def kwargs(self):
        result, keywords = {}, False
        for name, parameter in self.signature.parameters.items():
            if parameter.kind.value > 2 or name not in self.arguments and parameter.kind is not _VAR_POSITIONAL:
                keywords = True
            if keywords and name in self.arguments:
                if parameter.kind is _VAR_KEYWORD:
                    result.update(self.arguments[name])
                else:
                    result[name] = self.arguments[name]
        return result

    def apply_defaults(self):
        """Add the defaults of missing arguments."""
        values = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                values[name] = self.arguments[name]
            elif parameter.default is not _empty:
                values[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                values[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                values[name] = {}
        self.arguments = values

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    """The parameters of a callable, and what it gives."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType({p.name: p for p in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, **more):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return Signature(
            self.parameters.values() if parameters is _void else parameters,
            return_annotation=self.return_annotation if return_annotation is _void else return_annotation,
        )

    def __str__(self):
        parts, star, slash = [], True, False
        for parameter in self.parameters.values():
            if parameter.kind is _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if parameter.kind is _VAR_POSITIONAL:
                star = False
            elif parameter.kind is _KEYWORD_ONLY and star:
                parts.append("*")
                star = False
            parts.append(str(parameter))
        if slash:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self.return_annotation is not _empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (
            list(self.parameters.values()) == list(other.parameters.values())
            and self.return_annotation == other.return_annotation
        )

    def bind(self, /, *args, **kwargs):
        """Give arguments to parameters as a call would."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """Likewise, with arguments missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, args, kwargs = {}, list(args), dict(kwargs)
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind is _VAR_POSITIONAL:
                if args:
                    arguments[name], args = tuple(args), []
            elif kind is _VAR_KEYWORD:
                if kwargs:
                    arguments[name], kwargs = kwargs, {}
            elif args and kind.value < 2:
                if name in kwargs and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args.pop(0)
            elif name in kwargs and kind is not _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        whole = signature(obj.__func__)
        return whole.replace(parameters=list(whole.parameters.values())[1:])
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
    given = getattr(obj, "__signature__", None)
    if given is not None:
        return given
    if isinstance(obj, types.FunctionType):
        return _of_function(obj)
    if type(obj).__name__ == "partial":
        return _of_partial(obj)
    if isinstance(obj, type):
        for name in ("__new__", "__init__"):
            method = getattr(obj, name, None)
            method = getattr(method, "__func__", method)
            if isinstance(method, types.FunctionType):
                whole = _of_function(method)
                return Signature(list(whole.parameters.values())[1:])
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
        raise ValueError(f"no signature found for builtin type {obj!r}")
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, types.FunctionType):
        whole = _of_function(call)
        return whole.replace(parameters=list(whole.parameters.values())[1:])
    raise ValueError(f"no signature found for builtin {obj!r}")


def _of_function(function):
    code = function.__code__
    names = code.co_varnames
    count, only, keyword = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    annotations = getattr(function, "__annotations__", {})
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for i, name in enumerate(names[:count]):
        place = i - (count - len(defaults))
        add(name, _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD, defaults[place] if place >= 0 else _empty)
    rest = count + keyword
    if code.co_flags & 4:
        add(names[rest], _VAR_POSITIONAL)
        rest += 1
    for name in names[count:count + keyword]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & 8:
        add(names[rest], _VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _of_partial(obj):
    whole = signature(obj.func)
    bound = whole.bind_partial(*obj.args, **obj.keywords)
    parameters, keyword = [], False
    for name, parameter in whole.parameters.items():
        if name in obj.keywords:
            keyword = True
            parameter = parameter.replace(kind=_KEYWORD_ONLY, default=obj.keywords[name])
        elif name in bound.arguments and parameter.kind.value < 2:
            continue
        elif keyword and parameter.kind is _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        parameters.append(parameter)
    return whole.replace(parameters=parameters)


def unwrap(func, *, stop=None):
    """The function within all wrappers."""
    seen = set()
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
        func = func.__wrapped__
    return func


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def _has_flag(obj, flag):
    """Whether it is a function, or like one, whose code is of a kind."""
    obj = getattr(obj, "__func__", obj)
    while isinstance(obj, functools.partial):
        obj = obj.func
    if not callable(obj) or isclass(obj) or not isinstance(getattr(obj, "__name__", None), str):
        return False
    code = getattr(obj, "__code__", None)
    return isinstance(code, types.CodeType) and bool(code.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether a call makes a generator."""
    return _has_flag(obj, CO_GENERATOR)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return (
        iscoroutine(object)
        or isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
        or isinstance(object, collections.abc.Awaitable)
    )


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isabstract(object):
    """Whether a class has abstract methods."""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def getmembers(object, predicate=None):
    """The names and values of all attributes, by name."""
    result = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            result.append((name, value))
    return sorted(result, key=lambda pair: pair[0])


def getmro(cls):
    return cls.__mro__


def cleandoc(doc):
    """A docstring without its indentation."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    if lines:
        lines[0] = lines[0].lstrip()
    if margins:
        lines[1:] = [line[min(margins):] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    """The docstring, a base's if there is none."""
    doc = getattr(object, "__doc__", None)
    if doc is None and isinstance(object, type):
        for base in object.__mro__[1:]:
            if base is not type and base.__doc__ and base is not _object:
                doc = base.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


_object = object


def getmodule(object, _filename=None):
    """The module that an object comes from."""
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    """The name of the module of a file."""
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def _code_of(object):
    """The code that a function, a traceback or a frame runs, or the code itself; None of anything else."""
    object = getattr(object, "__func__", object)
    if isfunction(object):
        return object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        return object.f_code
    return object if iscode(object) else None


def getfile(object):
    """The file that an object comes from."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is not None:
        return code.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or code object was expected, got "
        f"{type(object).__name__}"
    )


getsourcefile = getfile


def getsourcelines(object):
    """The lines of a definition, and the number of the first."""
    import linecache

    object = unwrap(object)
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        name = object.__qualname__.rpartition(".")[2]
        for i, line in enumerate(lines):
            words = line.split()
            if words[:1] == ["class"] and words[1].rstrip(":").partition("(")[0].rstrip(":") == name:
                while i and lines[i - 1].lstrip().startswith("@"):
                    i -= 1
                return getblock(lines[i:]), i + 1
        raise OSError("could not find class definition")
    code = _code_of(object)
    if code.co_name == "<module>":
        return lines, 0
    first = code.co_firstlineno - 1
    return getblock(lines[first:]), first + 1


def getblock(lines):
    """The lines that belong to the definition in the first one."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    end, started, depth = 1, not lines[0].lstrip().startswith("@"), 0
    for i, line in enumerate(lines):
        bare = line.strip()
        if i and bare and not bare.startswith("#") and depth <= 0:
            if len(line) - len(line.lstrip()) <= indent and started and not bare.startswith((")", "]", "}")):
                break
        if bare and not bare.startswith("#"):
            end = i + 1
        if bare.startswith(("def ", "class ", "async def ")):
            started = True
        depth += sum(line.count(c) for c in "([{") - sum(line.count(c) for c in ")]}")
    return lines[:end]


def getsource(object):
    """The text of a definition."""
    return "".join(getsourcelines(object)[0])


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


_FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")


class FrameInfo(_FrameInfo):
    """A frame and its place."""

    def __repr__(self):
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"FrameInfo({fields}, positions=None)"


def getframeinfo(frame, context=1):
    """The place of a frame or of a line of a traceback."""
    import linecache

    if hasattr(frame, "tb_frame"):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        lineno = frame.f_lineno
    filename = frame.f_code.co_filename
    lines = linecache.getlines(filename)
    start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
    shown = lines[start:start + context] if context > 0 and lines else None
    return FrameInfo(frame, filename, lineno, frame.f_code.co_name, shown, lineno - 1 - start if shown else None)


def getouterframes(frame, context=1):
    """A frame and those around it."""
    found = []
    while frame:
        found.append(getframeinfo(frame, context))
        frame = frame.f_back
    return found


def stack(context=1):
    """The caller's frame and those around it."""
    return getouterframes(sys._getframe(1), context)


def getattr_static(obj, attr, default=_void):
    """An attribute without calling anything."""
    kinds = obj.__mro__ if isinstance(obj, type) else (obj, *type(obj).__mro__)
    for kind in kinds:
        names = getattr(kind, "__dict__", {})
        if attr in names:
            return names[attr]
    if default is not _void:
        return default
    raise AttributeError(attr)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations, a copy."""
    found = obj.__dict__.get("__annotations__") if isinstance(obj, type) else getattr(obj, "__annotations__", None)
    found = dict(found or {})
    if eval_str:
        names = getattr(obj, "__globals__", None) or vars(sys.modules.get(getattr(obj, "__module__", None), sys))
        found = {k: eval(v, names, locals) if isinstance(v, str) else v for k, v in found.items()}
    return found


from inspect._more import (
    Arguments, ArgInfo, Attribute, ClosureVars, CORO_CLOSED, CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, FullArgSpec,
    GEN_CLOSED, GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, classify_class_attrs, findsource, formatargvalues,
    getabsfile, getargs, getargvalues, getcallargs, getclasstree, getclosurevars, getcomments, getcoroutinelocals,
    getcoroutinestate, getfullargspec, getgeneratorlocals, getgeneratorstate, getinnerframes, getmembers_static,
    indentsize, isgetsetdescriptor, ismemberdescriptor, trace,
)
