"""Zones with a fixed distance from UTC, and the class that other zones derive from."""

from datetime._delta import _built_in, _kind, timedelta

_day = timedelta(1)
_unnamed = object()


@_built_in
class tzinfo:
    """The base of time zones."""

    __slots__ = ()
    __module__ = "datetime"

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """Local time for a time in UTC."""
        from datetime._time import datetime

        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - saving
        if delta:
            dt += delta
            saving = dt.dst()
            if saving is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saving

    def __reduce__(self):
        args = getattr(self, "__getinitargs__", tuple)()
        state = getattr(self, "__getstate__", lambda: getattr(self, "__dict__", None) or None)()
        return self.__class__, args, state


def _check_offset(name, offset):
    if offset is None:
        return
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'")
    if not -_day < offset < _day:
        raise ValueError(
            f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
            f"not {offset!r}."
        )


def _offset_text(offset, colon=":"):
    """`+hh:mm`, with seconds where there are some."""
    if offset is None:
        return ""
    sign = "+"
    if offset._days < 0:
        sign, offset = "-", -offset
    minutes, seconds = divmod(offset._seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02}{colon}{minutes:02}"
    if seconds or offset._microseconds:
        text += f"{colon}{seconds:02}"
        if offset._microseconds:
            text += f".{offset._microseconds:06}"
    return text


@_built_in
class timezone(tzinfo):
    """A fixed distance from UTC."""

    __slots__ = ("_offset", "_given")
    __module__ = "datetime"

    def __new__(cls, offset, name=_unnamed):
        if not isinstance(offset, timedelta):
            raise TypeError(
                f"timezone() argument 1 must be datetime.timedelta, not {_kind(offset)}"
            )
        if name is _unnamed:
            if not offset:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            kind = "None" if name is None else type(name).__name__
            raise TypeError(f"timezone() argument 2 must be str, not {kind}")
        if not -_day < offset < _day:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}."
            )
        return _zone(cls, offset, name)

    def __getstate__(self):
        return None

    def __getinitargs__(self):
        return (self._offset,) if self._given is None else (self._offset, self._given)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc:
            return "datetime.timezone.utc"
        name = "" if self._given is None else f", {self._given!r}"
        return f"{_kind(self)}({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, method):
        from datetime._time import datetime

        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")

    def utcoffset(self, dt):
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        self._check(dt, "tzname")
        if self._given is not None:
            return self._given
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        from datetime._time import datetime

        if not isinstance(dt, datetime):
            raise TypeError("fromutc() argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset


def _zone(cls, offset, name):
    self = tzinfo.__new__(cls)
    self._offset, self._given = offset, name
    return self


UTC = timezone.utc = _zone(timezone, timedelta(0), None)
timezone.min = _zone(timezone, timedelta(hours=-23, minutes=-59), None)
timezone.max = _zone(timezone, timedelta(hours=23, minutes=59), None)
