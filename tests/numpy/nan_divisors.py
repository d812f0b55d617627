# Complex numbers divided by what is no number, or by zero: whole rows, scalars, and loops over them.
import warnings

import numpy as np

nan, inf = np.nan, np.inf
NUMBERS = [complex(re, im) for re in (0.0, 1.5, -2.0, nan, inf) for im in (-0.0, 3.0, nan, -inf)]


def show(what, compute):
    with warnings.catch_warnings(record=True) as met:
        warnings.simplefilter("always")
        result = compute()
    print(what, repr(result), sorted({str(one.message) for one in met}))


show("row / nan", lambda: np.array([1 + 1j, 2]) / np.nan)
show("scalar / nan", lambda: np.complex128(1 + 1j) / np.float64("nan"))
show("number / row", lambda: (1 + 1j) / np.array([nan, 1]))
show("row / row", lambda: np.array([1 + 1j]) / np.array([complex(nan, 0)]))
for kind in (np.complex64, np.complex128):
    row = np.array(NUMBERS, kind)
    for divisor in NUMBERS:
        show(divisor, lambda: row / kind(divisor))
        show(divisor, lambda: [kind(number) / kind(divisor) for number in NUMBERS])
    for divisor in (nan, inf, 0.0, 2.5):
        show(divisor, lambda: row / divisor)
        show(divisor, lambda: row[::2] / divisor)
        show(divisor, lambda: np.tile(row, 9)[::-1] / np.full(9 * len(row), divisor))
    show("reciprocals", lambda: np.reciprocal(row))


def loop(kind, count):
    total, last = kind(0), None
    for i in range(count):
        last = kind(1 + 1j) / kind(complex(nan if i % 3 == 2 else i + 1, 0))
        if last == last:
            total += last
    return total, last


def rows(a, b, count):
    result = a / b
    for _ in range(count):
        result = result * 0.5 + a / b
    return result


for kind in (np.complex64, np.complex128):
    show("loop", lambda: loop(kind, 3000))
    show("loop of rows", lambda: rows(np.array(NUMBERS, kind), np.array(NUMBERS[::-1], kind), 300))
