# What is lost where numbers change their type: warnings, errors, or nothing, of one number and of rows.
import warnings

import numpy as np


seen = {}


def show(what, compute):
    """Notes what comes of it: what ends alike is told once."""
    with warnings.catch_warnings(record=True) as met:
        warnings.simplefilter("always")
        try:
            result = repr(compute())
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
    told = [f"{one.category.__name__}: {one.message}" for one in met]
    seen.setdefault(result + (f" {len(told)} {sorted(set(told))}" if told else ""), []).append(what)


def tell(*title):
    print(*title)
    for result, whats in seen.items():
        print("   ", ", ".join(whats), result)
    seen.clear()


def store(target, index, value):
    target[index] = value
    return target


def flat(target, value):
    target.flat[1] = value
    return target


def fill(target, value):
    target.fill(value)
    return target


def loop(target, value):
    for i in range(len(target)):
        target[i] = value
    return target[-1]


KINDS = "?", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8", "c8", "c16"
NUMBERS = (
    np.float64("nan"), np.float64(1e30), np.float64("-inf"), np.float64(-1.5), np.float64(300.7), np.float32("nan"),
    np.float32(1e20), np.float64(2.0**63), np.float32(2.0**31), np.float64(1e39), np.int64(-1), np.uint64(2**63),
    np.complex128(1 + 2j), np.complex64(complex(np.nan, 1)), np.complex128(1e300), float("nan"), 1e30, 3.7, 1 + 2j, True,
)
for kind in KINDS:
    scalar = np.dtype(kind).type
    for number in NUMBERS:
        show("scalar", lambda: scalar(number))
        show("array", lambda: np.array(number, kind))
        show("row", lambda: np.asarray([number], kind))
        show("full", lambda: np.full(2, number, kind))
        show("fill", lambda: fill(np.zeros(2, kind), number))
        for index in (0, slice(None), [0, 1], np.array([True, False, True]), ..., np.array(1)):
            show("store", lambda: store(np.zeros(3, kind), index, number))
        show("element", lambda: store(np.zeros((3, 2), kind), (1, 0), number))
        show("flat", lambda: flat(np.zeros(3, kind), number)) if not isinstance(number, np.complexfloating) else None
        show("loop", lambda: loop(np.zeros(40, kind), number))
        if isinstance(number, np.generic):
            show("astype", lambda: number.astype(kind))
        tell(kind, repr(number))
    for values in (np.array(np.nan), np.array([1e30, 1]), np.array([1 + 2j]), np.array(1 + 2j)):
        show("scalar", lambda: scalar(values))
        show("array", lambda: np.array(values, kind))
        show("rows", lambda: np.asarray([values], kind))
        show("store", lambda: store(np.zeros((2, 2), kind), slice(None), values))
        tell(kind, repr(values))

# Into operands of single precision, from results of double precision.
for count in (1, 3, 40, 3000):
    for other in (np.float64(10), 10, 10.0, np.int64(10), np.full(count, 10.0), np.full(count, 10), np.full(count, 10, np.float32)):
        for name in ("__imul__", "__iadd__", "__itruediv__", "__ifloordiv__", "__ipow__"):
            show(f"{count} {name}", lambda: getattr(np.full(count, 1e38, np.float32), name)(other)[:2])
tell("in place")
show("zero", lambda: np.full(3, 1e38, np.float32).__itruediv__(np.float64(0)))
show("complex", lambda: np.full(3, 1e38, np.complex64).__imul__(np.complex128(10)))
show("out", lambda: np.exp(np.full(3, 200.0), out=np.zeros(3, np.float32)))
show("whole", lambda: np.exp(np.full(3, 200.0), out=np.zeros(3, np.int64), casting="unsafe"))


def grow(number, count):
    a = np.full(3, 1e38, np.float32)
    for _ in range(count):
        a *= number
    return a


show("grow", lambda: grow(np.float64(1.1), 50))
tell("single precision")
