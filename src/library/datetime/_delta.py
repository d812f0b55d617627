"""Spans of time."""


def _built_in(cls):
    """Let messages call a class by its module too, as they do with classes that are no text."""
    del cls.__module__
    return cls


def _half_even(a, b):
    """a / b, rounded to the even number in the middle."""
    q, r = divmod(a, b)
    twice = 2 * r
    above = twice > b if b > 0 else twice < b
    if above or twice == b and q % 2 == 1:
        q += 1
    return q


def _scaled(value, unit, name):
    """A number of units in microseconds: the whole part, and what a float leaves over."""
    if isinstance(value, int):
        return value * unit, 0.0
    if isinstance(value, float):
        whole = int(value)
        part = value - whole
        exact = part * unit
        return whole * unit + int(exact), exact - int(exact)
    raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")


@_built_in
class timedelta:
    """A span: days, seconds and microseconds."""

    __slots__ = ("_days", "_seconds", "_microseconds", "_hash")
    __module__ = "datetime"

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if (type(days) is type(seconds) is type(microseconds) is type(milliseconds) is type(minutes) is type(hours)
                is type(weeks) is int):
            whole = (weeks * 7 + days) * 86400 + hours * 3600 + minutes * 60 + seconds
            return _from_micro(cls, whole * 1000000 + milliseconds * 1000 + microseconds)
        total, rest = 0, 0.0
        for value, unit, name in (
            (microseconds, 1, "microseconds"), (milliseconds, 1000, "milliseconds"), (seconds, 1000000, "seconds"),
            (minutes, 60000000, "minutes"), (hours, 3600000000, "hours"), (days, 86400000000, "days"),
            (weeks, 604800000000, "weeks"),
        ):
            if value != 0:
                whole, part = _scaled(value, unit, name)
                total += whole
                rest += part
        if rest:
            nearest = round(rest)
            if abs(rest - int(rest)) == 0.5:
                # A tie goes to the even sum.
                odd = total & 1
                nearest = 2 * round((rest + odd) * 0.5) - odd
            total += nearest
        return _from_micro(cls, total)

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _micro(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        """The span in seconds."""
        return ((self._days * 86400 + self._seconds) * 1000000 + self._microseconds) / 1000000

    def __repr__(self):
        parts = []
        for name in ("days", "seconds", "microseconds"):
            value = getattr(self, name)
            if value:
                parts.append(f"{name}={value}")
        return f"{_kind(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02}:{seconds:02}"
        if self._days:
            text = f"{self._days} day{'s' * (abs(self._days) != 1)}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _from_micro(timedelta, self._micro() + other._micro())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _from_micro(timedelta, self._micro() - other._micro())
        return NotImplemented

    def __rsub__(self, other):
        return other - self if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _from_micro(timedelta, -self._micro())

    def __pos__(self):
        return _from_micro(timedelta, self._micro())

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __mul__(self, other):
        if isinstance(other, int):
            return _from_micro(timedelta, self._micro() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _from_micro(timedelta, _half_even(self._micro() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._micro() // other._micro()
        if isinstance(other, int):
            return _from_micro(timedelta, self._micro() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._micro() / other._micro()
        if isinstance(other, int):
            return _from_micro(timedelta, _half_even(self._micro(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _from_micro(timedelta, _half_even(b * self._micro(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _from_micro(timedelta, self._micro() % other._micro())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._micro(), other._micro())
            return quotient, _from_micro(timedelta, rest)
        return NotImplemented

    def __eq__(self, other):
        return self._micro() == other._micro() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._micro() < other._micro() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._micro() <= other._micro() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._micro() > other._micro() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._micro() >= other._micro() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __reduce__(self):
        return (self.__class__, (self._days, self._seconds, self._microseconds))


def _kind(value):
    """What messages and a repr call the class of a value."""
    cls = value.__class__
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


def _from_micro(cls, micro):
    """A span of so many microseconds."""
    parts = divmod(micro, 1000000)
    if not isinstance(parts, tuple):
        raise TypeError(f"divmod() returned non-tuple (type {type(parts).__name__})")
    if len(parts) != 2:
        raise TypeError("divmod() returned a tuple of an unexpected size")
    seconds, rest = parts
    days, seconds = divmod(seconds, 86400)
    if not -999999999 <= days <= 999999999:
        if abs(days) >= 2**31:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    self = object.__new__(cls)
    self._days, self._seconds, self._microseconds = days, seconds, rest
    return self


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
