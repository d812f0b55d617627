"""Modules by name and by folder."""

import importlib
import os
import sys
from collections import namedtuple

__all__ = ["ModuleInfo", "extend_path", "get_data", "iter_modules", "resolve_name", "walk_packages"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")


def resolve_name(name):
    """What a dotted name means; a colon may stand where attributes begin."""
    module, colon, rest = name.partition(":")
    if not all(part.isidentifier() for part in module.split(".")) or colon and not all(
            part.isidentifier() for part in rest.split(".") if rest):
        raise ValueError(f"invalid format: {name!r}")
    if colon:
        found, parts = importlib.import_module(module), rest.split(".") if rest else []
    else:
        module, *parts = module.split(".")
        found = importlib.import_module(module)
        while parts:
            try:
                found = importlib.import_module(f"{module}.{parts[0]}")
            except ImportError:
                break
            module = f"{module}.{parts.pop(0)}"
    for part in parts:
        found = getattr(found, part)
    return found


def iter_modules(path=None, prefix=""):
    """The modules in some folders, without running them."""
    seen = set()
    for folder in sys.path if path is None else [path] if isinstance(path, str) else path:
        for name in sorted(os.listdir(folder or ".")) if os.path.isdir(folder or ".") else ():
            whole = os.path.join(folder, name)
            package = os.path.isfile(os.path.join(whole, "__init__.py"))
            stem = name if package else name.removesuffix(".py")
            if stem == "__init__" or stem in seen or not stem.isidentifier() or not package and stem == name:
                continue
            seen.add(stem)
            yield ModuleInfo(None, prefix + stem, package)


def walk_packages(path=None, prefix="", onerror=None):
    """The modules in some folders and in packages there, which are imported."""
    for info in iter_modules(path, prefix):
        yield info
        if info.ispkg:
            try:
                package = importlib.import_module(info.name)
            except Exception as error:
                if onerror is not None:
                    onerror(info.name)
                elif not isinstance(error, ImportError):
                    raise
            else:
                yield from walk_packages(package.__path__, info.name + ".", onerror)


def extend_path(path, name):
    """The folders of a package, with those of the same name elsewhere."""
    found = list(path)
    for folder in sys.path:
        whole = os.path.join(folder, *name.split("."))
        if os.path.isfile(os.path.join(whole, "__init__.py")) and whole not in found:
            found.append(whole)
    return found


def get_data(package, resource):
    """The bytes of a file beside a package."""
    module = importlib.import_module(package)
    if getattr(module, "__file__", None) is None:
        return None
    with open(os.path.join(os.path.dirname(module.__file__), *resource.split("/")), "rb") as file:
        return file.read()
