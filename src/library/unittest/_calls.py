"""Calls as mocks record them, and what stands for something else in them."""

__all__ = ["ANY", "Call", "CallList", "DEFAULT", "call", "sentinel"]


class _Marker:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    __reduce__ = __repr__


class _Sentinel:
    """Each attribute is an object of its own."""

    def __init__(self):
        self._markers = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError(name)
        return self._markers.setdefault(name, _Marker(name))

    def __reduce__(self):
        return "sentinel"


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _Any:
    """Equals everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def written(name, args, kwargs):
    """A call as its author would write it."""
    shown = [repr(arg) for arg in args] + [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{name}({', '.join(shown)})"


def _parts(value, name=""):
    """Name, arguments and keywords of a tuple that may leave out those that are empty."""
    args, kwargs = (), {}
    if len(value) == 3:
        return tuple(value)
    for part in value:
        if isinstance(part, str):
            name = part
        elif isinstance(part, tuple):
            args = part
        elif len(value) == 2 and part is value[0]:
            args = part
        else:
            kwargs = part
    return name, args, kwargs


class Call(tuple):
    """A call, or a path of attributes and calls that one can be made of."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        parts = _parts(value, name)
        return tuple.__new__(cls, parts[1:] if two else parts)

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            count = len(other)
        except TypeError:
            return NotImplemented
        if count > 3:
            return False
        name, args, kwargs = _parts(self)
        other_name, other_args, other_kwargs = _parts(other)
        parent, other_parent = self._mock_parent, getattr(other, "_mock_parent", None)
        if parent and other_parent and parent != other_parent or name and name != other_name:
            return False
        # The other's come first, so that ANY is asked.
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return Call(("", args, kwargs), name="()")
        return Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return Call(name=attr, from_kall=False)
        return Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    def __getattribute__(self, attr):
        # Methods of tuples are names like all others here.
        if attr in tuple.__dict__:
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        name = self._mock_name if not self._mock_from_kall else self[0] if len(self) == 3 else ""
        if not self._mock_from_kall:
            name = name or "call"
            return f"call{name}" if name.startswith("()") else name
        dot = "" if not name or name.startswith("()") else "."
        return written(f"call{dot}{name}", *self[-2:])

    def call_list(self):
        """This call and those that its path goes through."""
        found, part = [], self
        while part is not None:
            if part._mock_from_kall:
                found.append(part)
            part = part._mock_parent
        return CallList(reversed(found))


Call.__name__ = Call.__qualname__ = "_Call"
call = Call(from_kall=False)


class CallList(list):
    """Calls; another list is in it where its items stand side by side."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[i:i + len(value)] == value for i in range(len(self) - len(value) + 1))

    def __repr__(self):
        import pprint

        return pprint.pformat(list(self))


CallList.__name__ = CallList.__qualname__ = "_CallList"
