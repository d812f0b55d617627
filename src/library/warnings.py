"""Warnings: what to do with them, and how they are shown."""

import sys

from _later import at_caller

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
    "catch_warnings",
]

# From the first to the last: action, pattern of the message, category, pattern of the module, line.
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}
_version = 0


class WarningMessage:
    """A warning with its place."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}"
        )


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        import linecache

        line = linecache.getline(filename, lineno)
    line = line.strip()
    return text + f"  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, standard error by default."""
    file = sys.stderr if file is None else file
    if file is None:
        return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


def _show(details):
    showwarning(details.message, details.category, details.filename, details.lineno, details.file, details.line)
    file = sys.stderr if details.file is None else details.file
    if details.source is not None and file is not None:
        file.write(f"{details.category.__name__}: Enable tracemalloc to get the object allocation traceback\n")


def _changed():
    global _version
    _version += 1


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _changed()


_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Put a rule in front of the others (or behind them)."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    if message or module:
        import re

        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Put a rule for a category in front of the others (or behind them)."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    """Forget all rules."""
    filters[:] = []
    _changed()


def _matches(pattern, text):
    if pattern is None:
        return True
    return pattern == text if isinstance(pattern, str) else pattern.match(text) is not None


_registry = {}
_places = {}


def warn(message, category=None, stacklevel=1, source=None):
    """Warn."""
    error = _warn(message, category, stacklevel, source)
    if isinstance(error, Warning):
        # It is raised where this was called, and not here.
        at_caller(error, 1)


def _warn_at_once(message, category):
    """Warn of what something that no script called has met; give what is done about it, if that is the same wherever it comes from."""
    error = _warn(message, category, 1, None)
    if isinstance(error, Warning):
        raise error
    return error


def _warn(message, category, stacklevel, source):
    """Warn, or give the exception that is to be raised instead; else what is done."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    action = _action_anywhere(message, category)
    if action == "error":
        return message if isinstance(message, Warning) else category(message)
    if action != "ignore":
        # Whose line it is, is known when the statement has ended.
        at_caller(lambda *place: _tell(message, category, *place, source), stacklevel + 1)
    return action


def _tell(message, category, filename, lineno, module, source=None):
    """Warn about a place, and say whether nobody hears of it again."""
    text = str(message)
    if filename is None:
        # Compiled code does not know where it is; it was interpreted before.
        filename, lineno, module = _places.get((text, category), ("sys", 1, "sys"))
    else:
        _places[text, category] = filename, lineno, module
    warn_explicit(message, category, filename, lineno, module, _registry, None, source)
    return (text, category, lineno) in _registry


def _action_anywhere(message, category):
    """What is done about a warning, if that is the same wherever it comes from."""
    text = str(message)
    for action, pattern, kind, where, line in filters:
        if issubclass(category, kind) and _matches(pattern, text):
            return action if where is None and not line else None
    return defaultaction


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warn about a place."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    for action, pattern, kind, where, line in filters:
        if (
            issubclass(category, kind) and line in (0, lineno) and _matches(pattern, text) and _matches(where, module)
        ):
            break
    else:
        action = defaultaction
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == "module":
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == "default":
        registry[key] = 1
    elif action != "always":
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {filters!r}")
    _show(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Puts the rules back at the end; with `record`, collects warnings."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = ["record=True"] * bool(self._record)
        if self._module is not sys.modules["warnings"]:
            args.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._filters, self._shown, self._show = module.filters, module.showwarning, module._show
        module.filters = module.filters[:]
        _changed()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        module._show = log.append
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        self._module.filters = self._filters
        self._module.showwarning, self._module._show = self._shown, self._show
        _changed()


# ---- rules from the command line ----------------------------------------------------------------------


class _OptionError(Exception):
    pass


def _category_named(name):
    if not name:
        return Warning
    if "." in name:
        module, _, name = name.rpartition(".")
    else:
        module = "builtins"
    try:
        found = getattr(__import__(module, None, None, [name]), name)
    except ImportError:
        raise _OptionError(f"invalid module name: {module!r}") from None
    except AttributeError:
        raise _OptionError(f"unknown warning category: {name!r}") from None
    if not issubclass(found, Warning):
        raise _OptionError(f"invalid warning category: {name!r}")
    return found


def _setoption(rule):
    """Put a rule as -W and PYTHONWARNINGS have it in front of the others."""
    parts = [part.strip() for part in rule.split(":")]
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {rule!r}")
    action, message, category, module, line = parts + [""] * (5 - len(parts))
    name = {"": "default", "all": "always"}.get(action, action)
    action = next((known for known in _ACTIONS if known.startswith(name)), None)
    if action is None:
        raise _OptionError(f"invalid action: {name!r}")
    category = _category_named(category)
    if message or module:
        import re

        message, module = re.escape(message), re.escape(module) + r"\Z" if module else ""
    try:
        line = int(line or 0)
        if line < 0:
            raise ValueError
    except (ValueError, OverflowError):
        raise _OptionError(f"invalid lineno {line!r}") from None
    filterwarnings(action, message, category, module, line)


def _processoptions(rules):
    for rule in rules:
        try:
            _setoption(rule)
        except _OptionError as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


_processoptions(sys.warnoptions)
