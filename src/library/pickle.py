"""Objects as bytes: protocols 0 to 5 are read, 2 to 5 written (0 and 1 are asked for as 2)."""

import struct
import sys
from copyreg import _extension_registry, _inverted_registry, dispatch_table

__all__ = [
    "PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
    "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL",
]

format_version = "4.0"
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    """Anything that goes wrong."""


class PicklingError(PickleError):
    """An object that cannot be written."""


class UnpicklingError(PickleError):
    """Bytes that cannot be read."""


def _whichmodule(obj, name):
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for found, each in sys.modules.copy().items():
        if found not in ("__main__", "__mp_main__") and getattr(each, name, None) is obj:
            return found
    return "__main__"


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


class _Pickler:
    """Writes objects to a file."""

    dispatch = {}

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        self._file_write = file.write
        self.proto = max(int(protocol), 2)
        self.bin = True
        self.fast = 0
        self.memo = {}

    def clear_memo(self):
        self.memo.clear()

    def dump(self, obj):
        """Write one object."""
        self._parts = parts = []
        self.write = parts.append
        self.save(obj)
        self.write(b".")
        body = b"".join(parts)
        head = b"\x80" + bytes([self.proto])
        if self.proto >= 4 and len(body) >= 4:
            head += b"\x95" + struct.pack("<Q", len(body))
        self._file_write(head + body)

    def persistent_id(self, obj):
        return None

    def memoize(self, obj):
        if self.fast:
            return
        place = len(self.memo)
        self.memo[id(obj)] = place, obj
        if self.proto >= 4:
            self.write(b"\x94")
        elif place < 256:
            self.write(b"q" + bytes([place]))
        else:
            self.write(b"r" + struct.pack("<I", place))

    def _get(self, place):
        self.write(b"h" + bytes([place]) if place < 256 else b"j" + struct.pack("<I", place))

    def save(self, obj):
        """Write an object, or where it was written before."""
        pid = self.persistent_id(obj)
        if pid is not None:
            self.save(pid)
            self.write(b"Q")
            return
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        kind = type(obj)
        override = getattr(self, "reducer_override", None)
        reduced = NotImplemented if override is None else override(obj)
        if reduced is NotImplemented:
            method = self.dispatch.get(kind)
            if method is not None:
                method(self, obj)
                return
            reduce = getattr(self, "dispatch_table", dispatch_table).get(kind)
            if reduce is not None:
                reduced = reduce(obj)
            elif issubclass(kind, type):
                self.save_global(obj)
                return
            else:
                reduced = obj.__reduce_ex__(self.proto)
        if isinstance(reduced, str):
            self.save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError(f"{kind.__name__}.__reduce__ must return string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError(f"Tuple returned by {kind.__name__}.__reduce__ must have two to six elements")
        self.save_reduce(obj=obj, *reduced)

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        """Write how an object is made again."""
        if not isinstance(args, tuple):
            raise PicklingError("args from save_reduce() must be a tuple")
        if not callable(func):
            raise PicklingError("func from save_reduce() must be callable")
        name = getattr(func, "__name__", "")
        if name == "__newobj__" or name == "__newobj_ex__" and self.proto >= 4:
            cls, *rest = args
            self.save(cls)
            if name == "__newobj__":
                self.save(tuple(rest))
                self.write(b"\x81")
            else:
                self.save(rest[0])
                self.save(rest[1])
                self.write(b"\x92")
        else:
            self.save(func)
            self.save(args)
            self.write(b"R")
        if obj is not None:
            if id(obj) in self.memo:
                self.write(b"0")
                self._get(self.memo[id(obj)][0])
            else:
                self.memoize(obj)
        if listitems is not None:
            self._append(listitems)
        if dictitems is not None:
            self._set(dictitems)
        if state is not None:
            if state_setter is None:
                self.save(state)
                self.write(b"b")
            else:
                self.save(state_setter)
                self.save(obj)
                self.save(state)
                self.write(b"\x86R0")

    def save_none(self, obj):
        self.write(b"N")

    def save_bool(self, obj):
        self.write(b"\x88" if obj else b"\x89")

    def save_long(self, obj):
        if 0 <= obj <= 0xFF:
            self.write(b"K" + bytes([obj]))
        elif 0 <= obj <= 0xFFFF:
            self.write(b"M" + struct.pack("<H", obj))
        elif -0x80000000 <= obj <= 0x7FFFFFFF:
            self.write(b"J" + struct.pack("<i", obj))
        else:
            data = encode_long(obj)
            size = len(data)
            self.write((b"\x8a" + bytes([size]) if size < 256 else b"\x8b" + struct.pack("<i", size)) + data)

    def save_float(self, obj):
        self.write(b"G" + struct.pack(">d", obj))

    def save_bytes(self, obj):
        if self.proto < 3:
            if obj:
                import codecs

                self.save_reduce(codecs.encode, (str(obj, "latin1"), "latin1"), obj=obj)
            else:
                self.save_reduce(bytes, (), obj=obj)
            return
        size = len(obj)
        if size <= 0xFF:
            self.write(b"C" + bytes([size]) + obj)
        elif size > 0xFFFFFFFF and self.proto >= 4:
            self.write(b"\x8e" + struct.pack("<Q", size) + obj)
        else:
            self.write(b"B" + struct.pack("<I", size) + obj)
        self.memoize(obj)

    def save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        self.write(b"\x96" + struct.pack("<Q", len(obj)) + bytes(obj))
        self.memoize(obj)

    def save_str(self, obj):
        data = obj.encode("utf-8", "surrogatepass")
        size = len(data)
        if size <= 0xFF and self.proto >= 4:
            self.write(b"\x8c" + bytes([size]) + data)
        else:
            self.write(b"X" + struct.pack("<I", size) + data)
        self.memoize(obj)

    def save_tuple(self, obj):
        size = len(obj)
        if not size:
            self.write(b")")
            return
        if size > 3:
            self.write(b"(")
        for each in obj:
            self.save(each)
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(b"0" * size if size <= 3 else b"1")
            self._get(known[0])
            return
        self.write(b"t" if size > 3 else bytes([0x84 + size]))
        self.memoize(obj)

    def save_list(self, obj):
        self.write(b"]")
        self.memoize(obj)
        self._append(obj)

    def _batches(self, items):
        items, batch = iter(items), []
        for item in items:
            batch.append(item)
            if len(batch) == 1000:
                yield batch
                batch = []
        if batch:
            yield batch

    def _append(self, items):
        for batch in self._batches(items):
            if len(batch) == 1:
                self.save(batch[0])
                self.write(b"a")
            else:
                self.write(b"(")
                for each in batch:
                    self.save(each)
                self.write(b"e")

    def save_dict(self, obj):
        self.write(b"}")
        self.memoize(obj)
        self._set(obj.items())

    def _set(self, items):
        for batch in self._batches(items):
            if len(batch) > 1:
                self.write(b"(")
            for key, value in batch:
                self.save(key)
                self.save(value)
            self.write(b"u" if len(batch) > 1 else b"s")

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(b"\x8f")
        self.memoize(obj)
        for batch in self._batches(obj):
            self.write(b"(")
            for each in batch:
                self.save(each)
            self.write(b"\x90")

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(b"(")
        for each in obj:
            self.save(each)
        if id(obj) in self.memo:
            self.write(b"1")
            self._get(self.memo[id(obj)][0])
            return
        self.write(b"\x91")
        self.memoize(obj)

    def save_global(self, obj, name=None):
        """Write where a class or function is found."""
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        module = _whichmodule(obj, name)
        try:
            found = sys.modules.get(module) or __import__(module, fromlist=["*"])
            for part in name.split("."):
                if part == "<locals>":
                    raise AttributeError(f"Can't pickle local object {name!r}")
                found = getattr(found, part)
        except (ImportError, KeyError, AttributeError) as error:
            if "<locals>" in name:
                raise AttributeError(f"Can't pickle local object {name!r}") from None
            raise PicklingError(f"Can't pickle {obj!r}: it's not found as {module}.{name}") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        code = _extension_registry.get((module, name))
        if code:
            self.write(b"\x82" + bytes([code]) if code < 256 else b"\x83" + struct.pack("<H", code))
            return
        if self.proto >= 4:
            self.save(module)
            self.save(name)
            self.write(b"\x93")
        elif "." in name:
            path, _, last = name.rpartition(".")
            self.save(getattr)
            self.save((_found(module, path), last))
            self.write(b"R")
        else:
            shown = {"builtins": "__builtin__", "copyreg": "copy_reg"}.get(module, module) if self.proto < 3 else module
            self.write(b"c" + f"{shown}\n{name}\n".encode())
        self.memoize(obj)

    def save_type(self, obj):
        for made, value in ((type(None), None), (type(NotImplemented), NotImplemented), (type(...), ...)):
            if obj is made:
                self.save_reduce(type, (value,), obj=obj)
                return
        self.save_global(obj)

    def save_singleton(self, obj):
        self.save_global(obj, repr(obj))


_d = _Pickler.dispatch
_d[type(None)], _d[bool], _d[int], _d[float] = (
    _Pickler.save_none, _Pickler.save_bool, _Pickler.save_long, _Pickler.save_float
)
_d[bytes], _d[bytearray], _d[str], _d[tuple] = (
    _Pickler.save_bytes, _Pickler.save_bytearray, _Pickler.save_str, _Pickler.save_tuple
)
_d[list], _d[dict], _d[set], _d[frozenset] = (
    _Pickler.save_list, _Pickler.save_dict, _Pickler.save_set, _Pickler.save_frozenset
)
_d[type], _d[type(_whichmodule)], _d[type(len)] = _Pickler.save_type, _Pickler.save_global, _Pickler.save_global
del _d


def _found(module, path):
    found = sys.modules[module]
    for part in path.split("."):
        found = getattr(found, part)
    return found


class _Stop(Exception):
    """The end of a pickle, with the object."""


class _Unpickler:
    """Reads objects from a file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._read, self._line = file.read, file.readline
        self.encoding, self.errors = encoding, errors
        self.memo = {}

    def persistent_load(self, pid):
        raise UnpicklingError("unsupported persistent id encountered")

    def read(self, count):
        data = self._read(count)
        if len(data) < count:
            raise EOFError("Ran out of input") if not data else UnpicklingError("pickle data was truncated")
        return data

    def line(self):
        data = self._line()
        if data[-1:] != b"\n":
            raise UnpicklingError("pickle data was truncated")
        return data[:-1]

    def number(self, form):
        return struct.unpack(form, self.read(struct.calcsize(form)))[0]

    def load(self):
        """Read one object."""
        self.stack, self.marks = [], []
        while True:
            key = self._read(1)
            if not key:
                raise EOFError("Ran out of input")
            method = _OPERATIONS.get(key[0])
            if method is None:
                raise UnpicklingError(f"invalid load key, '{chr(key[0])}'.")
            try:
                method(self)
            except _Stop as stop:
                return stop.args[0]

    def pop_mark(self):
        items = self.stack
        self.stack = self.marks.pop()
        return items

    def find_class(self, module, name):
        """The class or function of a name."""
        module = {"__builtin__": "builtins", "copy_reg": "copyreg"}.get(module, module)
        __import__(module)
        found = sys.modules[module]
        for part in name.split("."):
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {sys.modules[module]!r}") from None
        return found

    def push(self, value):
        self.stack.append(value)

    def reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def build(self):
        state = self.stack.pop()
        made = self.stack[-1]
        setter = getattr(made, "__setstate__", None)
        if setter is not None:
            setter(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        for values in (state, slots):
            for name, value in (values or {}).items():
                object.__setattr__(made, name, value)

    def new(self):
        args = self.stack.pop()
        cls = self.stack.pop()
        self.stack.append(cls.__new__(cls, *args))

    def new_ex(self):
        kwargs, args, cls = self.stack.pop(), self.stack.pop(), self.stack.pop()
        self.stack.append(cls.__new__(cls, *args, **kwargs))

    def set_items(self, items):
        target = self.stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def append_all(self, items):
        target = self.stack[-1]
        if hasattr(target, "extend"):
            target.extend(items)
        else:
            for item in items:
                target.append(item)

    def make(self, args):
        self.stack.append(args[0](*args[1:]))

    def stop(self):
        raise _Stop(self.stack.pop())

    def mark(self):
        self.marks.append(self.stack)
        self.stack = []

    def extension(self, code):
        self.push(self.find_class(*_inverted_registry[code]))

    def stack_global(self):
        name, module = self.stack.pop(), self.stack.pop()
        self.push(self.find_class(module, name))

    def old_global(self):
        module = self.line().decode()
        self.push(self.find_class(module, self.line().decode()))

    def old_string(self):
        text = self.line().decode("ascii")
        if len(text) < 2 or text[0] != text[-1] or text[0] not in "\"'" or text[0] in text[1:-1].replace("\\" + text[0], ""):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self.push(eval(text))

    def old_instance(self):
        args = self.pop_mark()
        module = self.line().decode()
        self.push(self.find_class(module, self.line().decode())(*args))

    def tuple_of(self, count):
        items = tuple(self.stack[-count:])
        self.stack[-count:] = [items]

    def old_int(self):
        text = self.line()
        self.push({b"00": False, b"01": True}.get(text) if text in (b"00", b"01") else int(text))


def _remember(place):
    return lambda self: self.memo.__setitem__(place(self), self.stack[-1])


def _text(form):
    return lambda self: self.push(str(self.read(self.number(form)), "utf-8", "surrogatepass"))


def _raw(form):
    return lambda self: self.push(self.read(self.number(form)))


_OPERATIONS = {
    0x80: lambda self: self.read(1), 0x95: lambda self: self.read(8), ord("."): _Unpickler.stop,
    ord("("): _Unpickler.mark, ord("0"): lambda self: self.stack.pop() if self.stack else self.pop_mark(),
    ord("1"): _Unpickler.pop_mark, ord("2"): lambda self: self.push(self.stack[-1]),
    ord("N"): lambda self: self.push(None), 0x88: lambda self: self.push(True), 0x89: lambda self: self.push(False),
    ord("I"): _Unpickler.old_int, ord("L"): lambda self: self.push(int(self.line().rstrip(b"L"))),
    ord("F"): lambda self: self.push(float(self.line())),
    ord("J"): lambda self: self.push(self.number("<i")), ord("K"): lambda self: self.push(self.read(1)[0]),
    ord("M"): lambda self: self.push(self.number("<H")), ord("G"): lambda self: self.push(self.number(">d")),
    0x8A: lambda self: self.push(decode_long(self.read(self.read(1)[0]))),
    0x8B: lambda self: self.push(decode_long(self.read(self.number("<i")))),
    ord("V"): lambda self: self.push(self.line().decode("raw-unicode-escape")), ord("S"): _Unpickler.old_string,
    ord("X"): _text("<I"), 0x8C: _text("<B"), 0x8D: _text("<Q"),
    ord("C"): _raw("<B"), ord("B"): _raw("<I"), 0x8E: _raw("<Q"),
    0x96: lambda self: self.push(bytearray(self.read(self.number("<Q")))),
    ord("U"): lambda self: self.push(self.read(self.read(1)[0]).decode(self.encoding, self.errors)),
    ord("T"): lambda self: self.push(self.read(self.number("<i")).decode(self.encoding, self.errors)),
    ord("]"): lambda self: self.push([]), ord("}"): lambda self: self.push({}), ord(")"): lambda self: self.push(()),
    0x8F: lambda self: self.push(set()),
    ord("t"): lambda self: (lambda items: self.push(tuple(items)))(self.pop_mark()),
    0x85: lambda self: self.tuple_of(1), 0x86: lambda self: self.tuple_of(2), 0x87: lambda self: self.tuple_of(3),
    ord("l"): lambda self: (lambda items: self.push(list(items)))(self.pop_mark()),
    ord("d"): lambda self: (lambda items: self.push(dict(zip(items[::2], items[1::2]))))(self.pop_mark()),
    0x91: lambda self: (lambda items: self.push(frozenset(items)))(self.pop_mark()),
    ord("a"): lambda self: (lambda item: self.stack[-1].append(item))(self.stack.pop()),
    ord("e"): lambda self: (lambda items: self.append_all(items))(self.pop_mark()),
    0x90: lambda self: (lambda items: self.stack[-1].update(items))(self.pop_mark()),
    ord("s"): lambda self: (lambda value, key: self.stack[-1].__setitem__(key, value))(self.stack.pop(), self.stack.pop()),
    ord("u"): lambda self: (lambda items: self.set_items(items))(self.pop_mark()),
    ord("q"): _remember(lambda self: self.read(1)[0]), ord("r"): _remember(lambda self: self.number("<I")),
    ord("p"): _remember(lambda self: int(self.line())), 0x94: _remember(lambda self: len(self.memo)),
    ord("h"): lambda self: self.push(self.memo[self.read(1)[0]]),
    ord("j"): lambda self: self.push(self.memo[self.number("<I")]),
    ord("g"): lambda self: self.push(self.memo[int(self.line())]),
    ord("c"): _Unpickler.old_global, 0x93: _Unpickler.stack_global, ord("R"): _Unpickler.reduce,
    ord("b"): _Unpickler.build, 0x81: _Unpickler.new, 0x92: _Unpickler.new_ex, ord("i"): _Unpickler.old_instance,
    ord("o"): lambda self: (lambda items: self.make(items))(self.pop_mark()),
    0x82: lambda self: self.extension(self.read(1)[0]), 0x83: lambda self: self.extension(self.number("<H")),
    ord("P"): lambda self: self.push(self.persistent_load(self.line().decode("ascii"))),
    ord("Q"): lambda self: self.push(self.persistent_load(self.stack.pop())),
}

Pickler, Unpickler = _Pickler, _Unpickler


class _Bytes:
    """Bytes read piece by piece, or collected."""

    def __init__(self, data=b""):
        self.data, self.at, self.parts = bytes(data), 0, []
        self.write = self.parts.append

    def read(self, count):
        start = self.at
        self.at = start + count
        return self.data[start:self.at]

    def readline(self):
        stop = self.data.find(b"\n", self.at) + 1
        start, self.at = self.at, stop or len(self.data)
        return self.data[start:self.at]


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write an object to a file."""
    _Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """An object as bytes."""
    file = _Bytes()
    _Pickler(file, protocol).dump(obj)
    return b"".join(file.parts)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read an object from a file."""
    return _Unpickler(file, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object that bytes mean."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _Unpickler(_Bytes(data), encoding=encoding, errors=errors).load()


# CPython has these in a module of its own; a script that shuts that out wants them to be of this one.
try:
    import _pickle
except ImportError:
    pass
else:
    for _each in (Pickler, Unpickler, PickleError, PicklingError, UnpicklingError):
        _each.__module__ = _pickle.__name__
