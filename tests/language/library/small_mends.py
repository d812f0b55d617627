# Odds and ends of small modules.
import array
import calendar
import collections
import copy
import csv
import fnmatch
import io
import os
import pathlib
import re
import struct
import tempfile
import typing

numbers = array.array("h", [0] * 4)
struct.pack_into("<hh", numbers, 2, 1, -2)
room = memoryview(bytearray(8))
struct.pack_into("<d", room, 0, 1.5)
print(numbers, struct.unpack_from("<d", room), struct.unpack_from("<2h", numbers, 2))
for target in (b"1234", "text", 5):
    try:
        struct.pack_into("<h", target, 0, 1)
    except TypeError as error:
        print(error)

print("é".encode("utf-8-sig"), b"\xef\xbb\xbfab".decode("utf-8-sig"), b"ab".decode("utf_8_sig"))

page = calendar.HTMLCalendar(6).formatyearpage(2024, width=4, css="c.css", encoding="ascii")
print(len(page), page[:160], page.count(b"<table"))
print(calendar.HTMLCalendar().formatyear(2023, 6)[:120])

counts = collections.Counter(a=1)
counts.__init__("aab")
print(counts)
text = collections.UserString("a b  c")
print(text.split(sep=" "), text.splitlines(keepends=True), text.expandtabs(tabsize=2))

out = io.StringIO(newline="")
csv.writer(out, quoting=csv.QUOTE_NONE, escapechar="\\").writerows([["a\nb", "c"], ["d", "e\r\nf"]])
print(repr(out.getvalue()))
out.seek(0)
print(list(csv.reader(out, quoting=csv.QUOTE_NONE, escapechar="\\")))
before = csv.field_size_limit(5)
try:
    list(csv.reader(["123456,7"]))
except csv.Error as error:
    print(error)
csv.field_size_limit(before)
try:
    csv.writer(io.StringIO(), lineterminator=1)
except TypeError as error:
    print(error)

with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder)
    (root / "a").mkdir()
    (root / "a" / "b").mkdir()
    (root / "c.txt").write_bytes(b"abc")
    try:
        (root / "c.txt").write_bytes("text")
    except TypeError as error:
        print(error)
    print((root / "c.txt").read_bytes(), (root / "c.txt").is_fifo(), (root / "a").is_socket(), pathlib.Path("/dev/null").is_char_device())
    print(sorted(path.name for path in root.glob("*/")), sorted(str(path.relative_to(root)) for path in root.rglob("")))
    (root / "x").symlink_to(root / "y")
    (root / "y").symlink_to(root / "x")
    try:
        (root / "x").resolve()
    except RuntimeError as error:
        print(str(error)[:17])


class Watching(collections.Counter):
    def __setitem__(self, key, value):
        seen.append((key, value))
        super().__setitem__(key, value)


seen = []
print(Watching("aba"), seen)

ordered = collections.OrderedDict(a=1, b=2, c=3)
print(ordered.pop(key="a"), ordered.pop("z", default=5), ordered.setdefault(key="d", default=4), ordered.setdefault("e"), ordered)
try:
    ordered.pop("missing")
except KeyError as error:
    print(repr(error))
ordered.note = ["n"]
print(copy.copy(ordered).note is ordered.note, copy.deepcopy(ordered).note, ordered.__reduce__()[2])


class Slotted(collections.deque):
    __slots__ = ("x", "__dict__")

queue = Slotted([1])
queue.x, queue.y = 2, 3
print(queue, queue.x, queue.__dict__)


class Word(str):
    pass

print(re.sub("a", "b", Word("aab")), re.match(r"\w", Word("xy")), re.findall(".", Word("ab")), re.split("b", Word("abc")))
print(re.search(r"\B", ""), re.search(r"(?a)\B", ""), re.search(r"\B", "ab").span(), [m.start() for m in re.finditer(r"\B", "ab c")])

print([fnmatch.translate(p) for p in ("*a*b*", "[d-b]x", "[!]a-]", "[a&&b]*")], fnmatch.filter(["dx", "x", "b-"], "[d-b]*"))


print(os.open in os.supports_dir_fd and False, os.supports_bytes_environ)

print(typing.DefaultDict(int), typing.Deque([1]), typing.DefaultDict[str, int](int))
try:
    typing.Iterable()
except TypeError as error:
    print(error)
import shlex
for s in ("foo#bar\nbaz", "a b#c\nd 'e f'", "a && b || c; d>e", "x=1 y='2 3'"):
    print(list(shlex.shlex(s)), list(shlex.shlex(s, posix=True)), shlex.split(s, comments=True), list(shlex.shlex(s, punctuation_chars=True)))
print(list(shlex.shlex('a_b__c', punctuation_chars='_')))
import calendar, copy, datetime, functools, logging, _strptime
day = datetime.timedelta(1)
print(day.__rsub__(3 * day), day.__radd__(day), day.__rsub__(1))
for name in (None, 1):
    try: datetime.timezone(0 * day, name)
    except TypeError as error: print(error)
class Zone(datetime.tzinfo):
    def __init__(self, name): self.name = name
    def utcoffset(self, moment): return None
    def dst(self, moment): return None
    def tzname(self, moment): return self.name
class NoText(str):
    def replace(self, *arguments): return None
print(datetime.datetime(2000, 1, 1, tzinfo=Zone("a%d")).strftime("%Z %d"))
try: datetime.datetime(2000, 1, 1, tzinfo=Zone(NoText("a"))).strftime("%Z")
except TypeError as error: print(error)
class ByMinute(datetime.tzinfo):
    def utcoffset(self, moment): return datetime.timedelta(minutes=moment.minute)
zone = ByMinute()
print(datetime.time(1, tzinfo=zone) < datetime.time(2, tzinfo=zone), datetime.time(1, tzinfo=zone) == datetime.time(1, tzinfo=zone))
print(_strptime._strptime_datetime(datetime.datetime, "2020-02-03 +0130", "%Y-%m-%d %z"), _strptime._strptime_time("2020", "%Y").tm_year)
calendar.format(["1", "2", "3"], colwidth=3, spacing=1); print(repr(calendar.formatstring(["a"])))
handler = logging.StreamHandler(); handler.name = "own"
with logging._lock: print(logging._handlers["own"] is handler, len(logging._handlerList))
handler.close(); print(list(logging._handlers)); del handler; print(len(logging._handlerList))
part = functools.partial(print, 1, x=2); other = copy.copy(part); print(other.keywords is part.keywords, other.args is part.args)
for text in ("%(asctime)Z", "%(asctime)*", "{asctime}", "%(message)s", "%(levelno)#4.2d"):
    try: print(logging.Formatter(text)._fmt)
    except ValueError as error: print(error)
manager = logging.Manager(logging.root)
try: manager.setLoggerClass(int)
except TypeError as error: print(error)
manager.setLoggerClass(type("Own", (logging.Logger,), {})); manager.setLogRecordFactory(print)
print(type(manager.getLogger("own")).__name__, manager.logRecordFactory, max.__doc__.splitlines()[:2])
