"""Importing by name."""

import sys
import _importlib

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def import_module(name, package=None):
    """Import a module; a relative name is taken from the given package."""
    if name.startswith("."):
        if not package:
            raise TypeError(
                f"the 'package' argument is required to perform a relative import for {name!r}")
        name = _whole_name(name, package)
    return _importlib.import_module(name)


def _whole_name(name, package):
    level = len(name) - len(name.lstrip("."))
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{name[level:]}" if name[level:] else parts[0]


def reload(module):
    """Run the text of a module again, in the same module."""
    name = getattr(module, "__name__", None)
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    _importlib.reload(module)
    return sys.modules[name]


def invalidate_caches():
    """Nothing is kept of folders, so there is nothing to forget."""
