"""Dates."""

from datetime._delta import _built_in, _kind, timedelta

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _fields(state, size):
    """The fields in the bytes of a pickle; nothing if it is something else."""
    if isinstance(state, str) and len(state) == size:
        state = state.encode("latin-1")
    return tuple(state) if isinstance(state, bytes) and len(state) == size else None


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 29 if month == 2 and _is_leap(year) else _LENGTH[month]


def _ordinal(year, month, day):
    """The number of a day, the first of January of the year 1 being 1."""
    before = year - 1
    leap = month > 2 and _is_leap(year)
    return before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE[month] + leap + day


def _from_ordinal(n):
    """Year, month and day of a number."""
    # Years that begin in March have their odd day at the end.
    era, day = divmod(n + 305, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5 - 1
    if month < 10:
        return era * 400 + year, month + 3, day
    return era * 400 + year + 1, month - 9, day


def _index(value):
    """The value as an int, as arguments are taken."""
    if type(value) is int:
        return value
    try:
        value = value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None
    return value


def _need(*parts):
    """Refuse to go on without year, month and day."""
    for place, (value, name) in enumerate(zip(parts, ("year", "month", "day")), 1):
        if value is None:
            raise TypeError(f"function missing required argument '{name}' (pos {place})")
        _index(value)


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= (28 if day < 29 else _days_in(year, month)):
        raise ValueError("day is out of range for month")


def _week_start(year):
    """The number of the Monday that begins ISO's year."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _digits(text, start, length):
    part = text[start:start + length]
    if len(part) != length or not part.isdecimal() or not part.isascii():
        raise ValueError
    return int(part)


def _parse_date(text):
    """Year, month and day of a date in one of ISO's forms."""
    year = _digits(text, 0, 4)
    dash = text[4:5] == "-"
    at = 4 + dash
    if text[at:at + 1] == "W":
        week = _digits(text, at + 1, 2)
        at += 3
        day = 1
        if len(text) > at:
            if (text[at:at + 1] == "-") != dash:
                raise ValueError
            at += dash
            day = _digits(text, at, 1)
            if len(text) != at + 1:
                raise ValueError
        try:
            return _from_iso_calendar(year, week, day)
        except ValueError:
            raise ValueError from None
    month = _digits(text, at, 2)
    at += 2
    if (text[at:at + 1] == "-") != dash:
        raise ValueError
    at += dash
    day = _digits(text, at, 2)
    if len(text) != at + 2:
        raise ValueError
    return year, month, day


def _from_iso_calendar(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        long = False
        if week == 53:
            weekday = _ordinal(year, 1, 1) % 7
            long = weekday == 4 or weekday == 3 and _is_leap(year)
        if not long:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    ordinal = _week_start(year) + (week - 1) * 7 + day - 1
    if not 1 <= ordinal <= _MAXORDINAL:
        raise ValueError(f"year {year} is out of range" if ordinal > 1 else "ordinal must be >= 1")
    return _from_ordinal(ordinal)


@_built_in
class IsoCalendarDate(tuple):
    """Year, week and weekday as ISO counts them."""

    __slots__ = ()
    __module__ = "datetime"

    def __new__(cls, year, week, weekday, /):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return (tuple, (tuple(self),))

    def __repr__(self):
        return f"datetime.{self.__class__.__name__}(year={self[0]}, week={self[1]}, weekday={self[2]})"


@_built_in
class date:
    """A day of the Gregorian calendar."""

    __slots__ = ("_year", "_month", "_day")
    __module__ = "datetime"

    def __new__(cls, year=None, month=None, day=None):
        if not type(year) is type(month) is type(day) is int:
            state = _fields(year, 4) if month is None else None
            if state and 1 <= state[2] <= 12:
                year, month, day = state[0] << 8 | state[1], state[2], state[3]
            elif day is None:
                _need(year, month, day)
            year, month, day = _index(year), _index(month), _index(day)
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The local date of a number of seconds since 1970."""
        import time

        if timestamp is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        moment = time.localtime(timestamp)
        return cls(moment[0], moment[1], moment[2])

    @classmethod
    def today(cls):
        """The date of today."""
        import time

        return cls.fromtimestamp(time.time())

    @classmethod
    def fromordinal(cls, n, /):
        """The date with a number."""
        n = _index(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _from_ordinal(n)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The date in one of ISO's forms."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parts = _parse_date(date_string)
        except ValueError as error:
            if not error.args:
                raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
            raise
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The date of ISO's year, week and weekday."""
        return cls(*_from_iso_calendar(_index(year), _index(week), _index(day)))

    def __repr__(self):
        return f"{_kind(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        """The date as the C library writes it."""
        return self.strftime("%a %b %e 00:00:00 ") + f"{self._year:04}"

    def strftime(self, format):
        """The date in a form of one's own."""
        return _strftime(self, format, (0, 0, 0), {})

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(fmt).__name__}")
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        """YYYY-MM-DD."""
        return f"{self._year:04}-{self._month:02}-{self._day:02}"

    def __str__(self):
        return self.isoformat()

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def timetuple(self):
        """The parts as `time.localtime` gives them."""
        return _struct(self, 0, 0, 0, -1)

    def toordinal(self):
        """The number of the day, the first of January of the year 1 being 1."""
        return _ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """A copy with some parts changed."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def __eq__(self, other):
        if isinstance(other, date):
            return self._day == other._day and self._month == other._month and self._year == other._year
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) < (other._year, other._month, other._day)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) <= (other._year, other._month, other._day)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) > (other._year, other._month, other._day)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) >= (other._year, other._month, other._day)
        return NotImplemented

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other._days
        if not 0 < ordinal <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        return type(self)(*_from_ordinal(ordinal))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def weekday(self):
        """0 for Monday."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """1 for Monday."""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """Year, week and weekday as ISO counts them."""
        year = self._year
        monday = _week_start(year)
        today = _ordinal(self._year, self._month, self._day)
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _week_start(year), 7)
        elif week >= 52 and today >= _week_start(year + 1):
            year, week = year + 1, 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def __reduce__(self):
        return self.__class__, (bytes((*divmod(self._year, 256), self._month, self._day)),)


def _struct(moment, hour, minute, second, saving):
    import time

    yearday = moment.toordinal() - _ordinal(moment.year, 1, 1) + 1
    return time.struct_time(
        (moment.year, moment.month, moment.day, hour, minute, second, moment.weekday(), yearday, saving)
    )


def _strftime(moment, form, clock, more):
    from _strptime import format_time

    if not isinstance(form, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(form).__name__}")
    yearday = moment.toordinal() - _ordinal(moment.year, 1, 1) + 1
    more = {"f": lambda: "000000", "z": str, "Z": str, **more}
    return format_time(
        form, (moment.year, moment.month, moment.day, *clock, moment.weekday(), yearday), more
    )


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
