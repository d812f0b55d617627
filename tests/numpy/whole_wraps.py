# Operators on two whole numbers of one type, and on one and a number of Python: results, types, and what is warned of.
import warnings

import numpy as np

OPERATORS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "//": lambda a, b: a // b, "%": lambda a, b: a % b, "&": lambda a, b: a & b, "|": lambda a, b: a | b,
    "^": lambda a, b: a ^ b, "<<": lambda a, b: a << b, ">>": lambda a, b: a >> b,
}
TYPES = [np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64]


def outcome(operator, a, b):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            result = operator(a, b)
        except Exception as error:
            return f"{type(error).__name__}: {error}"
    return f"{result!r} {[str(one.message) for one in told]}"


def numbers(kind):
    info = np.iinfo(kind)
    found = [info.min, info.min + 1, -7, -1, 0, 1, 2, 3, 7, 8, 31, 63, 64, info.max // 2, info.max - 1, info.max]
    return sorted({number for number in found if info.min <= number <= info.max})


for kind in TYPES:
    for sign, operator in OPERATORS.items():
        lines = [outcome(operator, kind(a), kind(b)) for a in numbers(kind) for b in numbers(kind)]
        total = 0
        for line in lines:
            for letter in line:
                total = (total * 131 + ord(letter)) % 1000000007
        print(kind.__name__, sign, total, lines[1], lines[-1], sep=" | ")

print("-- beside numbers of Python")
for kind in TYPES:
    for other in (5, -3, 200, 2**40, 2**63, -(2**63), 2**64, True, 2.5, 1 + 2j):
        for sign in ("+", "*", "//", "%", "&", "<<"):
            print(kind.__name__, sign, other, outcome(OPERATORS[sign], kind(100), other), outcome(OPERATORS[sign], other, kind(100)))

print("-- every pair of int8 and uint8")
for kind in (np.int8, np.uint8):
    info = np.iinfo(kind)
    for sign in ("+", "-", "*", "//", "%", "<<", ">>"):
        operator, total = OPERATORS[sign], 0
        with np.errstate(all="ignore"):
            for a in range(info.min, info.max + 1, 3):
                for b in range(info.min, info.max + 1):
                    result = operator(kind(a), kind(b))
                    assert type(result) is kind
                    total = (total * 31 + int(result)) % 1000003
        print(kind.__name__, sign, total)

print("-- in loops")


def hashed(h, times, n):
    for i in range(n):
        h = h * times + i
    return h


def shuffled(x, n):
    a, b, c = x.dtype.type(13), x.dtype.type(7), x.dtype.type(17)
    for _ in range(n):
        x ^= x << a
        x ^= x >> b
        x ^= x << c
    return x


def folded(x, modulus, n):
    for _ in range(n):
        x = (x + x) % modulus
    return x


with np.errstate(over="ignore"):
    print(repr(hashed(np.int64(17), 31, 5000)), repr(hashed(np.uint64(17), 31, 5000)), repr(hashed(np.int64(17), np.int64(-31), 5000)))
    print(repr(shuffled(np.uint64(88172645463325252), 3000)), repr(shuffled(np.uint32(2463534242), 3000)))
    print(repr(folded(np.uint64(2**62 + 12345), np.uint64(2**63 - 25), 3000)))
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("default")
    print(repr(hashed(np.int64(17), 31, 3000)))
print([str(one.message) for one in told])
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    print(repr(hashed(np.int64(17), 31, 40)), len(told))
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("ignore")
    print(repr(hashed(np.int64(17), 31, 3000)), len(told))
with np.errstate(over="raise"):
    try:
        hashed(np.int64(17), 31, 3000)
    except FloatingPointError as error:
        print(error)


def told_on_each_line(n):
    h, x, y, z = np.int64(2**62), 0, 0, 0
    for i in range(n):
        x = h * 3
        y = h + h
        z = h * 3 + h
    return x, y, z


for action in ("default", "once", "module", "always", "ignore"):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter(action)
        told_on_each_line(3)
        told_on_each_line(3)
    first = told_on_each_line.__code__.co_firstlineno
    print(action, [(one.lineno - first, str(one.message)) for one in told])
for after in (0, 1, 2, 5):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("default")
        told_on_each_line(after)
        warnings.simplefilter("error")
        try:
            told_on_each_line(1)
        except RuntimeWarning as error:
            print(after, len(told), "raised", error)
        warnings.simplefilter("ignore")
        told_on_each_line(1)
        warnings.simplefilter("always")
        told_on_each_line(1)
        print(after, len(told))
