"""Data structures in lines of limited length."""

import sys
from _pprint import plain

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Print an object in lines."""
    PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    ).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """An object as lines."""
    return PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Print an object in lines, dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """A repr in which objects that contain themselves are named."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether `saferepr` can be read back."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether the object contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _safe_key:
    """Sorts anything."""

    __slots__ = ["obj"]

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _by_key(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


class PrettyPrinter:
    """Lays out objects; `format` may be replaced."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers
        self._look_at_methods()

    def _look_at_methods(self):
        """Whose values are shown by their `repr` alone: nobody's, if somebody else has a say in the text of what is inside."""
        if (getattr(self.format, "__func__", None) is _own_format
                and getattr(self._safe_repr, "__func__", None) is _own_safe_repr):
            self._at_once = _SCALARS if self._underscore_numbers else _SCALARS_AND_INTS
        else:
            self._at_once = ()

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        self._look_at_methods()
        parts = []
        self._format(object, parts.append, 0, 0, {}, 0)
        return "".join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """The text of an object in one line, whether it is readable, whether it is recursive."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        if not self._depth:
            text = self._plain(object)
            if text is not None:
                return text
        elif type(object) in self._at_once:
            return repr(object)
        return self.format(object, context.copy(), self._depth, level)[0]

    def _plain(self, object):
        """The text of what holds only values that are shown by their `repr`; None for anything else."""
        if self._at_once:
            return plain(object, self._sort_dicts, not self._underscore_numbers)
        return None

    def _format(self, object, write, indent, allowance, context, level):
        key = id(object)
        if key in context:
            write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            layout = self._layout(object)
            if layout is not None:
                context[key] = 1
                layout(object, write, indent, allowance, context, level + 1)
                del context[key]
                return
        write(text)

    def _layout(self, object):
        """The method that lays out an object; None if it is written in one line."""
        method = type(object).__repr__
        for kind, layout in _LAYOUTS:
            if method is kind.__repr__ and isinstance(object, kind):
                return getattr(self, layout)
        name = type(object).__name__
        found = sys.modules.get("collections")
        if found is not None:
            if method is found.OrderedDict.__repr__:
                return self._ordered_dict
            if method is found.defaultdict.__repr__:
                return self._default_dict
            if method is found.Counter.__repr__:
                return self._counter
            if method is found.deque.__repr__:
                return self._deque
            for kind in ("UserDict", "UserList", "UserString"):
                made = found.__dict__.get(kind)
                if made is not None and method is made.__repr__:
                    return self._user
            made = found.__dict__.get("ChainMap")
            if made is not None and method is made.__repr__:
                return self._chain_map
        if name == "mappingproxy":
            return self._mapping_proxy
        types = sys.modules.get("types")
        if types is not None and isinstance(object, types.SimpleNamespace):
            return self._namespace
        if hasattr(type(object), "__dataclass_fields__") and object.__dataclass_params__.repr and hasattr(
            method, "__wrapped__"
        ) and "__create_fn__" in method.__wrapped__.__qualname__:
            return self._dataclass
        return None

    def _dict(self, object, write, indent, allowance, context, level):
        write("{")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        if object:
            items = sorted(object.items(), key=_by_key) if self._sort_dicts else object.items()
            self._pairs(list(items), write, indent, allowance + 1, context, level)
        write("}")

    def _pairs(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            write(text + ": ")
            self._format(value, write, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                write(",\n" + " " * indent)

    def _list(self, object, write, indent, allowance, context, level):
        write("[")
        self._items(object, write, indent, allowance + 1, context, level)
        write("]")

    def _tuple(self, object, write, indent, allowance, context, level):
        write("(")
        end = ",)" if len(object) == 1 else ")"
        self._items(object, write, indent, allowance + len(end), context, level)
        write(end)

    def _set(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        kind = type(object)
        if kind is set:
            start, end = "{", "}"
        else:
            start, end = kind.__name__ + "({", "})"
            indent += len(kind.__name__) + 1
        write(start)
        self._items(sorted(object, key=_safe_key), write, indent, allowance + len(end), context, level)
        write(end)

    def _items(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        separator = ""
        full = left = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                full -= allowance
                left -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if left < needed:
                    left = full
                    if separator:
                        separator = ",\n" + " " * indent
                if left >= needed:
                    left -= needed
                    write(separator + text)
                    separator = ", "
                    continue
            write(separator)
            separator = ",\n" + " " * indent
            self._format(item, write, indent, allowance if last else 1, context, level)

    def _str(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        chunks = []
        if level == 1:
            indent += 1
            allowance += 1
        most = room = self._width - indent
        text = ""
        lines = object.splitlines(True)
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                room -= allowance
            if len(text) <= room:
                chunks.append(text)
                continue
            parts = _words(line)
            current = ""
            for j, part in enumerate(parts):
                longer = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    most -= allowance
                if len(repr(longer)) > most:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = longer
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(text)
            return
        if level == 1:
            write("(")
        for i, chunk in enumerate(chunks):
            if i:
                write("\n" + " " * indent)
            write(chunk)
        if level == 1:
            write(")")

    def _bytes(self, object, write, indent, allowance, context, level):
        if len(object) <= 4:
            write(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            write("(")
        separator = ""
        for text in _byte_lines(object, self._width - indent, allowance):
            write(separator)
            write(text)
            if not separator:
                separator = "\n" + " " * indent
        if parens:
            write(")")

    def _bytearray(self, object, write, indent, allowance, context, level):
        write("bytearray(")
        self._bytes(bytes(object), write, indent + 10, allowance + 1, context, level + 1)
        write(")")

    def _mapping_proxy(self, object, write, indent, allowance, context, level):
        write("mappingproxy(")
        self._format(object.copy(), write, indent + 13, allowance + 1, context, level)
        write(")")

    def _namespace(self, object, write, indent, allowance, context, level):
        name = "namespace" if type(object).__name__ == "SimpleNamespace" else object.__class__.__name__
        indent += len(name) + 1
        write(name + "(")
        self._named(list(object.__dict__.items()), write, indent, allowance, context, level)
        write(")")

    def _dataclass(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        indent += len(name) + 1
        fields = object.__dataclass_fields__.values()
        write(name + "(")
        items = [(f.name, getattr(object, f.name)) for f in fields if f.repr and repr(f._field_type) == "_FIELD"]
        self._named(items, write, indent, allowance, context, level)
        write(")")

    def _named(self, items, write, indent, allowance, context, level):
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            write(key + "=")
            if id(value) in context:
                write("...")
            else:
                self._format(value, write, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                write(",\n" + " " * indent)

    def _ordered_dict(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "(")
        self._format(list(object.items()), write, indent + len(name) + 1, allowance + 1, context, level)
        write(")")

    def _default_dict(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        indent += len(object.__class__.__name__) + 1
        write(f"{object.__class__.__name__}({factory},\n{' ' * indent}")
        self._dict(object, write, indent, allowance + 1, context, level)
        write(")")

    def _counter(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "({")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        self._pairs(object.most_common(), write, indent + len(name) + 1, allowance + 2, context, level)
        write("})")

    def _chain_map(self, object, write, indent, allowance, context, level):
        if not len(object.maps):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "(")
        indent += len(name) + 1
        for i, mapping in enumerate(object.maps):
            if i == len(object.maps) - 1:
                self._format(mapping, write, indent, allowance + 1, context, level)
                write(")")
            else:
                self._format(mapping, write, indent, 1, context, level)
                write(",\n" + " " * indent)

    def _deque(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "(")
        indent += len(name) + 1
        write("[")
        if object.maxlen is None:
            self._items(object, write, indent, allowance + 2, context, level)
            write("])")
        else:
            self._items(object, write, indent, 2, context, level)
            write(f"],\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})")

    def _user(self, object, write, indent, allowance, context, level):
        self._format(object.data, write, indent, allowance, context, level - 1)

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in _SCALARS or kind is int and not self._underscore_numbers:
            return repr(object), True, False
        if not maxlevels:
            text = self._plain(object)
            if text is not None:
                return text, True, False
        return self._text(object, context, maxlevels, level, self._at_once)

    def _text(self, object, context, maxlevels, level, at_once):
        """The text of anything but a scalar; the text of values of the types `at_once` is their `repr`."""
        kind = type(object)
        base = kind if kind in _CONTAINERS else _base(kind)
        if base is int:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        if base is None:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        start, end = _ENDS[base]
        if not object:
            return start + end, True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return f"{start}...{',' if base is tuple and len(object) == 1 else ''}{end}", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        level += 1
        items = object
        if base is dict:
            items = []
            for pair in _in_order(object) if self._sort_dicts else object.items():
                items += pair
        readable, recursive, parts = True, False, []
        for item in items:
            if type(item) in at_once:
                parts.append(repr(item))
                continue
            if at_once:
                text, r, c = self._text(item, context, maxlevels, level, at_once)
            else:
                text, r, c = self.format(item, context, maxlevels, level)
            parts.append(text)
            readable, recursive = readable and r, recursive or c
        if base is dict:
            parts = [f"{first}: {second}" for first, second in zip(parts[::2], parts[1::2])]
        elif base is tuple and len(parts) == 1:
            end = ",)"
        del context[key]
        return start + ", ".join(parts) + end, readable, recursive


_own_format, _own_safe_repr = PrettyPrinter.format, PrettyPrinter._safe_repr


def _in_order(object):
    kinds = set(map(type, object))
    if len(kinds) == 1 and kinds <= _ORDERED:
        # No two keys are equal, so no values are compared.
        return sorted(object.items())
    return sorted(object.items(), key=_by_key)


_LAYOUTS = (
    (dict, "_dict"), (list, "_list"), (tuple, "_tuple"), (set, "_set"), (frozenset, "_set"), (str, "_str"),
    (bytes, "_bytes"), (bytearray, "_bytearray"),
)
_ORDERED = {int, str, bytes}
_SCALARS = frozenset((str, bytes, bytearray, float, complex, bool, type(None)))
_SCALARS_AND_INTS = _SCALARS | {int}
_CONTAINERS = frozenset((dict, list, tuple))
_ENDS = {dict: ("{", "}"), list: ("[", "]"), tuple: ("(", ")")}


def _base(kind):
    """The built-in type whose text the instances of a class have."""
    method = getattr(kind, "__repr__", None)
    for base in (int, dict, list, tuple):
        if issubclass(kind, base) and method is base.__repr__:
            return base
    return None


def _words(line):
    """The words of a line, each with the space behind it."""
    parts, i, end = [], 0, len(line)
    while i < end:
        start = i
        while i < end and not line[i].isspace():
            i += 1
        while i < end and line[i].isspace():
            i += 1
        parts.append(line[start:i])
    return parts


def _byte_lines(data, width, allowance):
    current = b""
    last = len(data) // 4 * 4
    for i in range(0, len(data), 4):
        part = data[i:i + 4]
        longer = current + part
        if i == last:
            width -= allowance
        if len(repr(longer)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = longer
    if current:
        yield repr(current)


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"
