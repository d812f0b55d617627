"""Tuples whose items have names, and values behind them."""
import os
import time

moment = time.gmtime(86400 * 365.25)
print(moment, len(moment), moment.tm_zone, moment.tm_gmtoff)
print(isinstance(moment, time.struct_time), isinstance(moment, tuple), type(moment) is time.struct_time)
made = time.struct_time(range(1, 10))
print(made, made.tm_zone, made.tm_gmtoff, made[8], made == tuple(range(1, 10)))
full = time.struct_time((2000, 1, 2, 3, 4, 5, 6, 7, 0, "XYZ", 3600))
print(full, full.tm_zone, full.tm_gmtoff, len(full))
for wrong in (range(3), range(12), 5):
    try:
        time.struct_time(wrong)
    except TypeError as error:
        print(error)
fields = (2024, 1, 2, 3, 4, 5, 6, 7, 0)
for others in ({"tm_zone": "UTC"}, {"tm_gmtoff": 60, "tm_year": 1}, {}):
    given = time.struct_time(fields, others)
    print(given.tm_year, given.tm_zone, given.tm_gmtoff)
given = time.struct_time(fields + ("XYZ",), dict={"tm_zone": "UTC", "tm_gmtoff": 7})
print(given.tm_zone, given.tm_gmtoff)
try:
    time.struct_time(fields, ["tm_zone", "UTC"])
except TypeError as error:
    print(error)
try:
    made.tm_other
except AttributeError as error:
    print(error)

facts = os.stat(__file__)
print(type(facts), isinstance(facts, os.stat_result), isinstance(facts, tuple), len(facts))
print(facts[6] == facts.st_size, facts[8] == int(facts.st_mtime), type(facts[8]), type(facts.st_mtime))
print(facts.st_mtime_ns // 10**9 == facts[8], facts.st_blksize > 0, facts.st_rdev)
print(os.stat_result(range(10)))
short = os.stat_result(range(10))
print(short.st_atime, short.st_mtime, short.st_size)
with os.scandir(os.path.dirname(__file__) or ".") as entries:
    found = {entry.name: entry for entry in entries}
entry = found["records.py"]
print(entry.is_file(), entry.path.endswith("records.py"), entry.stat().st_size == facts.st_size)
