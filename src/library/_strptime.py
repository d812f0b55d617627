"""Dates and times as text: the directives of `strftime` and `strptime`, in the C locale."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
_COMPOUND = {
    "c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d", "T": "%H:%M:%S",
    "R": "%H:%M", "r": "%I:%M:%S %p", "h": "%b",
}


def _iso_week(year, weekday, yearday):
    """ISO's year and week; `weekday` counts from Monday, `yearday` from 1."""
    week = (yearday - weekday - 1 + 10) // 7
    if week < 1:
        year -= 1
        before = 366 if _is_leap(year) else 365
        return year, (yearday + before - weekday - 1 + 10) // 7
    if week == 53:
        length = 366 if _is_leap(year) else 365
        if yearday - weekday + 3 > length:
            return year + 1, 1
    return year, week


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _one(code, year, month, day, hour, minute, second, weekday, yearday):
    """What a directive stands for: text, width and what it is filled with."""
    if code in "dHMSmIjUWVyCegkluw":
        if code == "d":
            return str(day), 2, "0"
        if code == "e":
            return str(day), 2, " "
        if code == "H":
            return str(hour), 2, "0"
        if code == "k":
            return str(hour), 2, " "
        if code == "I":
            return str((hour + 11) % 12 + 1), 2, "0"
        if code == "l":
            return str((hour + 11) % 12 + 1), 2, " "
        if code == "M":
            return str(minute), 2, "0"
        if code == "S":
            return str(second), 2, "0"
        if code == "m":
            return str(month), 2, "0"
        if code == "j":
            return str(yearday), 3, "0"
        if code == "U":
            return str((yearday + 6 - (weekday + 1) % 7) // 7), 2, "0"
        if code == "W":
            return str((yearday + 6 - weekday) // 7), 2, "0"
        if code == "V":
            return str(_iso_week(year, weekday, yearday)[1]), 2, "0"
        if code == "g":
            return str(_iso_week(year, weekday, yearday)[0] % 100), 2, "0"
        if code == "y":
            return str(year % 100), 2, "0"
        if code == "C":
            return str(year // 100), 1, "0"
        if code == "u":
            return str(weekday + 1), 1, "0"
        return str((weekday + 1) % 7), 1, "0"
    if code == "Y":
        return str(year), 1, "0"
    if code == "G":
        return str(_iso_week(year, weekday, yearday)[0]), 1, "0"
    if code == "a":
        return DAYS[weekday][:3], 1, " "
    if code == "A":
        return DAYS[weekday], 1, " "
    if code == "b":
        return MONTHS[month - 1][:3], 1, " "
    if code == "B":
        return MONTHS[month - 1], 1, " "
    if code == "p":
        return "AM" if hour < 12 else "PM", 1, " "
    if code == "P":
        return "am" if hour < 12 else "pm", 1, " "
    if code in "nt%":
        return {"n": "\n", "t": "\t", "%": "%"}[code], 1, " "
    return None


def format_time(text, moment, more):
    """Format a moment (year to second, weekday from Monday, day of the year); `more` gives further directives."""
    parts, i, end = [], 0, len(text)
    while i < end:
        stop = text.find("%", i)
        if stop == -1:
            parts.append(text[i:])
            break
        parts.append(text[i:stop])
        start = i = stop
        i += 1
        flags = ""
        while i < end and text[i] in "_-0^#":
            flags += text[i]
            i += 1
        width = ""
        while i < end and text[i].isdecimal():
            width += text[i]
            i += 1
        if i < end and text[i] in "EO":
            i += 1
        if i == end:
            parts.append(text[start:])
            break
        code = text[i]
        i += 1
        if code in _COMPOUND:
            made = format_time(_COMPOUND[code], moment, more), 1, " "
        elif code in more:
            made = more[code](), 0, " "
        else:
            made = _one(code, *moment)
        if made is None:
            parts.append(text[start:i])
            continue
        value, least, fill = made
        for flag in flags:
            if flag == "-":
                least = 1
            elif flag in "_0":
                fill = " " if flag == "_" else "0"
            elif flag == "^":
                value = value.upper()
            elif flag == "#":
                value = value.lower() if code == "p" else value.upper() if value == value.capitalize() else value.swapcase()
        parts.append(value.rjust(int(width) if width else least, fill))
    return "".join(parts)


def _number(text, i, least, most, name):
    """The digits at `i` as a number, and where they end."""
    stop = i
    while stop < len(text) and stop - i < most and text[stop].isdecimal():
        stop += 1
    if stop - i < least:
        return None, i
    return int(text[i:stop]), stop


_LIMITS = {
    "d": (1, 31), "H": (0, 23), "I": (1, 12), "m": (1, 12), "M": (0, 59), "S": (0, 61), "y": (0, 99), "j": (1, 366),
    "U": (0, 53), "W": (0, 53), "V": (1, 53), "w": (0, 6), "u": (1, 7),
}


def _named(text, i, names):
    rest = text[i:].lower()
    for index, name in sorted(enumerate(names), key=lambda pair: -len(pair[1])):
        if name and rest.startswith(name.lower()):
            return index, i + len(name)
    return None, i


def _expand(form):
    for code, meaning in (("c", "%a %b %d %H:%M:%S %Y"), ("x", "%m/%d/%y"), ("X", "%H:%M:%S")):
        form = form.replace("%" + code, meaning)
    return form


def parse_time(text, form):
    """The fields that `form` finds in `text`, by directive."""
    if not isinstance(text, str):
        raise TypeError(f"strptime() argument 0 must be str, not {type(text)}")
    if not isinstance(form, str):
        raise TypeError(f"strptime() argument 1 must be str, not {type(form)}")
    whole, form = form, _expand(form)
    i = form.find("%")
    while i >= 0:
        if i + 1 == len(form):
            raise ValueError(f"stray %% in format '{whole}'".replace("%%", "%"))
        if form[i + 1] not in "aAbBdHIjmMpSUwWyYzZ%fGuV":
            raise ValueError(f"'{form[i + 1]}' is a bad directive in format '{whole}'")
        i = form.find("%", i + 2)
    found = _match(text, 0, form, 0, {})
    if found is None:
        raise ValueError(f"time data {text!r} does not match format {whole!r}")
    fields, stop = found
    if stop != len(text):
        raise ValueError(f"unconverted data remains: {text[stop:]}")
    return fields


def _match(text, i, form, f, fields):
    """Match the format from `f` on at `i`; numbers take as many digits as let the rest match."""
    while f < len(form):
        char = form[f]
        if char.isspace():
            while f < len(form) and form[f].isspace():
                f += 1
            if i == len(text) or not text[i].isspace():
                return None
            while i < len(text) and text[i].isspace():
                i += 1
            continue
        if char != "%":
            if i == len(text) or text[i].lower() != char.lower():
                return None
            i += 1
            f += 1
            continue
        code = form[f + 1]
        f += 2
        if code == "%":
            if text[i:i + 1] != "%":
                return None
            i += 1
            continue
        if code in _LIMITS:
            low, high = _LIMITS[code]
            longest = 3 if code == "j" else 1 if code in "wu" else 2
            starts = [2] if code == "y" else range(longest, 0, -1)
            for length in starts:
                digits = text[i:i + length]
                # A day may stand behind a blank in the place of its first digit.
                bare = digits[1:] if code == "d" and digits[:1] == " " and length == 2 else digits
                if len(digits) == length and bare.isdecimal() and low <= int(bare) <= high:
                    rest = _match(text, i + length, form, f, {**fields, code: int(bare)})
                    if rest is not None:
                        return rest
            return None
        if code in "YG":
            if not text[i:i + 4].isdecimal() or len(text[i:i + 4]) < 4:
                return None
            fields[code] = int(text[i:i + 4])
            i += 4
        elif code == "f":
            for length in range(6, 0, -1):
                digits = text[i:i + length]
                if len(digits) == length and digits.isdecimal():
                    rest = _match(text, i + length, form, f, {**fields, "f": int(digits.ljust(6, "0"))})
                    if rest is not None:
                        return rest
            return None
        elif code in "aAbBp":
            names = {
                "a": [d[:3] for d in DAYS], "A": DAYS, "b": [m[:3] for m in MONTHS], "B": MONTHS, "p": ("am", "pm"),
            }[code]
            value, i = _named(text, i, names)
            if value is None:
                return None
            fields[code] = value
        elif code == "z":
            value, i = _offset(text, i)
            if value is None:
                return None
            fields["z"] = value
        elif code == "Z":
            import time

            start = i
            value, i = _named(text, i, ["utc", "gmt", *time.tzname])
            if value is None:
                return None
            fields["Z"] = text[start:i]
    return fields, i


def _offset(text, i):
    """`+hh:mm[:ss[.ffffff]]`, with or without colons, or `Z`: seconds and microseconds."""
    start = i
    if text[i:i + 1] == "Z":
        return (0, 0), i + 1
    if text[i:i + 1] not in ("+", "-"):
        return None, i
    sign = -1 if text[i] == "-" else 1
    i += 1
    hours, i = _number(text, i, 2, 2, "z")
    if hours is None:
        return None, i
    colon = text[i:i + 1] == ":"
    minutes, i = _number(text, i + colon, 2, 2, "z")
    if minutes is None or minutes > 59:
        return None, i
    seconds = micro = 0
    step = text[i:i + 1] == ":"
    value, stop = _number(text, i + step, 2, 2, "z")
    if value is not None and value <= 59:
        if step and not colon:
            raise ValueError(f"invalid literal for int() with base 10: {text[i:i + 2]!r}")
        if step != colon:
            raise ValueError(f"Inconsistent use of : in {text[start:stop]}")
        seconds, i = value, stop
        if text[i:i + 1] == ".":
            stop = i + 1
            while stop < len(text) and stop - i <= 6 and text[stop].isdecimal():
                stop += 1
            micro = int(text[i + 1:stop].ljust(6, "0"))
            i = stop
    return (sign * (hours * 3600 + minutes * 60 + seconds), sign * micro), i


def fields_of(text, form):
    """Year to microsecond, weekday, day of the year, whether it is summer time, offset and name of the zone."""
    found = parse_time(text, form)
    year = found.get("Y")
    if year is None and "y" in found:
        year = found["y"] + (2000 if found["y"] <= 68 else 1900)
    hour = found.get("H", 0)
    if "I" in found:
        hour = found["I"] % 12 + (12 if found.get("p") == 1 else 0)
    weekday = found.get("a", found.get("A"))
    if "w" in found:
        weekday = (found["w"] - 1) % 7
    elif "u" in found:
        weekday = found["u"] - 1
    month = found.get("m", found.get("b", found.get("B", -1) if "B" in found else None))
    if "m" not in found and month is not None:
        month += 1
    month, day, yearday = month or 1, found.get("d", 1), found.get("j")
    if yearday is not None and "G" in found:
        raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
    if "G" in found:
        if "V" not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    elif "V" in found:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    leap_fix = year is None and month == 2 and day == 29
    if leap_fix:
        year = 1904
    elif year is None and "G" not in found:
        year = 1900
    from datetime import date

    if yearday is None and weekday is not None:
        if "G" in found:
            made = date.fromisocalendar(found["G"], found["V"], weekday + 1)
            year, month, day = made.year, made.month, made.day
        elif "U" in found or "W" in found:
            monday = "W" in found
            week = found["W"] if monday else found["U"]
            first = date(year, 1, 1).weekday()
            wanted = weekday
            if not monday:
                first, wanted = (first + 1) % 7, (weekday + 1) % 7
            yearday = 1 + wanted - first + 7 * week if week == 0 else 1 + (7 - first) % 7 + 7 * (week - 1) + wanted
            if week == 0 and yearday <= 0 or yearday <= 0:
                year -= 1
                yearday += 366 if _is_leap(year) else 365
    if yearday is not None and not ("m" in found or "b" in found or "B" in found or "d" in found):
        made = date.fromordinal(yearday - 1 + date(year, 1, 1).toordinal())
        year, month, day = made.year, made.month, made.day
    elif yearday is None:
        yearday = date(year, month, day).toordinal() - date(year, 1, 1).toordinal() + 1
    if weekday is None:
        weekday = date(year, month, day).weekday()
    if leap_fix:
        year = 1900
    return (
        year, month, day, hour, found.get("M", 0), found.get("S", 0), found.get("f", 0), weekday, yearday,
        _saving(found["Z"]) if "Z" in found else -1, found.get("z"), found.get("Z"),
    )


def _saving(name):
    """1 for the name of the zone in summer, 0 in winter, -1 where they are the same."""
    import time

    winter, summer = map(str.lower, time.tzname)
    if name.lower() in ("utc", "gmt"):
        return 0
    if winter == summer and time.daylight:
        return -1
    return int(name.lower() == summer != winter)


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    """What `cls.strptime` gives, for a kind of datetime."""
    from datetime import timedelta, timezone

    year, month, day, hour, minute, second, micro, _, _, _, offset, name = fields_of(data_string, format)
    zone = None
    if offset is not None:
        span = timedelta(seconds=offset[0], microseconds=offset[1])
        zone = timezone(span, name) if name else timezone(span)
    return cls(year, month, day, hour, minute, second, micro, zone)


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """What `time.strptime` gives."""
    from time import strptime

    return strptime(data_string, format)
