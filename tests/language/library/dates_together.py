# Spans, dates and times in one expression: who answers, and what messages call them.
import copy
import pickle
import time as clock
from datetime import date, datetime, time, timedelta, timezone, tzinfo

day, hour = timedelta(days=1), timedelta(hours=1)
today, noon = date(2024, 2, 28), datetime(2024, 2, 28, 12)
print(day + today, today + day, hour + noon, noon + hour, noon - hour, today - day, noon - datetime(2024, 1, 1))
print(sum([day, hour], noon), max(today, date(2023, 1, 1)))
for action in (
    lambda: day + 1, lambda: 1 + day, lambda: today + today, lambda: noon + noon, lambda: day - today, lambda: time(1) + hour,
    lambda: today < noon, lambda: noon < today, lambda: today < 1, lambda: noon >= "x", lambda: time(1) < 2, lambda: day < 1,
    lambda: day * "a", lambda: 1 / day, lambda: day // 1.5, lambda: day.weeks, lambda: len(today), lambda: noon[0],
    lambda: datetime.combine(noon.time(), today), lambda: datetime.combine(today, today), lambda: timezone(1), lambda: today(),
):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(today == noon, today.__eq__(noon), noon.__eq__(today), date.__module__, repr(timedelta), type(noon).__qualname__)


class Zone(tzinfo):
    """Summer time ends at two o'clock."""

    def __init__(self, name="none"):
        self.name = name

    def utcoffset(self, dt):
        return timedelta(hours=2 if dt.hour < 2 and not dt.fold else 1)

    def dst(self, dt):
        return timedelta(0)

    def tzname(self, dt):
        return self.name


zone = Zone("Z")
first, second = datetime(2024, 10, 27, 1, 30, tzinfo=zone), datetime(2024, 10, 27, 1, 30, fold=1, tzinfo=zone)
print(first == second, first == first.astimezone(timezone.utc), first < second.astimezone(timezone.utc))
for moment in (second, time(3, fold=1), time(4, 5, tzinfo=timezone.utc)):
    for other in (copy.copy(moment), copy.deepcopy(moment)):
        print(other.fold, other.isoformat(), type(other).__name__)
print(copy.copy(zone).name, pickle.loads(pickle.dumps(timezone(hour, "one"))), pickle.loads(pickle.dumps(noon)))

for text, form in (("UTC", "%Z"), ("+0530", "%z"), ("gmt 2024", "%Z %Y"), ("2024-060", "%Y-%j")):
    moment = clock.strptime(text, form)
    print(tuple(moment), moment.tm_zone, moment.tm_gmtoff)
print(datetime.strptime("UTC +0000", "%Z %z").tzinfo)
for year in (2**31 - 1, -(2**31)):
    try:
        print(clock.asctime((year, 1, 1, 0, 0, 0, 0, 1, 0)))
    except OverflowError as error:
        print(error)
info = clock.get_clock_info("monotonic")
print(info.monotonic, info.adjustable, info.implementation)

for text, form in (
    ("05 % 2024", "%m %% %Y"), ("5%2024", "%m%%%Y"), ("-01:3030", "%z"), ("-0130:30", "%z"), ("+01:30:30.123", "%z"), ("+0130x", "%zx"),
    ("z", "%z"), ("+0160", "%z"), ("1 %", "%d %"), ("1", "%d%Q"),
):
    try:
        print(datetime.strptime(text, form))
    except ValueError as error:
        print(error)
folded = datetime(2020, 1, 2, 3, fold=1, tzinfo=timezone.utc)
print(repr(folded), repr(folded.timetz()), repr(folded.replace(tzinfo=None)))
ordinals = [*range(1, 800), *range(36500, 36900), *range(145700, 146500), *range(730000, 731200), *range(3651900, 3652060)]
print(all(date.fromordinal(n).toordinal() == n for n in ordinals), [str(date.fromordinal(n)) for n in ordinals[::400]])
moments = sorted(folded + timedelta(hours=n * 37 % 101, microseconds=n) for n in range(0, 60, 7))
print([str(moment - folded) for moment in moments], min(moments) < max(moments), moments[0] == folded, folded in moments)
