# Frames that are looked at from hot code: whoever is running stands there, at the line that runs, with its variables.
import sys
import traceback


def chain():
    """The callers of who asks: names and lines."""
    found, frame = [], sys._getframe(1)
    while frame is not None:
        found.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return found


def rarely(i, wanted):
    if i == wanted:
        print(i, chain())
    return i & 3


def between(i, wanted):
    x = rarely(i, wanted)
    return x + 1


def loop(n, wanted):
    total = 0
    for i in range(n):
        total += between(i, wanted)
    return total


print(loop(20000, 19000))
print(loop(20000, 100))
print(loop(3, 1))


def caller_variables():
    names = sys._getframe(1).f_locals
    return sorted(name for name in names if not name.startswith("_"))


def variables(n):
    seen = set()
    a = 0
    for i in range(n):
        a += i
        if i % 5000 == 4999:
            b = a
            seen.add((i, a, tuple(caller_variables()), sys._getframe().f_locals["b"]))
    return sorted(seen)


for row in variables(20000):
    print(row)


def always(n):
    lines = set()
    for i in range(n):
        lines.add(sys._getframe().f_lineno)
        lines.add(who())
    return lines


def who():
    return sys._getframe(1).f_code.co_name


print(sorted(always(5000), key=str))


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        if len(self.items) == 2500:
            text = traceback.format_stack()
            print([line.split(", in ")[1].split("\n")[0] for line in text])
        self.items.append(item)


def fill(stack, n):
    for i in range(n):
        stack.push(i * 2)
    return len(stack.items)


print(fill(Stack(), 4000))


def recurse(n):
    if n == 0:
        return len(chain())
    return recurse(n - 1)


for depth in range(0, 60, 20):
    print([recurse(depth) for _ in range(40)][-1])


def grow(n):
    text = ""
    for i in range(n):
        text += "x"
    return len(text), sys._getframe().f_locals["i"]


print(grow(50000))
