"""Objects as bytes, in protocols 0 to 5."""

import sys
from _pickling import PickleError, PicklingError, Reader, UnpicklingError, Writer
from copyreg import _extension_cache, _extension_registry, _inverted_registry, dispatch_table
from types import FunctionType

__all__ = [
    "PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
    "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL",
]

format_version = "4.0"
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


def encode_long(x):
    """An int as the shortest bytes, lowest first."""
    if x == 0:
        return b""
    data = x.to_bytes((x.bit_length() >> 3) + 1, "little", signed=True)
    if x < 0 and len(data) > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    """The int of such bytes."""
    return int.from_bytes(data, "little", signed=True)


def _checked(protocol):
    if protocol is None:
        return DEFAULT_PROTOCOL
    if protocol < 0:
        return HIGHEST_PROTOCOL
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
    return int(protocol)


def _attribute(found, path):
    """What the last name of a path is the attribute of, and the attribute."""
    above = None
    for part in path:
        above, found = found, getattr(found, part)
    return above, found


def _whichmodule(obj, path):
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for name, each in sys.modules.copy().items():
        if name in ("__main__", "__mp_main__") or each is None:
            continue
        try:
            if _attribute(each, path)[1] is obj:
                return sys.intern(name)
        except AttributeError:
            pass
    return "__main__"


class _Names:
    """How a writer says where things are found; with the names of the time before Python 3, if those are wanted."""

    def __init__(self, fix_imports=True):
        self.fix_imports = fix_imports

    def __call__(self, writer, obj, table, name=None):
        """Say how an object is made again that the writer does not know; NotImplemented if it is written by its name."""
        kind = type(obj)
        if name is None and kind is not type and kind is not FunctionType:
            try:
                reduce = table[kind]
            except KeyError:
                if not issubclass(kind, type):
                    return obj.__reduce_ex__(writer.protocol)
            else:
                return reduce(obj)
        elif kind is type:
            for value in None, NotImplemented, ...:
                if obj is type(value):
                    return type, (value,)
        self.save_global(writer, obj, name)
        return NotImplemented

    def save_global(self, writer, obj, name=None):
        """Write where a class or function is found."""
        if name is None:
            name = getattr(obj, "__qualname__", None)
            if name is None:
                name = obj.__name__
        path = name.split(".")
        if "<locals>" in path:
            raise AttributeError(f"Can't pickle local object {name!r}")
        module_name = _whichmodule(obj, path)
        try:
            module = sys.modules.get(module_name)
            if module is None:
                __import__(module_name)
                module = sys.modules[module_name]
        except (ImportError, KeyError, TypeError, ValueError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
        try:
            above, found = _attribute(module, path)
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        protocol = writer.protocol
        if protocol >= 2:
            code = _extension_registry.get((module_name, name))
            if code is not None:
                size = 1 if code < 1 << 8 else 2 if code < 1 << 16 else 4
                writer.write((b"\x82" if size == 1 else b"\x83" if size == 2 else b"\x84") + code.to_bytes(size, "little"))
                return
        if protocol >= 4:
            writer.save(module_name)
            writer.save(name)
            writer.write(b"\x93")
        elif above is not module:
            writer.reduce((getattr, (above, path[-1])))
        else:
            if protocol < 3 and self.fix_imports:
                from _compat_pickle import REVERSE_IMPORT_MAPPING, REVERSE_NAME_MAPPING

                old = REVERSE_NAME_MAPPING.get((module_name, name))
                if old is not None:
                    module_name, name = old
                else:
                    module_name = REVERSE_IMPORT_MAPPING.get(module_name, module_name)
            for each in module_name, name:
                if protocol < 3 and not each.isascii():
                    what = "module" if each is module_name else "global"
                    raise PicklingError(f"can't pickle {what} identifier '{each}' using pickle protocol {protocol}")
            writer.write(f"c{module_name}\n{name}\n".encode())
        writer.memoize(obj)


_names, _plain_names = _Names(), _Names(False)


class _Memo:
    """What a pickler has written or an unpickler has read, for whoever wants to look."""

    def __init__(self, owner):
        self._owner = owner

    def clear(self):
        """Forget all of it."""
        self._owner.set_known({})

    def copy(self):
        """A dictionary of it."""
        return self._owner.known()

    def __reduce__(self):
        return dict, (self.copy(),)


class _WithMemo:
    @property
    def memo(self):
        """What is known so far."""
        return _Memo(self._known)

    @memo.setter
    def memo(self, value):
        self._known.set_known(value.copy() if isinstance(value, _Memo) else value)


class _Pickler(_WithMemo):
    """Writes objects to a file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self.proto = _checked(protocol)
        if buffer_callback is not None and self.proto < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self.bin = self.proto > 0
        self.fast = 0
        self._known = Writer(self.proto)
        self._names = _names if fix_imports else _plain_names

    def clear_memo(self):
        """Forget what was written."""
        self._known.forget()

    def dump(self, obj):
        """Write one object."""
        try:
            writer = self._known
        except AttributeError:
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()") from None
        persistent = self.persistent_id
        if getattr(persistent, "__func__", None) is _Pickler.persistent_id:
            persistent = None
        table = getattr(self, "dispatch_table", dispatch_table)
        reducer = getattr(self, "reducer_override", None)
        self._file_write(writer.dump(obj, self._names, persistent, reducer, table, self.fast))

    def persistent_id(self, obj):
        """The name of an object that is not written, but known to whoever reads; None for all others."""
        return None

    def save(self, obj):
        """Write an object as a part of the one that is being written."""
        self._known.save(obj)

    def write(self, data):
        """Write bytes as they are."""
        self._known.write(data)

    def memoize(self, obj):
        """Number an object that was written."""
        self._known.memoize(obj)

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        """Write how an object is made again."""
        parts = func, args, state, listitems, dictitems, state_setter
        if obj is None:
            self._known.reduce(parts)
        else:
            self._known.reduce(parts, obj)

    def save_global(self, obj, name=None):
        """Write where a class or function is found."""
        self._names.save_global(self._known, obj, name)


def _extension(find_class, code):
    """The object of a short code."""
    try:
        return _extension_cache[code]
    except KeyError:
        pass
    key = _inverted_registry.get(code)
    if key is None:
        raise ValueError(f"unregistered extension code {code}")
    if not (isinstance(key, tuple) and len(key) == 2 and all(isinstance(each, str) for each in key)):
        raise ValueError(f"_inverted_registry[{code}] isn't a 2-tuple of strings")
    _extension_cache[code] = found = find_class(*key)
    return found


def _find_as_is(module, name, protocol=HIGHEST_PROTOCOL):
    """The class or function of a name."""
    found = sys.modules.get(module)
    if found is None:
        __import__(module)
        found = sys.modules[module]
    try:
        if protocol >= 4:
            return _attribute(found, name.split("."))[1]
        return getattr(found, name)
    except AttributeError:
        raise AttributeError(f"Can't get attribute {name!r} on {found!r}") from None


def _find(module, name, protocol=HIGHEST_PROTOCOL):
    """The class or function of a name, which may be of the time before Python 3."""
    if protocol < 3:
        from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING

        if (module, name) in NAME_MAPPING:
            module, name = NAME_MAPPING[module, name]
        else:
            module = IMPORT_MAPPING.get(module, module)
    return _find_as_is(module, name, protocol)


class _Unpickler(_WithMemo):
    """Reads objects from a file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        try:
            self._read, self._line = file.read, file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._find = _find if fix_imports else _find_as_is
        self._decoding = encoding, errors, None if buffers is None else iter(buffers)
        self._known = Reader()

    def load(self):
        """Read one object."""
        try:
            reader = self._known
        except AttributeError:
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()") from None
        find_class, persistent = self.find_class, self.persistent_load
        tells = getattr(find_class, "__func__", None) is _Unpickler.find_class
        if tells:
            find_class = self._find
        if getattr(persistent, "__func__", None) is _Unpickler.persistent_load:
            persistent = None
        return reader.load(self._read, self._line, find_class, tells, persistent, *self._decoding, _extension)

    def persistent_load(self, pid):
        """The object of a name that a pickler gave instead of the object."""
        raise UnpicklingError("unsupported persistent id encountered")

    def find_class(self, module, name):
        """The class or function of a name."""
        return self._find(module, name, self._known.protocol)


Pickler, Unpickler = _Pickler, _Unpickler


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write an object to a file."""
    _Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """An object as bytes."""
    protocol = _checked(protocol)
    if buffer_callback is not None and protocol < 5:
        raise ValueError("buffer_callback needs protocol >= 5")
    return Writer(protocol).dump(obj, _names if fix_imports else _plain_names, None, None, dispatch_table, False)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read an object from a file."""
    return _Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object that bytes mean."""
    find = _find if fix_imports else _find_as_is
    given = None if buffers is None else iter(buffers)
    return Reader().loads(data, find, True, None, encoding, errors, given, _extension)


# CPython has these in a module of its own; a script that shuts that out wants them to be of this one.
try:
    import _pickle
except ImportError:
    pass
else:
    for _each in (Pickler, Unpickler, PickleError, PicklingError, UnpicklingError):
        _each.__module__ = _pickle.__name__
