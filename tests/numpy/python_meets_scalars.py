# Scalars of arrays where Python wants its own numbers: formats of texts, and sequences so many times.
import warnings

import numpy as np


def show(compute):
    with warnings.catch_warnings(record=True) as met:
        warnings.simplefilter("always")
        try:
            result = repr(compute())
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
    print(result, [f"{one.category.__name__}: {one.message}" for one in met])


NUMBERS = (
    np.True_, np.False_, np.int8(-3), np.uint64(2**63), np.float64(3.7), np.float32(2.5), np.float64(1e30), np.complex128(3),
    np.complex64(3 + 1j), np.array(3), np.array(3.5), np.array(True), np.array([3]), np.array([3.5]), np.float64("nan"),
    np.float64("-inf"),
)
for form in ("%d", "%i", "%u", "%x", "%X", "%o", "%5d", "%+d", "%.3d", "%#x", "%e", "%g", "%s", "%r", "%(n)d"):
    print(form)
    for number in NUMBERS:
        given = {"n": number} if "(" in form else number
        show(lambda: form % given)
        show(lambda: form % (given,))
        if form in ("%d", "%x"):
            show(lambda: form.encode() % (number,))

for row in ([0], (1, 2), "ab", b"ab", bytearray(b"a"), []):
    print(repr(row))
    for times in (np.float64(2), np.float32(2), np.int8(2), np.uint64(3), np.True_, np.complex128(2), np.int64(-1)):
        show(lambda: row * times)
        show(lambda: times * row)


def repeat(row, times):
    row *= times
    return row


show(lambda: repeat([1, 2], np.int8(2)))
show(lambda: repeat([1, 2], np.float64(2)))
show(lambda: repeat("ab", np.float32(2)))
show(lambda: [1, 2] * np.array(2))
show(lambda: np.array([2]) * [1])


def loop(times, count):
    total = 0
    for i in range(count):
        total += len([0] * times) + len("%d" % times)
    return total


show(lambda: loop(np.int64(3), 2000))
show(lambda: loop(np.float64(3), 2000))
