# Arrays of byte arrays, memory views and rows of machine numbers: their items, in the memory where they lie.
import array

import numpy as np


def show(compute):
    try:
        result = compute()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


for source in (
    bytearray(b"ab"), memoryview(b"ab"), memoryview(np.arange(3.0)), bytearray(), memoryview(np.arange(6, dtype="f4")),
    memoryview(np.array([True, False])), memoryview(b"abcd").cast("H"), memoryview(b"abcd")[::2], memoryview(b"ab").cast("b"),
    memoryview(b"ab").cast("?"), memoryview(np.arange(3, dtype="u2")), array.array("d", [1, 2]), array.array("h", [1, 2]),
    array.array("I", [1, 2]), [bytearray(b"ab"), bytearray(b"cd")], [memoryview(b"ab"), memoryview(b"cd")],
    [array.array("h", [1, 2])],
):
    show(lambda: np.array(source))
    show(lambda: np.asarray(source))
    show(lambda: np.array(source, dtype=float))
    show(lambda: np.array(source, dtype="i2"))
    show(lambda: np.array(source, dtype=object))
    show(lambda: np.array(source, ndmin=2))
    show(lambda: np.sum(source))
    show(lambda: np.mean(source))
    show(lambda: np.asarray(source) + 1)

show(lambda: np.array(bytearray(b"ab"), dtype="S2"))
show(lambda: np.asarray(bytearray(b"abc"))[0])
show(lambda: bytearray(b"ab") + np.arange(2))
show(lambda: np.arange(2) + memoryview(b"ab"))
show(lambda: np.add(bytearray(b"ab"), 1))
show(lambda: np.array(b"ab"))
show(lambda: np.concatenate([bytearray(b"ab"), bytearray(b"c")]))

own = bytearray(b"ab")
seen, copied = np.asarray(own), np.array(own)
seen[0] = 65
copied[1] = 66
print(own, seen.flags.writeable, seen.flags.owndata, copied.flags.owndata)
print(np.asarray(memoryview(b"ab")).flags.writeable, np.array(memoryview(b"ab")).flags.writeable)


class Shown:
    def __init__(self):
        self.own = np.arange(3)

    def __array__(self, dtype=None, copy=None):
        return self.own.copy() if copy else self.own


shown = Shown()
print(np.asarray(shown) is shown.own, np.array(shown) is shown.own, np.array(shown, dtype=float))
