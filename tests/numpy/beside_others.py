# Scalars beside complex numbers of Python, texts and others; what they are as numbers of Python; what they have no methods for.
import math
import warnings

import numpy as np


def shown(f):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            result = f()
        except Exception as error:
            return f"{type(error).__name__}: {error}"
    return f"{result!r} {type(result).__module__} {[(one.category.__name__, str(one.message)) for one in told]}"


def all_of(*functions):
    for function in functions:
        print(shown(function))


print("-- a complex number of Python on the left of a float64")
x, c, c6 = np.float64(-2.5), np.complex128(1 + 2j), np.complex64(1 + 2j)
all_of(lambda: 1j * x, lambda: 1j + x, lambda: 1j - x, lambda: 1j / x, lambda: 1j**x, lambda: 1j == x, lambda: 1j != x, lambda: (1 + 0j) == np.float64(1))
all_of(lambda: 1j // x, lambda: 1j % x, lambda: 1j / np.float64(0), lambda: 0j ** np.float64(-1), lambda: 1j - np.float64(np.inf), lambda: 1j < x)
all_of(lambda: x * 1j, lambda: x == 1j, lambda: 1j * np.float32(2), lambda: 1j == np.float32(2), lambda: 1j * np.int64(2), lambda: 1j * c, lambda: 1j == c, lambda: np.add(1j, x), lambda: 1j + np.array(2.0))


def changed(z, n):
    for _ in range(n):
        z += x
        z *= np.float64(-0.5)
    return z


def turned(n):
    total, angle = 0j, np.float64(0.5)
    for i in range(n):
        total = total + 1j * angle
        if 1j == angle:
            total = 0j
        same = 1j != angle
    return total, same


all_of(lambda: changed(1j, 2), lambda: changed(1j, 3000), lambda: turned(5), lambda: turned(3000))

print("-- complex scalars as real numbers")
all_of(lambda: int(c), lambda: float(c), lambda: int(c6), lambda: float(c6), lambda: math.sqrt(c), lambda: math.floor(c), lambda: complex(c), lambda: int(np.complex128(float("nan"))), lambda: int(np.complex128(7)))
all_of(lambda: float(np.array(1 + 2j)), lambda: c.__int__(), lambda: c.__float__(), lambda: [1, 2][c], lambda: "%f" % c, lambda: math.isnan(c), lambda: math.fsum([c]), lambda: sum([1.0, c]))

print("-- texts and others")
for v in (np.int64(5), np.float64(2), np.bool_(True), np.complex128(1), np.float32(1), np.uint8(3)):
    for other in ("a", b"a", "", None, {}, set(), (1, 2), [1], print):
        print(shown(lambda: v == other), shown(lambda: v != other), shown(lambda: other == v), shown(lambda: other != v))
    for other in ("a", b"a", None, {}):
        all_of(lambda: v < other, lambda: v >= other, lambda: other < v, lambda: other >= v)


def unequal(n):
    v, count = np.int64(3), 0
    for i in range(n):
        found = v == "a"
        count += v != "b"
    return found, count


all_of(lambda: unequal(3), lambda: unequal(3000), lambda: np.float64(1) in ["a", None], lambda: np.arange(3) < "a", lambda: None < np.arange(3), lambda: "a" >= np.ones(2), lambda: np.arange(3) == "a")

print("-- what there is not")
A = np.ones((3, 4))
all_of(lambda: round(c6), lambda: round(c, 2), lambda: round(np.True_), lambda: round(np.True_, 1), lambda: round(A), lambda: round(np.float32(2.5)), lambda: round(np.int8(-3)), lambda: round(np.float64(2.567), 1))
for name in ("as_integer_ratio", "bit_count", "hex", "is_integer"):
    for v in (np.int64(3), np.uint8(3), np.float32(1.5), np.float64(1.5), c6, c, np.True_, A):
        print(name, shown(lambda: getattr(v, name)()), hasattr(type(v), name))
all_of(lambda: divmod(c6, 2), lambda: divmod(2, c6), lambda: c // 2, lambda: 2 % c, lambda: np.int8(5) // 1j, lambda: np.int8(5) % 1j)
all_of(lambda: A % "a", lambda: A / "a", lambda: A << "a", lambda: A - "a", lambda: A.swapaxes(0, 2), lambda: np.swapaxes(A, -3, 0), lambda: np.unique(A, axis=4), lambda: np.apply_along_axis(sum, 2, A))
all_of(lambda: np.repeat(A, -1), lambda: np.repeat([1, 2], [-1, 2]), lambda: np.convolve([1], [1], "bad"), lambda: np.convolve([1], [1], "Foo"), lambda: np.correlate([1], [1], 5), lambda: np.matmul(np.ones((2, 3, 4)), np.ones((3, 4, 2))))
all_of(lambda: np.full(3), lambda: np.full(), lambda: np.full(fill_value=2), lambda: np.full(shape=2, fill_value=1), lambda: np.arange(), lambda: np.arange(dtype=int), lambda: np.arange(stop=3), lambda: np.arange(start=3), lambda: np.zeros(), lambda: np.array())

print("-- rows of none")
Z, Y = np.zeros((0, 3)), np.zeros((3, 0))
all_of(lambda: Z.mean(axis=1), lambda: Z.mean(axis=0), lambda: Z.mean(), lambda: Y.mean(axis=0), lambda: Y.mean(axis=1), lambda: Z.var(axis=1), lambda: Z.std(axis=1, ddof=3), lambda: Z.std(axis=0), lambda: np.median(Z, axis=1), lambda: np.average(Z, axis=1), lambda: Z.mean(axis=1, keepdims=True), lambda: np.zeros((0, 3), int).mean(axis=1), lambda: np.mean([]), lambda: Z.mean(axis=1, where=False))

print("-- parts of rows of single precision")
v, w = np.array([1, 0, 3, 2], np.float32), np.arange(7, dtype=np.float32) / 3
for method in ("linear", "lower", "higher", "midpoint", "nearest", "hazen", "weibull", "median_unbiased", "normal_unbiased", "inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf"):
    for q in (30, 33, 85, 99.5, 12.3, np.float32(30), np.float64(30), [30], [10, 33], np.array([10, 33], np.float32), np.array(33.0)):
        part = np.array(q) / 100 if isinstance(q, list) else q / 100
        print([repr(np.percentile(row, q, method=method)) for row in (v, w)], [repr(np.quantile(row, part, method=method)) for row in (v, w)])
M = (np.arange(12, dtype=np.float32) / 7).reshape(3, 4)
print(np.percentile(M, 77.7, axis=0), np.quantile(M, 0.3, axis=1), repr(np.quantile([1, 2, 3], 0)), repr(np.quantile(v, 1)), repr(np.nanpercentile(v, 30)))

print("-- interp")
z = np.array([1, 2], complex)
all_of(lambda: np.interp(1, z, z), lambda: np.interp(z, [1, 2], [1, 2]), lambda: np.interp(1.5, [1, 2], z), lambda: np.interp(1, [1, 2j], [1, 2]), lambda: np.interp(1j, [1, 2], [1, 2]))

print("-- out by its place")
a = np.arange(3.0)
all_of(lambda: np.maximum(a, 1, a.copy()), lambda: np.minimum(a, 1, np.empty(3)), lambda: np.maximum(1, 2, None), lambda: np.fmax(a, 1, np.empty(3)), lambda: np.add(a, 1, np.empty(3)), lambda: np.maximum(a, 1, out=np.empty(3)), lambda: np.add(1, 2, 3), lambda: np.add(a, 1, (np.empty(3),)))


def stored(kind):
    a = np.zeros(2, kind)
    a[0] = c
    return a


for kind in (float, int, np.float32, np.int8, bool, np.complex64):
    all_of(lambda: stored(kind), lambda: np.dtype(kind).type(c), lambda: np.full(2, c, kind), lambda: np.array([c], kind), lambda: np.array([c, 1.0], kind))


def now_this_now_that(n):
    w, r = 1 + 0j, np.complex128(0.6 + 0.8j)
    kinds = set()
    for i in range(n):
        w *= r
        kinds.add(type(w).__name__)
        if i % 64 == 0:
            w = 1 + 0j
    return round(w.real, 9), round(w.imag, 9), sorted(kinds)


print(now_this_now_that(1000), now_this_now_that(1000))
