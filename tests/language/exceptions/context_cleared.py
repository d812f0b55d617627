# What was handled when an exception was raised can be forgotten, while it is handled and later.
import contextlib

try:
    1 / 0
except ZeroDivisionError as first:
    try:
        raise KeyError("k")
    except KeyError as error:
        print(error.__context__ is first)
        error.__context__ = None
        print(error.__context__)
        error.__context__ = ValueError("v")
        print(repr(error.__context__))


def fail(error):
    raise error


def forgive(*details):
    return True


try:
    with contextlib.ExitStack() as stack:
        stack.callback(fail, IndexError("i"))
        stack.callback(fail, KeyError("k"))
        stack.push(forgive)
        stack.callback(fail, ValueError("v"))
        1 / 0
except IndexError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))


class Room:
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, *details):
        print("out", details[0])
        return True


with contextlib.ExitStack() as stack:
    room = stack.enter_context(Room())
    stack.push(room)
    raise RuntimeError
print("after")
