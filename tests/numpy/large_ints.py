# Ints of Python that no int64 holds, given to universal functions.
import warnings

import numpy as np


def show(compute):
    with warnings.catch_warnings(record=True) as met:
        warnings.simplefilter("always")
        try:
            result = repr(compute())
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
    print(result, sorted({str(one.message) for one in met}))


NUMBERS = 2**63 - 1, -(2**63), 2**63, 2**64 - 1, 2**64, -(2**63) - 1, 2**70, -(2**70)
for name in (
    "absolute", "negative", "positive", "sqrt", "square", "sign", "exp", "log", "log2", "cos", "cbrt", "rint", "floor", "isfinite",
    "isnan", "isinf", "signbit", "invert", "conjugate", "logical_not", "reciprocal",
):
    print(name)
    for number in NUMBERS:
        if (name, number) != ("reciprocal", 2**64 - 1):
            show(lambda: getattr(np, name)(number))
for name in ("equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "add", "multiply", "maximum"):
    print(name)
    for a, b in ((2**64, 2**64), (2**63, -1), (2**63, 1.0), (2**64, 1), (1, 2**70), (2**63, np.int64(1)), (2**62, 3)):
        show(lambda: getattr(np, name)(a, b))
show(lambda: np.abs([2**64, -1]))
