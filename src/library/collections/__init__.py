"""Further containers; the ones in machine code are in `_collections`, those on top of ABCs are loaded when asked for."""

import sys as _sys
from _collections import OrderedDict, _count_elements, _field, defaultdict, deque
from keyword import iskeyword as _iskeyword


class _Field(property):
    """What gives a field of a named tuple."""

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")


def _tuplegetter(index, doc):
    return _Field(_field(index), None, None, doc)


__all__ = [
    "ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple",
]


def __getattr__(name):
    if name == "abc":
        import collections.abc

        return collections.abc
    if name in ("ChainMap", "UserDict", "UserList", "UserString"):
        import collections._user as made

        value = globals()[name] = getattr(made, name)
        return value
    raise AttributeError(f"module 'collections' has no attribute {name!r}")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Make a subclass of tuple whose fields have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(fields):
            if not name.isidentifier() or _iskeyword(name) or name.startswith("_") or name in seen:
                fields[index] = f"_{index}"
            seen.add(name)
    for name in [typename] + fields:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if _iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in fields:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(fields[len(fields) - len(defaults):], defaults))
    fields = tuple(map(_sys.intern, fields))
    count = len(fields)
    arguments = ", ".join(fields)
    first = count - len(field_defaults)
    parameters = ", ".join(name if i < first else f"{name}=_defaults[{i - first}]" for i, name in enumerate(fields))
    tuple_new = tuple.__new__

    __new__ = eval(
        f"lambda _cls, {parameters}: _tuple_new(_cls, ({arguments}{',' if count == 1 else ''}))"
        if count
        else "lambda _cls: _tuple_new(_cls, ())",
        {"_tuple_new": tuple_new, "_defaults": defaults, "__builtins__": {}, "__name__": f"namedtuple_{typename}"},
    )
    __new__.__name__ = "__new__"
    __new__.__doc__ = f"Create new instance of {typename}({arguments})"

    @classmethod
    def _make(cls, iterable):
        result = tuple_new(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    places = {name: place for place, name in enumerate(fields)}

    def _replace(self, /, **kwds):
        items = list(self)
        for name in kwds:
            if name in places:
                items[places[name]] = kwds[name]
        result = self._make(items)
        for name in kwds:
            if name not in places:
                raise ValueError(f"Got unexpected field names: {[name for name in kwds if name not in places]!r}")
        return result

    shape = "(" + ", ".join(f"{name}=%r" for name in fields) + ")"

    def __repr__(self):
        return self.__class__.__name__ + shape % tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    namespace = {
        "__doc__": f"{typename}({arguments})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": __new__,
        "_make": _make,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, f"Alias for field number {index}")
    made = type(typename, (tuple,), namespace)
    if module is None:
        try:
            module = _sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            return made
    made.__module__ = module
    return made


class Counter(dict):
    """A dict that counts how often things occur."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of all counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The `n` commonest elements with their counts, commonest first."""
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        if n == 1:
            return [max(self.items(), key=_count_of)] if self else []
        import heapq

        return heapq.nlargest(n, self.items(), key=_count_of)

    def elements(self):
        """Each element as often as it was counted."""
        from itertools import chain, repeat, starmap

        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Add counts."""
        if iterable is not None:
            if hasattr(iterable, "items") and hasattr(iterable, "keys"):
                if self:
                    get = self.get
                    for element, count in iterable.items():
                        self[element] = count + get(element, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take counts away; they may fall below zero."""
        if iterable is not None:
            get = self.get
            if hasattr(iterable, "items") and hasattr(iterable, "keys"):
                for element, count in iterable.items():
                    self[element] = get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return (self.__class__, (dict(self),))

    def __delitem__(self, element):
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{self.__class__.__name__}({shown!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive((e, n + other[e]) for e, n in _with_rest(self, other))

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive((e, n - other[e]) for e, n in _with_rest(self, other))

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive((e, max(n, other[e])) for e, n in _with_rest(self, other))

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive((e, min(n, other[e])) for e, n in self.items())

    def __pos__(self):
        return _positive(self.items())

    def __neg__(self):
        return _positive((e, -n) for e, n in self.items())

    def _drop(self):
        for element in [e for e, n in self.items() if not n > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._drop()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._drop()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._drop()

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._drop()


def _count_of(item):
    return item[1]


def _with_rest(first, second):
    yield from first.items()
    for element in second:
        if element not in first:
            yield element, 0


def _positive(items):
    result = Counter()
    for element, count in items:
        if count > 0:
            result[element] = count
    return result
