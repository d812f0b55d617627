# Which of two zeros of different signs the functions of extremes give.
import numpy as np


def signs(result):
    return "".join("-" if sign else "+" for sign in np.signbit(np.atleast_1d(result)))


for kind in (np.float32, np.float64):
    for function in (np.fmax, np.fmin, np.maximum, np.minimum):
        for x, y in ((0.0, -0.0), (-0.0, 0.0)):
            row = [signs(function(kind(x), kind(y)))]
            for n in (1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, 64, 70):
                a, b = np.full(n, x, kind), np.full(n, y, kind)
                apart = np.full(2 * n, x, kind)[::2], np.full(2 * n, y, kind)[::2]
                row += [signs(r) for r in (function(a, b), function(a, kind(y)), function(kind(x), b), function(*apart))]
            row += [str(function.reduce(np.array([x, y] * k, kind))) for k in (1, 2, 4, 8, 9, 16, 33)]
            print(kind.__name__, function.__name__, x, row)
v = np.array([3.0, np.nan, -1, np.inf, 0, -0.0, -np.inf])
print(np.fmax(v, 0), np.fmin(v, 0), np.fmax(0, v), np.fmax(v[::-1], v), np.fmin(v, np.nan), np.fmax(np.nan, v))
print(np.fmax(-0.0, 0), np.fmin(0, -0.0), np.nanmax(v), np.nanmin(v), np.fmax([1, 2], [2, 1]), np.fmax(1j, [0, 2j, np.nan]))
out = np.array([-0.0, 0.0, 5.0] * 4)
np.fmax(out, np.array([0.0, -0.0, 2.0] * 4), out=out)
print(signs(out), out)
