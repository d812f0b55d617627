# Frames of what is running, for programs that look at them.
import inspect
import io
import os
import sys
import traceback

value = 189
here = sys._getframe()
print(here.f_locals["value"], here.f_code.co_name, here.f_lineno, here.f_back, here.f_globals is globals())
later = "seen"
print(here.f_locals["later"])


def name_of_caller():
    return sys._getframe(1).f_code.co_name


def outer(x):
    y = x + 1
    print(name_of_caller(), sys._getframe().f_locals, sys._getframe(1).f_code.co_name)
    inner(y)
    return y


def inner(z):
    frame = sys._getframe()
    names = []
    while frame:
        names.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    print(names)
    print([caller.f_locals.get("y") for caller in (sys._getframe(1),)])


outer(3)


class C:
    def method(self):
        return sys._getframe().f_code.co_qualname, sys._getframe().f_locals["self"] is self

    where = sys._getframe().f_code.co_name


print(C().method(), C.where)


def generator():
    yield sys._getframe().f_code.co_name
    yield sys._getframe(1).f_code.co_name


print(list(generator()), [sys._getframe(1).f_code.co_name for _ in range(1)] if False else "")


def total(n):
    result = 0
    for i in range(n):
        result += i
    return result, sys._getframe().f_locals["i"]


print(total(5000))


def recursive(n):
    if n == 0:
        return [frame.function for frame in inspect.stack()]
    return recursive(n - 1)


print(recursive(2))
print(inspect.currentframe().f_code.co_name, inspect.currentframe().f_lineno)


def shows():
    shown = io.StringIO()
    traceback.print_stack(file=shown)
    print(shown.getvalue().replace(os.path.dirname(os.path.abspath(__file__)), "..."), end="")
    return [(entry.name, entry.lineno) for entry in traceback.extract_stack()]


print(shows())
try:
    sys._getframe(100)
except ValueError as error:
    print(error)
