# Numbers of Python beside float32 and complex64 that are too large for them: infinite, with a warning, wherever they come from.
import warnings

import numpy as np


def told(what, make):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = str(np.ravel(make())[:2])
        except Exception as error:
            result = f"{type(error).__name__} {error}"
    print(what, result, [str(warning.message) for warning in caught])


singles, long, pairs = np.ones(4, "f4"), np.ones(100000, "f4"), np.ones(3, "c8")
told("+", lambda: singles + 1e300)
told("<", lambda: 1e300 < singles)
told("long", lambda: long + 1e300)
told("fused", lambda: long * 2 + 1e300)
told("long <", lambda: long < 1e300)
told("scalar", lambda: np.float32(1) + 1e300)
told("scalar <", lambda: np.float32(1) < 1e300)
told("scalar **", lambda: np.float32(2) ** 1e300)
told("complex", lambda: pairs + 1e300)
told("imaginary", lambda: pairs * 1e300j)
told("maximum", lambda: np.maximum(singles, 1e300))
told("float64", lambda: singles + np.float64(1e300))
told("dtype=", lambda: np.add(singles, 1e300, dtype="f4"))
told("where", lambda: np.where(singles > 0, singles, 1e300))
told("full", lambda: np.full(3, 1e300, "f4"))
told("full of ints", lambda: np.full(3, np.nan, "i4"))
told("full of parts", lambda: np.full(3, 1 + 2j, "f4"))
told("full_like", lambda: np.full_like(singles, -1e300))
told("in place", lambda: singles.__iadd__(1e300))
told("infinite", lambda: singles + float("inf"))
told("nan", lambda: singles + float("nan"))
told("clip", lambda: np.clip(singles, 0, 1e300))
told("==", lambda: singles == 1e300)
told("float32", lambda: np.float32(1e300))
told("of float64", lambda: np.float32(np.float64(-1e300)))
told("of text", lambda: np.float32("1e300"))
told("complex64", lambda: np.complex64(1e300 + 1j))


def hot(x, n):
    s = np.float32(0)
    for i in range(n):
        s = s + x[i % 4]
        if i == n - 2:
            x = x * 1e39
    return s


told("hot", lambda: hot(np.ones(4, "f4"), 500))
