"""Times of day, and dates with a time."""

from _datetime import numbers
from datetime._date import (
    _check_date, _digits, _fields, _from_ordinal, _index, _MAXORDINAL, _need, _ordinal, _parse_date, _strftime, _struct, date,
)
from datetime._delta import _built_in, _from_micro, _kind, timedelta
from datetime._zone import _check_offset, _offset_text, _zone, timezone, tzinfo

_SPECS = ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")


def _check_clock(hour, minute, second, microsecond, zone, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def _clock_text(hour, minute, second, micro, timespec):
    if timespec not in _SPECS:
        raise ValueError("Unknown timespec value")
    if timespec == "hours":
        return f"{hour:02}"
    if timespec == "minutes":
        return f"{hour:02}:{minute:02}"
    text = f"{hour:02}:{minute:02}:{second:02}"
    if timespec == "milliseconds":
        return f"{text}.{micro // 1000:03}"
    if timespec == "microseconds" or timespec == "auto" and micro:
        return f"{text}.{micro:06}"
    return text


def _parse_clock(text):
    """Hour, minute, second and microsecond of ISO's forms."""
    parts = [_digits(text, 0, 2), 0, 0, 0]
    at, colon = 2, text[2:3] == ":"
    for i in (1, 2):
        if at == len(text):
            break
        if text[at] in ".,":
            if i == 1:
                raise ValueError
            break
        if (text[at] == ":") != colon:
            raise ValueError
        parts[i] = _digits(text, at + colon, 2)
        at += 2 + colon
        if i == 2:
            break
    if at < len(text):
        if text[at] not in ".," or at < 6:
            raise ValueError
        rest = text[at + 1:]
        if not rest or not rest.isdecimal() or not rest.isascii():
            raise ValueError
        parts[3] = int(rest[:6].ljust(6, "0"))
    return parts


def _parse_time(text):
    """The parts of a time of day and its zone."""
    at = max(text.find("+"), text.find("-"), text.find("Z"))
    if at == 0:
        raise ValueError
    if at > 0:
        rest, sign = text[at + 1:], text[at]
        clock = _parse_clock(text[:at])
        if sign == "Z":
            if rest:
                raise ValueError
            zone = timezone.utc
        else:
            if len(rest) in (0, 1, 3):
                raise ValueError
            hours, minutes, seconds, micro = _parse_clock(rest)
            span = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micro)
            zone = timezone(-span if sign == "-" else span)
        return (*clock, zone)
    return (*_parse_clock(text), None)


@_built_in
class time:
    """A time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")
    __module__ = "datetime"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        state = _fields(hour, 6)
        if state and state[0] & 127 < 24:
            fold, tzinfo = state[0] >> 7, minute or None
            hour, minute, second, microsecond = _clock_fields(state)
        hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
        _check_clock(hour, minute, second, microsecond, tzinfo, fold)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def _compare(self, other, equal=False):
        """Below, at or above zero; 2 where aware and naive times are compared for equality."""
        same = self._tzinfo is other._tzinfo
        mine, others = (None, None) if same else (self.utcoffset(), other.utcoffset())
        first = (self._hour, self._minute, self._second, self._microsecond)
        second = (other._hour, other._minute, other._second, other._microsecond)
        if mine != others:
            if mine is None or others is None:
                if equal:
                    return 2
                raise TypeError("can't compare offset-naive and offset-aware times")
            first = _seconds(first) * 1000000 + first[3] - mine._micro()
            second = _seconds(second) * 1000000 + second[3] - others._micro()
        return -1 if first < second else int(first > second)

    def __eq__(self, other):
        return self._compare(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        total = _seconds((self._hour, self._minute, self._second)) * 1000000 + self._microsecond
        return hash(total - (offset._micro() if offset else 0))

    def __repr__(self):
        text = f"{self._hour}, {self._minute}"
        if self._microsecond:
            text += f", {self._second}, {self._microsecond}"
        elif self._second:
            text += f", {self._second}"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{_kind(self)}({text})"

    def isoformat(self, timespec="auto"):
        """HH:MM:SS, with what follows."""
        text = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time in one of ISO's forms."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parts = _parse_time(time_string.removeprefix("T"))
        except ValueError as error:
            if not error.args:
                raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
            raise
        return cls(*parts)

    def strftime(self, format):
        """The time in a form of one's own."""
        return _strftime(
            datetime(1900, 1, 1), format, (self._hour, self._minute, self._second), _zone_codes(self, self._microsecond)
        )

    __format__ = date.__format__

    def utcoffset(self):
        return _ask(self._tzinfo, "utcoffset", None)

    def tzname(self):
        return _ask(self._tzinfo, "tzname", None)

    def dst(self):
        return _ask(self._tzinfo, "dst", None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """A copy with some parts changed."""
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def __reduce_ex__(self, protocol):
        return _reduced(self, (), protocol)

    def __reduce__(self):
        return _reduced(self, (), 2)


def _reduced(self, date, protocol):
    """How to make a copy: of bytes, one of which says whether the time is the second of its kind."""
    clock = self._hour, self._minute, self._second, *self._microsecond.to_bytes(3, "big")
    state = [*date, *clock]
    if self._fold and protocol > 3:
        state[2 if date else 0] += 128
    return self.__class__, (bytes(state),) if self._tzinfo is None else (bytes(state), self._tzinfo)


def _clock_fields(state):
    return state[0] & 127, state[1], state[2], int.from_bytes(state[3:], "big")


def _seconds(clock):
    return clock[0] * 3600 + clock[1] * 60 + clock[2]


def _ask(zone, name, moment):
    """What a zone says about a moment."""
    if zone is None:
        return None
    answer = getattr(zone, name)(moment)
    if name == "tzname":
        if answer is not None and not isinstance(answer, str):
            raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(answer).__name__}'")
    else:
        _check_offset(name, answer)
    return answer


def _zone_name(moment):
    """The name of a zone, where a `%` stands for itself."""
    name = moment.tzname()
    if name is None:
        return ""
    name = name.replace("%", "%%")
    if not isinstance(name, str):
        raise TypeError("tzname.replace() did not return a string")
    return name.replace("%%", "%")


def _zone_codes(moment, micro):
    return {
        "f": lambda: f"{micro:06}",
        "z": lambda: _offset_text(moment.utcoffset(), ""),
        "Z": lambda: _zone_name(moment),
    }


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


_clock, _date = time, date


def _local(seconds):
    """The local time of a moment, as parts and the zone's distance and name."""
    import time as clock

    return clock.localtime(seconds)


@_built_in
class datetime(date):
    """A date with a time."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold", "_total")
    __module__ = "datetime"

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if not (type(year) is type(month) is type(day) is type(hour) is type(minute) is type(second)
                is type(microsecond) is int):
            state = _fields(year, 10)
            if state and 1 <= state[2] & 127 <= 12:
                fold, tzinfo = state[2] >> 7, month
                year, month, day = state[0] << 8 | state[1], state[2] & 127, state[3]
                hour, minute, second, microsecond = _clock_fields(state[4:])
            elif day is None:
                _need(year, month, day)
            year, month, day, hour = _index(year), _index(month), _index(day), _index(hour)
            minute, second, microsecond = _index(minute), _index(second), _index(microsecond)
        _check_date(year, month, day)
        _check_clock(hour, minute, second, microsecond, tzinfo, fold)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold, self._total = tzinfo, fold, None
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _from_seconds(cls, timestamp, utc, tz):
        if not isinstance(timestamp, (int, float)):
            if not hasattr(timestamp, "__index__"):
                raise TypeError(f"'{type(timestamp).__name__}' object cannot be interpreted as an integer")
            timestamp = timestamp.__index__()
        whole, part = (timestamp, 0) if isinstance(timestamp, int) else divmod(timestamp, 1)
        micro = round(part * 1e6)
        if not isinstance(timestamp, int):
            if whole != whole or whole in (float("inf"), float("-inf")):
                raise ValueError("cannot convert float NaN to integer") if whole != whole else OverflowError(
                    "cannot convert float infinity to integer"
                )
            whole = int(whole)
        if not -(2**63) <= whole < 2**63:
            raise OverflowError("timestamp out of range for platform time_t")
        if micro >= 1000000:
            whole, micro = whole + 1, micro - 1000000
        if utc:
            ordinal, rest = divmod(whole, 86400)
            ordinal += 719163
            if not 0 < ordinal <= _MAXORDINAL:
                raise ValueError(f"year {1970 + whole // 31556952} is out of range")
            parts = (*_from_ordinal(ordinal), rest // 3600, rest // 60 % 60, rest % 60)
        else:
            moment = _local(whole)
            parts = (*tuple(moment)[:5], min(moment[5], 59))
        made = cls(*parts, micro, tz)
        return tz.fromutc(made) if tz is not None else made

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The moment a number of seconds after the start of 1970."""
        if tz is not None and not isinstance(tz, tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
        return cls._from_seconds(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, t, /):
        """The moment in UTC, without a zone."""
        return cls._from_seconds(t, True, None)

    @classmethod
    def now(cls, tz=None):
        """This moment."""
        import time as clock

        return cls.fromtimestamp(clock.time(), tz)

    @classmethod
    def utcnow(cls):
        """This moment in UTC, without a zone."""
        import time as clock

        return cls.utcfromtimestamp(clock.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A date and a time together."""
        for place, value, kind in ((1, date, _date), (2, time, _clock)):
            if not isinstance(value, kind):
                raise TypeError(f"combine() argument {place} must be datetime.{kind.__name__}, not {_kind(value)}")
        return cls(
            date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
            time.tzinfo if tzinfo is True else tzinfo, fold=time.fold,
        )

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The moment in one of ISO's forms."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        found = numbers(date_string)
        if found is not None:
            return cls(*found, None)
        try:
            if len(date_string) < 7:
                raise ValueError
            stop = _date_end(date_string)
            parts = _parse_date(date_string[:stop])
            clock = (0, 0, 0, 0, None)
            if len(date_string) > stop:
                clock = _parse_time(date_string[stop + 1:])
        except ValueError as error:
            if not error.args:
                raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
            raise
        return cls(*parts, *clock)

    @classmethod
    def strptime(cls, date_string, format, /):
        """The moment that a text means in a form of one's own."""
        from _strptime import _strptime_datetime

        for place, value in ((1, date_string), (2, format)):
            if not isinstance(value, str):
                raise TypeError(f"strptime() argument {place} must be str, not {type(value).__name__}")
        return _strptime_datetime(cls, date_string, format)

    def timetuple(self):
        saving = self.dst()
        return _struct(self, self._hour, self._minute, self._second, -1 if saving is None else int(bool(saving)))

    def utctimetuple(self):
        """The parts in UTC."""
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _struct(moment, moment._hour, moment._minute, moment._second, 0)

    def _micro(self):
        """Microseconds since the start of the calendar, by the clock on the wall."""
        total = self._total
        if total is None:
            days = _ordinal(self._year, self._month, self._day)
            seconds = days * 86400 + self._hour * 3600 + self._minute * 60 + self._second
            total = self._total = seconds * 1000000 + self._microsecond
        return total

    def _local_seconds(self):
        """Seconds since 1970 of a local time."""
        wall = (self._micro() - self._microsecond) // 1000000 - 719163 * 86400

        def offset(u):
            parts = tuple(_local(u))
            return (_ordinal(*parts[:3]) - 719163) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5] - u

        guess = wall - offset(wall)
        for day in (-86400, 86400) if self._fold == 0 else (86400, -86400):
            other = wall - offset(wall + day)
            if other + offset(other) == wall:
                return other if guess + offset(guess) != wall else (min if self._fold == 0 else max)(guess, other)
        return guess

    def timestamp(self):
        """Seconds since the start of 1970."""
        if self._tzinfo is None:
            return self._local_seconds() + self._microsecond / 1e6
        return (self - _epoch).total_seconds()

    def date(self):
        """The date alone."""
        return date(self._year, self._month, self._day)

    def time(self):
        """The time of day, without its zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time of day with its zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        """A copy with some parts changed."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def _local_zone(self):
        seconds = self._local_seconds() if self._tzinfo is None else (self - _epoch) // timedelta(seconds=1)
        import time as clock

        moment = _local(seconds)
        parts = tuple(moment)
        local = (_ordinal(*parts[:3]) - 719163) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5]
        return _zone(timezone, timedelta(seconds=local - seconds), clock.strftime("%Z", moment))

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        if tz is None:
            tz = self._local_zone()
        elif not isinstance(tz, tzinfo):
            raise TypeError(f"tz argument must be an instance of tzinfo")
        mine = self._tzinfo
        if mine is None:
            mine = self._local_zone()
            offset = mine.utcoffset(self)
        elif tz is mine:
            return self
        else:
            offset = mine.utcoffset(self)
            if offset is None:
                mine = self.replace(tzinfo=None)._local_zone()
                offset = mine.utcoffset(self)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S ") + f"{self._year:04}"

    def strftime(self, format):
        return _strftime(
            self, format, (self._hour, self._minute, self._second), _zone_codes(self, self._microsecond)
        )

    def isoformat(self, sep="T", timespec="auto"):
        """YYYY-MM-DDTHH:MM:SS, with what follows."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not str" if isinstance(sep, str) else
                            f"isoformat() argument 1 must be a unicode character, not {type(sep).__name__}")
        text = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f"{self._year:04}-{self._month:02}-{self._day:02}{sep}{text}{_offset_text(self.utcoffset())}"

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._microsecond:
            parts += [self._second, self._microsecond]
        elif self._second:
            parts.append(self._second)
        text = ", ".join(map(str, parts))
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_kind(self)}({text})"

    def __str__(self):
        return self.isoformat(" ")

    def utcoffset(self):
        """The distance from UTC."""
        return _ask(self._tzinfo, "utcoffset", self)

    def tzname(self):
        """The name of the zone."""
        return _ask(self._tzinfo, "tzname", self)

    def dst(self):
        """How far the clock is put forward."""
        return _ask(self._tzinfo, "dst", self)

    def _compare(self, other, equal=False):
        first, second = self._micro(), other._micro()
        if self._tzinfo is not other._tzinfo:
            mine, others = self.utcoffset(), other.utcoffset()
            if mine != others:
                if mine is None or others is None:
                    if equal:
                        return 2
                    raise TypeError("can't compare offset-naive and offset-aware datetimes")
                first, second = first - mine._micro(), second - others._micro()
            if equal and first == second and (self._in_doubt(mine) or other._in_doubt(others)):
                return 2
        return -1 if first < second else int(first > second)

    def _in_doubt(self, offset):
        """Whether the distance from UTC depends on which of two equal readings of the clock is meant."""
        return self.replace(fold=1 - self._fold).utcoffset() != offset

    def __eq__(self, other):
        if isinstance(other, datetime):
            if self._tzinfo is other._tzinfo:
                return self._micro() == other._micro()
            return self._compare(other, True) == 0
        return NotImplemented if not isinstance(other, date) else False

    def __lt__(self, other):
        if isinstance(other, datetime):
            if self._tzinfo is other._tzinfo:
                return self._micro() < other._micro()
            return self._compare(other) < 0
        return _unequal(self, other)

    def __le__(self, other):
        if isinstance(other, datetime):
            if self._tzinfo is other._tzinfo:
                return self._micro() <= other._micro()
            return self._compare(other) <= 0
        return _unequal(self, other)

    def __gt__(self, other):
        if isinstance(other, datetime):
            if self._tzinfo is other._tzinfo:
                return self._micro() > other._micro()
            return self._compare(other) > 0
        return _unequal(self, other)

    def __ge__(self, other):
        if isinstance(other, datetime):
            if self._tzinfo is other._tzinfo:
                return self._micro() >= other._micro()
            return self._compare(other) >= 0
        return _unequal(self, other)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        total = self._micro() + other._micro()
        seconds, micro = divmod(total, 1000000)
        ordinal, rest = divmod(seconds, 86400)
        if not 0 < ordinal <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        year, month, day = _from_ordinal(ordinal)
        if type(self) is not datetime:
            return type(self)(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, micro, self._tzinfo)
        made = object.__new__(datetime)
        made._year, made._month, made._day = year, month, day
        made._hour, made._minute, made._second, made._microsecond = rest // 3600, rest // 60 % 60, rest % 60, micro
        made._tzinfo, made._fold, made._total = self._tzinfo, 0, total
        return made

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, timedelta):
                return self + -other
            return NotImplemented
        difference = self._micro() - other._micro()
        if self._tzinfo is not other._tzinfo:
            mine, others = self.utcoffset(), other.utcoffset()
            if (mine is None) != (others is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                difference += others._micro() - mine._micro()
        return _from_micro(timedelta, difference)

    def __hash__(self):
        moment = self.replace(fold=0) if self._fold else self
        offset = moment.utcoffset()
        return hash(self._micro() - (offset._micro() if offset else 0))

    def __reduce_ex__(self, protocol):
        return _reduced(self, (*divmod(self._year, 256), self._month, self._day), protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _date_end(text):
    """Where the date ends in a moment of ISO's form."""
    if text[4] == "-":
        if text[5] == "W":
            if len(text) < 8:
                raise ValueError
            return 10 if len(text) > 8 and text[8] == "-" and len(text) > 9 and text[9].isdecimal() else 8
        return 10
    if text[4] == "W":
        i = 7
        while i < len(text) and text[i].isdecimal():
            i += 1
        if i < 9:
            return i
        return 7 if i % 2 == 0 else 8
    return 8


def _unequal(self, other):
    if isinstance(other, date):
        raise TypeError(f"can't compare {_kind(self)} to {_kind(other)}")
    return NotImplemented


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
