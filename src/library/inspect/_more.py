"""What is asked less often of functions, classes, generators and frames."""

import builtins
import sys
import types
from collections import namedtuple

import inspect

FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")
Arguments = namedtuple("Arguments", "args, varargs, varkw")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")
Attribute = namedtuple("Attribute", "name kind defining_class object")

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")


def getfullargspec(func):
    """The names of a function's parameters, with their defaults."""
    if isinstance(func, type) and isinstance(func.__init__, types.FunctionType):
        func = func.__init__
    try:
        # What is bound counts too.
        whole = inspect.signature(getattr(func, "__func__", func), follow_wrapped=False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, rest, keywords, only = [], None, None, []
    defaults, only_defaults, annotations = (), {}, {}
    if whole.return_annotation is not inspect.Signature.empty:
        annotations["return"] = whole.return_annotation
    for name, parameter in whole.parameters.items():
        kind = parameter.kind
        if kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not parameter.empty:
                defaults += parameter.default,
        elif kind is parameter.VAR_POSITIONAL:
            rest = name
        elif kind is parameter.KEYWORD_ONLY:
            only.append(name)
            if parameter.default is not parameter.empty:
                only_defaults[name] = parameter.default
        else:
            keywords = name
        if parameter.annotation is not parameter.empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, rest, keywords, defaults or None, only, only_defaults or None, annotations)


def getargs(co):
    """The names of the parameters of code."""
    if not isinstance(co, types.CodeType):
        raise TypeError(f"{co!r} is not a code object")
    names, count = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    rest = names[count] if co.co_flags & inspect.CO_VARARGS else None
    keywords = names[count + (rest is not None)] if co.co_flags & inspect.CO_VARKEYWORDS else None
    return Arguments(list(names[:count]), rest, keywords)


def getargvalues(frame):
    """The parameters of a frame and its variables."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    """What `getargvalues` gives, as it would be written."""
    shown = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        shown.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        shown.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(shown)})"


def getcallargs(func, /, *positional, **named):
    """What each parameter would be in a call."""
    if isinstance(func, types.MethodType) and func.__self__ is not None:
        positional = func.__self__, *positional
        func = func.__func__
    spec = getfullargspec(func)
    args, given, name = spec.args, {}, func.__name__
    given.update(zip(args, positional))
    if spec.varargs:
        given[spec.varargs] = tuple(positional[len(args):])
    possible = {*args, *spec.kwonlyargs}
    if spec.varkw:
        given[spec.varkw] = {}
    for key, value in named.items():
        if key not in possible:
            if not spec.varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            given[spec.varkw][key] = value
        elif key in given:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        else:
            given[key] = value
    if len(positional) > len(args) and not spec.varargs:
        _too_many(name, spec, len(positional), given)
    first = len(args) - len(spec.defaults or ())
    missing = [arg for arg in args[:first] if arg not in given]
    if missing and len(positional) < first:
        _missing(name, missing, "positional")
    for place, arg in enumerate(args[first:]):
        given.setdefault(arg, (spec.defaults or ())[place])
    missing = []
    for arg in spec.kwonlyargs:
        if arg not in given:
            if arg in (spec.kwonlydefaults or {}):
                given[arg] = spec.kwonlydefaults[arg]
            else:
                missing.append(arg)
    if missing:
        _missing(name, missing, "keyword-only")
    return given


def _missing(name, names, kind):
    shown = [repr(one) for one in names]
    if len(shown) > 2:
        text = f"{', '.join(shown[:-2])}, {shown[-2]}, and {shown[-1]}"
    else:
        text = " and ".join(shown)
    raise TypeError(f"{name}() missing {len(names)} required {kind} argument{'s' * (len(names) > 1)}: {text}")


def _too_many(name, spec, count, given):
    required = len(spec.args) - len(spec.defaults or ())
    only = len([arg for arg in spec.kwonlyargs if arg in given])
    if spec.varargs:
        plural, wanted = required != 1, f"at least {required}"
    elif spec.defaults:
        plural, wanted = True, f"from {required} to {len(spec.args)}"
    else:
        plural, wanted = len(spec.args) != 1, str(len(spec.args))
    extra = ""
    if only:
        extra = f" positional argument{'s' * (count != 1)} (and {only} keyword-only argument{'s' * (only != 1)})"
    raise TypeError(f"{name}() takes {wanted} positional argument{'s' * plural} but {count}{extra} "
                    f"{'was' if count == 1 and not only else 'were'} given")


def getclosurevars(func):
    """What the names in a function mean that are not its own."""
    if inspect.ismethod(func):
        func = func.__func__
    if not inspect.isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    outer = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    known = func.__globals__.get("__builtins__", builtins.__dict__)
    known = known.__dict__ if inspect.ismodule(known) else known
    found, native, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif name in known:
            native[name] = known[name]
        else:
            unbound.add(name)
    return ClosureVars(outer, found, native, unbound)


def _state(names, running, frame, suspended):
    created, runs, waits, closed = names
    return runs if running else closed if frame is None else waits if suspended else created


def getgeneratorstate(generator):
    """How far a generator is."""
    return _state((GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED), generator.gi_running,
                  generator.gi_frame, generator.gi_suspended)


def getcoroutinestate(coroutine):
    """How far a coroutine is."""
    return _state((CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED), coroutine.cr_running,
                  coroutine.cr_frame, coroutine.cr_suspended)


def getgeneratorlocals(generator):
    """The variables of a generator."""
    if not inspect.isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


def getcoroutinelocals(coroutine):
    """The variables of a coroutine."""
    return coroutine.cr_frame.f_locals if coroutine.cr_frame is not None else {}


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def getmembers_static(object, predicate=None):
    """The names and values that can be had without calling anything."""
    found = []
    for name in dir(object):
        value = inspect.getattr_static(object, name, inspect._void)
        if value is not inspect._void and (predicate is None or predicate(value)):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def classify_class_attrs(cls):
    """Of which kind each name of a class is, and where it comes from."""
    order = [*inspect.getmro(cls), *(base for base in inspect.getmro(type(cls)) if base not in (type, object))]
    found = []
    for name in dict.fromkeys([*dir(cls), *(name for base in cls.__mro__ for name, value in base.__dict__.items()
                                            if isinstance(value, types.DynamicClassAttribute))]):
        home = next((base for base in order if name in base.__dict__), None)
        value = home.__dict__[name] if home is not None else None
        shown = getattr(cls, name, value)
        if isinstance(value, (staticmethod, types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        else:
            kind = "method" if inspect.isroutine(shown) else "data"
        if kind == "data" and value is None:
            value = shown
        elif kind == "method" and not inspect.isroutine(value):
            value = shown
        found.append(Attribute(name, kind, home, value))
    return sorted(found, key=lambda attribute: attribute.name)


def _branch(classes, children, parent):
    found = []
    for cls in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        found.append((cls, cls.__bases__))
        if cls in children:
            found.append(_branch(children[cls], children, cls))
    return found


def getclasstree(classes, unique=False):
    """Classes as a tree: each with its bases, followed by a list of those that derive from it."""
    children, roots = {}, []
    for cls in classes:
        if not cls.__bases__:
            roots.append(cls)
        for base in cls.__bases__:
            below = children.setdefault(base, [])
            if cls not in below:
                below.append(cls)
            if unique and base in classes:
                break
    roots += [base for base in children if base not in classes and base not in roots]
    return _branch(roots, children, None)


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    found = []
    while tb:
        found.append(inspect.getframeinfo(tb, context))
        tb = tb.tb_next
    return found


def trace(context=1):
    """The frames between here and where the exception that is handled was raised."""
    return getinnerframes(sys.exc_info()[2], context)


def indentsize(line):
    """How far a line is indented."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getabsfile(object, _filename=None):
    """The whole path of the file that something is from."""
    import os

    return os.path.normcase(os.path.abspath(_filename or inspect.getsourcefile(object) or inspect.getfile(object)))


def findsource(object):
    """All lines of the file that something is from, and where it begins there."""
    import linecache

    path = inspect.getsourcefile(object) or inspect.getfile(object)
    lines = linecache.getlines(path)
    if not lines:
        raise OSError("could not get source code")
    if inspect.ismodule(object):
        return lines, 0
    return lines, inspect.getsourcelines(object)[1] - 1


def getcomments(object):
    """The comment in front of something, without what indents it."""
    try:
        lines, start = findsource(object)
    except (OSError, TypeError):
        return None
    if inspect.ismodule(object):
        first = 1 if lines and lines[0].startswith("#!") else 0
        while first < len(lines) and lines[first].strip() in ("", "#"):
            first += 1
        end = first
        while end < len(lines) and lines[end].startswith("#"):
            end += 1
        return "".join(line.expandtabs() for line in lines[first:end]) if end > first else None
    first, indent = start, indentsize(lines[start])
    while first > 0 and lines[first - 1].lstrip().startswith("#") and indentsize(lines[first - 1]) == indent:
        first -= 1
    found = [line.expandtabs().lstrip() for line in lines[first:start]]
    while found and found[0].strip() == "#":
        del found[0]
    while found and found[-1].strip() == "#":
        del found[-1]
    return "".join(found) or None
