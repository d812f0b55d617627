"""Functions of float32 are near the true results, whatever stands beside an element."""
import numpy as np

r = np.random.default_rng(7)


def points(least, most, n=20000):
    plain = r.random(n) * (most - least) + least
    small = np.exp2(r.random(n) * 60 - 45) * np.where(r.random(n) < 0.5, -1, 1)
    return np.concatenate([plain, small[(small > least) & (small < most)]]).astype(np.float32)


def units(found, true):
    return float(np.max(np.abs(found.astype(float) - true) / np.spacing(np.abs(true.astype(np.float32))).astype(float)))


RANGES = {
    "exp2": [(-120, 120)], "expm1": [(-80, 80)], "sinh": [(-80, 80)], "cosh": [(-80, 80)], "tanh": [(-40, 40)],
    "log1p": [(-0.999, 1e6), (-0.5, 0.5)], "arcsinh": [(-1e6, 1e6), (-2, 2)], "arccosh": [(1, 2), (1, 1e6)],
    "arctanh": [(-0.9999, 0.9999)], "tan": [(-1e5, 1e5), (-3, 3)], "arctan": [(-10, 10)], "arcsin": [(-1, 1)],
    "arccos": [(-1, 1)], "cbrt": [(-1e6, 1e6)], "log2": [(1e-6, 1e6), (0.5, 2)], "log10": [(1e-6, 1e6), (0.5, 2)],
}
for name, ranges in RANGES.items():
    function = getattr(np, name)
    for least, most in ranges:
        x = points(least, most)
        x = x[(x > least) & (x < most)] if name in ("arccosh", "log2", "log10") else x
        print(name, least, most, units(function(x), function(x.astype(float))) < 4)
        alone = np.array([function(one) for one in x[:200]])
        print(alone.dtype, np.array_equal(alone, function(x)[:200]), np.array_equal(function(x[::3]), function(x)[::3]))
x, y = points(0.01, 100)[:9000], points(-10, 10)[:9000]
x = np.abs(x) + np.float32(0.001)
print(units(np.power(x, y), np.power(x.astype(float), y.astype(float))) < 4)
print(units(np.arctan2(y, x), np.arctan2(y.astype(float), x.astype(float))) < 4)
print(np.log10(np.float32(10) ** np.arange(-5, 20, dtype=np.float32)).round(3), np.log2(np.float32(2) ** np.arange(-5, 20, dtype=np.float32)))

SPECIAL = np.array([0.0, -0.0, np.inf, -np.inf, np.nan, 1.0, -1.0, 2.0, 100.0, -100.0], np.float32)
with np.errstate(all="ignore"):
    for dtype in (np.float32, np.float64):
        mixed = np.full(200, 0.5, dtype)
        mixed[::20] = SPECIAL
        for name in RANGES:
            print(name, np.float32(getattr(np, name)(mixed)[::20]).round(3).tolist(), len(set(map(str, getattr(np, name)(mixed)[1::20].tolist()))))
        print(np.power(mixed, -1.5)[::20].astype(np.float32), np.arctan2(mixed, mixed[::-1])[::20].astype(np.float32).round(4))
for name in ("log", "log2", "log10", "arccosh", "exp", "sinh", "tanh", "arctanh"):
    for value in (-1.0, 0.0, 1.0, 1000.0):
        with np.errstate(all="raise"):
            try:
                print(name, value, float(getattr(np, name)(np.full(100, value, np.float32))[0].round(3)))
            except FloatingPointError as error:
                print(name, value, error)
