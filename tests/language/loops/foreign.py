# Statements that only the interpreter can run, in the middle of loops that are compiled otherwise.
import io
import re
import warnings
from collections import namedtuple

Pair = namedtuple("Pair", "x y")


def bits(data, width, turns):
    source = io.BytesIO(data)
    held = count = 0

    def need(n):
        nonlocal held, count
        while count < n:
            got = source.read(1)
            if not got:
                source.seek(0)
                got = source.read(1)
            held = held << 8 | got[0]
            count += 8

    total = 0
    for i in range(turns):
        need(width)
        piece = held >> (count - width)
        count -= width
        held &= (1 << count) - 1
        total = (total * 31 + piece) % 1000003
        for k in range(3):
            total ^= k * piece
            if total > 900000:
                total -= 1000
    return total


print(bits(bytes(range(256)), 5, 3000))


def texts(turns):
    pattern = re.compile(r"(\d+)-(\w+)")
    total = 0
    for i in range(turns):
        s = 0
        for k in range(12):
            s += (k * i) % 7
            if s > 30:
                s -= 13
        found = pattern.match(f"{i}-x{s}")
        total += int(found.group(1)) + len(found.group(2))
    return total


print(texts(800))


def helper(values, i):
    total = 0
    for k in range(8):
        total += values[k & 3] * k
        total ^= i
    pair = Pair(total, i)
    *rest, last = values
    total += pair.x - pair.y + last + len(rest)
    for k in range(6):
        total -= k * i & 7
    return total


def inlined(turns):
    values = [1, 2, 3, 4]
    total = 0
    for i in range(turns):
        total += helper(values, i)
        if i == turns // 2:
            values[2] = 10
    return total


print(inlined(900))


class Noisy:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        log.append(self.n)


log = []


def make(n, *rest, **named):
    return Noisy(n)


def released(turns):
    held = None
    total = 0
    for i in range(turns):
        for k in range(8):
            total += k * i & 3
        held = make(i, *(), **{})
        if log and log[-1] != i - 1:
            print("late", i, log[-1])
        for k in range(8):
            total -= k & i
    return total, len(log)


print(released(600))
log.clear()


def opened(path, turns):
    total = 0
    for i in range(turns):
        for k in range(8):
            total += k * i & 3
        file = open(path, *("w",))
        file.write(str(i))
        file = None
        file = open(path, *())
        total += int(file.read(*()))
        for k in range(8):
            total -= k & i
    file.close()
    return total


import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    print(opened(os.path.join(folder, "x"), 400))


def raising(turns):
    total = bad = 0
    table = {}
    for i in range(turns):
        for k in range(8):
            total += k * i & 3
        try:
            number = int(*([str(i)] if i % 11 else ["x"]))
            total += number
        except ValueError:
            bad += 1
        else:
            total += 1
        for k in range(8):
            total -= k & i
    return total, bad


print(raising(900))


def counting():
    global seen
    seen += 1
    return seen, *()


seen = 0


def globals_live(turns):
    global seen
    total = 0
    for i in range(turns):
        for k in range(8):
            total += k * i & 3
        seen += 1
        number, *_ = counting()
        total += number + seen
        for k in range(8):
            total -= k & i
    return total


print(globals_live(700), seen)


def changed(turns):
    values = [1] * 8
    total = 0.0
    for i in range(turns):
        for k in range(8):
            total += values[k]
        exec("values[i % 8] = i if i < 500 else i / 2", {"values": values, "i": i})
        for k in range(8):
            total -= k & i
    return total


print(changed(700))


def shown(turns):
    total = 0
    for i in range(turns):
        for k in range(8):
            total += k * i & 3
        where = sorted(locals())
        total += len(where)
        for k in range(8):
            total -= k & i
    return total, where


print(shown(500))


def depth(n):
    return n if n == 0 else depth(n - 1, *())


def too_deep(turns):
    total = 0
    for i in range(turns):
        for k in range(12):
            total += k * i & 3
        try:
            depth(*(20 if i % 100 else 100000,))
        except RecursionError:
            total += 1000
        for k in range(12):
            total -= k & i
    return total


print(too_deep(300))


def told(turns):
    total = 0
    for i in range(turns):
        for k in range(12):
            total += k * i & 3
        if i % 90 == 5:
            warnings.warn(*("told",))
        for k in range(12):
            total -= k & i
    return total


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(told(500), [(str(one.message), one.lineno) for one in caught])


def looked_up(turns):
    total = 0
    for i in range(turns):
        unused = i * 3
        total += i
        for k in range(12):
            total += k & i
        if i % 200 == 199:
            names = locals()
            print(names["unused"], names["total"], eval("unused + k"))
        overwritten = total * 2
    return total


print(looked_up(1000))


def looked_up_often(turns):
    total = 0
    for i in range(turns):
        unused = i * 3
        total += i
        for k in range(14):
            total += k & i
        names = locals()
        overwritten = total * 2
        for k in range(14):
            total += k & i
    return [names[name] for name in ("unused", "total", "i", "overwritten", "k")]


print(looked_up_often(1000))


def unhandled(turns):
    total = 0
    for i in range(turns):
        for k in range(12):
            total += k * i & 3
        number = int(*([str(i)] if i != 450 else ["x"]))
        for k in range(12):
            total -= k & i
    return total


unhandled(600)
