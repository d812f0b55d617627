# What warnings of operators on two numbers call them: those of scalars, where the type of one holds the other.
import operator
import warnings

import numpy as np


def show(function, *numbers):
    with warnings.catch_warnings(record=True) as met:
        warnings.simplefilter("always")
        try:
            result = repr(function(*numbers))
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
    for one in met:
        kinds = " ".join(number.dtype.name if hasattr(number, "dtype") else type(number).__name__ for number in numbers)
        seen.setdefault(f"{function.__name__}: {one.message}", {}).setdefault(kinds, []).append(result)


seen = {}


def numbers_of(kind):
    if kind is np.bool:
        return [kind(1), kind(0)]
    if issubclass(kind, np.integer):
        return [kind(0), kind(np.iinfo(kind).max), kind(7)]
    return [kind(0), kind(np.finfo(kind).max), kind(np.nan)]


KINDS = np.bool, np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64, np.float32, np.float64
scalars = [number for kind in KINDS for number in numbers_of(kind)]
scalars += [np.complex64(0), np.complex64(2 - 1j), np.complex128(0), np.complex128(2 - 1j)]
others = [True, False, 0, 3, 0.0, 2.5, np.array(0), np.array(127, np.int8)]
functions = operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod
for function in functions:
    for a in scalars + others:
        for b in scalars + others:
            if isinstance(a, np.generic) or isinstance(b, np.generic):
                show(function, a, b)
print(repr(np.True_ - np.uint8(7)), repr(np.True_ + np.uint8(255)))


def loop(a, b, count):
    for _ in range(count):
        last = a / b
    return last


for a, b in ((2.5, np.int8(0)), (np.float32(1), np.int32(0)), (np.int8(-7), np.uint8(0)), (np.True_, 0), (np.int64(1), 0)):
    show(loop, a, b, 300)

for message, pairs in seen.items():
    print(message)
    for kinds, results in pairs.items():
        print("   ", kinds, *dict.fromkeys(results))
