"""Elements of every type read, compared, computed with and written one by one, in loops that met others before."""

import warnings

import numpy as np

warnings.simplefilter("ignore")

SOURCE = """
def total(a, n, s):
    for i in range(n):
        s = s + a[i]
    return s

def table(a, s):
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s = s + a[i, j]
    return s

def over(a, n, limit):
    count = 0
    for i in range(n):
        if a[i] > limit:
            count += 1
    return count

def put(a, b, n):
    for i in range(n):
        b[n - 1 - i] = a[i]

def changed(a, n):
    for i in range(n):
        a[i] += a[n - 1 - i]

def mixed(a, n):
    rows = []
    for i in range(n):
        x = a[i]
        rows.append((x + 1, x * 2, x // 3, x % 3, x == 2, -x if i < 2 else x, x - 2 if i > 3 else x, x + 0.5))
    return rows[:3] + rows[-2:]
"""


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for name in "int8 uint8 int16 uint16 int32 uint32 int64 uint64 float32 float64 bool complex64 complex128".split():
    scope = {}
    exec(SOURCE, scope)
    a = (np.arange(40) % 7).astype(name)
    n, zero = len(a), a.dtype.type(0)
    print(name, repr(attempt(scope["total"], a, n, zero)), repr(attempt(scope["table"], a.reshape(5, 8), zero)))
    print(attempt(scope["over"], a, n, 3), attempt(scope["over"], a, n, -1), attempt(scope["over"], a, n, 2.5))
    b = np.zeros(n, name)
    attempt(scope["put"], a, b, n)
    print(b[:9], attempt(scope["put"], np.arange(-3.0, 37), b, n), b[-9:])
    attempt(scope["changed"], b, n)
    print(b[:9])
    print(attempt(scope["mixed"], a[:9], 9))

# Whole numbers that no machine number with a sign holds.
scope = {}
exec(SOURCE, scope)
big = np.array([1, 2, 2**63 + 5, 3, 2**64 - 1, 7] * 6, dtype=np.uint64)
print(scope["over"](big, len(big), 2), scope["over"](big, len(big), 2**63), repr(scope["total"](big, 4, np.uint64(0))))
print(repr(scope["total"](big, len(big), np.uint64(0))))
copy = np.zeros_like(big)
scope["put"](big, copy, len(big))
print(copy[:7], scope["mixed"](big, 6))
print(repr(scope["total"](big, 3, 0)), repr(scope["total"](big, 3, np.int64(1))), repr(scope["total"](big, 2, 1.5)))
print(attempt(scope["put"], [-1] * 3, copy, 3), copy[:3])
