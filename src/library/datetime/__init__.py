"""Dates, times and the spans between them."""

from datetime._date import MAXYEAR, MINYEAR, date
from datetime._delta import timedelta
from datetime._time import datetime, time
from datetime._zone import UTC, timezone, tzinfo

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
