# Places that arrays without dimensions name: one element is a scalar, what is stored goes where an int would lead.
import numpy as np

KINDS = "?", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8", "c8", "c16", "U3", "S2", "O"


def show(compute):
    try:
        result = compute()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


for kind in KINDS:
    a, b = np.array([1, 0, 2], kind), np.array([[1, 0, 2], [2, 1, 1]], kind)
    one, two = np.array(1), np.array(2, "u1")
    for index in (two, -one, (two,), (..., one), (one, None), (one, ...), np.array(True), np.array(5), (np.array(True), one)):
        show(lambda: a[index])
    for index in ((one, 2), (1, two), (one, -one), one, (one, slice(1, 2)), (np.int8(1), two), (one, [0, 2]), (one, two, 0)):
        show(lambda: b[index])

    def store(target, index, value):
        target = target.copy()
        target[index] = value
        return target

    for value in (1, a[1]) if kind == "O" else (1, a[1], np.array(a[2])):
        show(lambda: store(a, one, value))
        show(lambda: store(b, (one, two), value))
        show(lambda: store(b, one, value))
    row = b[one]
    row[0] = 0
    show(lambda: b)


def loop(a, count):
    place, total = np.array(2), 0.0
    for i in range(count):
        total += a[place]
        a[place] = total % 7
    return total, type(a[place]).__name__


print(loop(np.arange(5.0), 3000), loop(np.arange(5), 3000))
