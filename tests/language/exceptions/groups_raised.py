# What handlers of except* raise, and what is left.
import sys, io


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))


def some_become_one():
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
    except* TypeError:
        raise SyntaxError("bad")


def two():
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
    except* TypeError:
        raise SyntaxError("bad")
    except* ValueError as e:
        raise SyntaxError("worse") from e


def no_group_passes():
    try:
        raise TypeError(1)
    except* ValueError:
        raise SyntaxError("bad")


def again():
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
    except* TypeError:
        raise


for each in (some_become_one, two, no_group_passes, again):
    attempt(each)
print(ExceptionGroup[int], BaseExceptionGroup[ValueError])

# The standard hook writes the whole traceback where a script says.
kept, sys.stderr = sys.stderr, io.StringIO()
try:
    inverses = [1 / each for each in range(1)]
except ZeroDivisionError:
    sys.__excepthook__(*sys.exc_info())
text, sys.stderr = sys.stderr.getvalue(), kept
print(text.split("line")[0].split(",")[0][:20], text.splitlines()[-1], text.count("^"))
try:
    print >> 3
except TypeError as e:
    print(e)
