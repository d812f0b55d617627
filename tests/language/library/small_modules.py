# Modules that are small, or of which little is used.
import calendar
import contextlib
import csv
import difflib
import io
import keyword
import locale
import numbers
import reprlib
import secrets
import string
import textwrap
import timeit
import uuid
from fractions import Fraction

print(timeit.timeit("x = 1", number=100) >= 0, len(timeit.repeat("pass", repeat=3, number=10)))
print(timeit.Timer(lambda: sum(range(5))).autorange()[0] > 0)
made = uuid.uuid4()
print(made.version, len(str(made)), uuid.UUID("12345678123456781234567812345678"), uuid.uuid5(uuid.NAMESPACE_DNS, "a.b"))
print(len(secrets.token_hex(8)), secrets.randbelow(1), secrets.choice([7]), secrets.compare_digest("a", "a"))
print(locale.atof("1.5"), locale.format_string("%d", 12345))

print(calendar.month(2024, 2))
print(calendar.isleap(1900), calendar.monthrange(2023, 2), calendar.day_name[0], calendar.month_abbr[12])

print(list(difflib.ndiff(["a\n", "b\n"], ["a\n", "c\n"])))
print("".join(difflib.unified_diff(["a\n", "b\n"], ["a\n", "c\n"], "x", "y")))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio())

text = io.StringIO()
writer = csv.writer(text)
writer.writerows([[1, "a,b", 'q"q'], [2.5, None, "line\nbreak"]])
print(repr(text.getvalue()))
print(list(csv.reader(io.StringIO(text.getvalue()))))
rows = csv.DictReader(io.StringIO("x;y\n1;2\n3;4\n"), delimiter=";")
print(list(rows), rows.fieldnames)
table = csv.DictWriter(text := io.StringIO(), ["a", "b"], lineterminator="|", quoting=csv.QUOTE_NONNUMERIC)
table.writeheader()
table.writerow({"a": 1, "b": "z"})
print(text.getvalue())


@contextlib.contextmanager
def managed(name):
    print("enter", name)
    try:
        yield name
    except KeyError as error:
        print("swallowed", error)
    finally:
        print("leave", name)


with managed("a") as a, contextlib.suppress(ZeroDivisionError):
    1 / 0
with managed("b"):
    raise KeyError("k")
with contextlib.ExitStack() as stack:
    stack.enter_context(managed("c"))
    stack.callback(print, "called")
with contextlib.redirect_stdout(io.StringIO()) as caught:
    print("hidden")
print(repr(caught.getvalue()), contextlib.nullcontext(3).__enter__())

print(textwrap.fill("The quick brown fox jumps over the lazy dog", 20), textwrap.dedent("  a\n    b\n"), textwrap.shorten("a b c d", 5))
print(textwrap.indent("a\nb", "> "), string.ascii_letters[:3], string.Template("$x ${y}").substitute(x=1, y=2), string.capwords("a bc"))
print(keyword.iskeyword("for"), keyword.softkwlist, reprlib.repr(list(range(20))), isinstance(Fraction(1, 2), numbers.Rational))
