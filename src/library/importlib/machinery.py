"""What a module is made from: its specification, and the loader that runs it."""

import _importlib

__all__ = ["BuiltinImporter", "ModuleSpec", "PathFinder", "SourceFileLoader", "all_suffixes"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = [".pyc"]


def all_suffixes():
    """The ends of the names of all files that can be modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """Where a module is from, and how it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False
        self.cached = None

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other):
        try:
            return (self.name, self.loader, self.origin, self.submodule_search_locations, self.has_location) == (
                other.name, other.loader, other.origin, other.submodule_search_locations, other.has_location)
        except AttributeError:
            return NotImplemented

    @property
    def parent(self):
        """The package that the module is in, or is."""
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name


class SourceFileLoader:
    """Runs the text of a file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, name=None):
        """The path of the file."""
        return self.path

    def get_data(self, path):
        """What a file holds."""
        with open(path, "rb") as file:
            return file.read()

    def get_source(self, fullname):
        """The text of the module."""
        with open(self.path, encoding="utf-8-sig") as file:
            return file.read()

    def get_code(self, fullname):
        """The module, compiled."""
        return compile(self.get_data(self.path), self.path, "exec", dont_inherit=True)

    def is_package(self, fullname):
        """Whether the module holds others."""
        return self.path.rpartition("/")[2] == "__init__.py" and fullname.rpartition(".")[2] != "__init__"

    def create_module(self, spec):
        """Modules are made as they always are."""

    def exec_module(self, module):
        """Run the text in a module."""
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname=None):
        """Make the module, and run it."""
        import sys
        from .util import module_from_spec, spec_from_file_location

        name = fullname or self.name
        module = sys.modules.get(name)
        if module is None:
            module = module_from_spec(spec_from_file_location(name, self.path, loader=self))
            sys.modules[name] = module
        self.exec_module(module)
        return sys.modules[name]


class BuiltinImporter:
    """Stands for what has no file of its own."""

    _ORIGIN = "built-in"

    @staticmethod
    def create_module(spec):
        """The module itself: there is only one."""
        return _importlib.import_module(spec.name)

    @staticmethod
    def exec_module(module):
        """It is complete when it is made."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The specification of a built-in module."""
        spec = PathFinder.find_spec(fullname, path)
        return spec if spec is not None and spec.loader is cls else None


class PathFinder:
    """Looks for modules as `import` does."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        """The specification of what lies under a whole name; `path` is where its package looks."""
        found = _importlib.find(fullname, path)
        if found is None:
            return None
        file, folders, is_part_of_taipan = found
        if is_part_of_taipan:
            loader = BuiltinImporter
        else:
            loader = None if file is None else SourceFileLoader(fullname, file)
        origin = BuiltinImporter._ORIGIN if is_part_of_taipan and file is None else file
        spec = ModuleSpec(fullname, loader, origin=origin)
        spec.submodule_search_locations = folders
        spec.has_location = file is not None
        return spec

    @staticmethod
    def invalidate_caches():
        """Nothing is kept of folders, so there is nothing to forget."""
