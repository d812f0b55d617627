"""Finding modules without running them, and running files as modules."""

import sys
import types
from . import _whole_name
from .machinery import ModuleSpec, PathFinder, SourceFileLoader, SOURCE_SUFFIXES

__all__ = [
    "cache_from_source", "find_spec", "module_from_spec", "resolve_name", "source_from_cache",
    "spec_from_file_location", "spec_from_loader",
]

MAGIC_NUMBER = b"\xa7\r\r\n"

_UNSET = object()


def resolve_name(name, package):
    """The whole name of a module; one that begins with dots is relative to the package."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {repr(name)} (required for relative module names)")
    return _whole_name(name, package)


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython would keep what it compiles of a file."""
    import os

    folder, name = os.path.split(os.fspath(path))
    level = "" if optimization in (None, "") else f".opt-{optimization}"
    return os.path.join(folder, "__pycache__", f"{os.path.splitext(name)[0]}.{sys.implementation.cache_tag}{level}.pyc")


def source_from_cache(path):
    """The file that CPython would have compiled."""
    import os

    path = os.fspath(path)
    folder, name = os.path.split(path)
    above, kind = os.path.split(folder)
    if kind != "__pycache__":
        raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    if name.count(".") not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    return os.path.join(above, name.partition(".")[0] + ".py")


def find_spec(name, package=None):
    """Where `import` would take a module from; None if there is none. Packages around it are imported."""
    fullname = resolve_name(name, package) if name.startswith(".") else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f"{name}.__spec__ is not set") from None
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    parent = fullname.rpartition(".")[0]
    if not parent:
        return PathFinder.find_spec(fullname)
    package = __import__(parent, fromlist=["__path__"])
    try:
        path = package.__path__
    except AttributeError as error:
        raise ModuleNotFoundError(
            f"__path__ attribute not found on {parent!r} while trying to find {fullname!r}", name=fullname
        ) from error
    return PathFinder.find_spec(fullname, path)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A specification of what a loader loads."""
    if origin is None:
        origin = getattr(loader, "_ORIGIN", None)
    if origin is None and hasattr(loader, "get_filename"):
        return spec_from_file_location(name, loader=loader)
    if is_package is None and hasattr(loader, "is_package"):
        is_package = loader.is_package(name)
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_UNSET):
    """A specification of the module that a file makes; None for files that are none."""
    import os

    if location is None:
        location = loader.get_filename(name)
    location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith(tuple(SOURCE_SUFFIXES)):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is not _UNSET:
        spec.submodule_search_locations = submodule_search_locations
    elif hasattr(loader, "is_package") and loader.is_package(name):
        spec.submodule_search_locations = [os.path.dirname(location)]
    return spec


def module_from_spec(spec):
    """A module that has not run yet."""
    module = None
    if hasattr(spec.loader, "create_module"):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    if module is None:
        module = types.ModuleType(spec.name)
    module.__name__ = spec.name
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
        module.__cached__ = spec.cached
    return module
