"""Variables whose values belong to a context: a task, or a call by `Context.run`."""

__all__ = ["Context", "ContextVar", "Token", "copy_context"]

_UNSET = object()


class ContextVar:
    """A variable that has a value in each context."""

    def __init__(self, name, *, default=_UNSET):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    __class_getitem__ = classmethod(lambda cls, item: cls)

    def get(self, default=_UNSET, /):
        for value in (_current._values.get(self, _UNSET), default, self._default):
            if value is not _UNSET:
                return value
        raise LookupError(self)

    def set(self, value, /):
        token = Token(self, _current, _current._values.get(self, _UNSET))
        _current._values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _current:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is _UNSET:
            del _current._values[self]
        else:
            _current._values[self] = token._old

    def __repr__(self):
        default = "" if self._default is _UNSET else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


class Token:
    """What `set` gives, for `reset`."""

    MISSING = _Missing()

    def __init__(self, var, context, old):
        self.var = var
        self._context = context
        self._old = old
        self._used = False

    @property
    def old_value(self):
        return Token.MISSING if self._old is _UNSET else self._old

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self.var!r} at {id(self):#x}>"


class Context:
    """The values of variables; one context is current."""

    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        """Call a function while this context is the current one."""
        global _current
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        before, _current, self._entered = _current, self, True
        try:
            return callable(*args, **kwargs)
        finally:
            _current, self._entered = before, False

    def copy(self):
        other = Context()
        other._values = self._values.copy()
        return other

    def __getitem__(self, var):
        _check(var)
        return self._values[var]

    def __contains__(self, var):
        _check(var)
        return var in self._values

    def get(self, var, default=None, /):
        _check(var)
        return self._values.get(var, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def _check(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")


_current = Context()


def copy_context():
    """A copy of the current context."""
    return _current.copy()
