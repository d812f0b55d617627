# Rows of all types and layouts: extremes, limits, squares, products, repeats, copies, casts, counts. What comes of many of them is printed as a sum.
import warnings
import zlib

import numpy as np

warnings.simplefilter("ignore")
rng = np.random.default_rng(7)
TYPES = ["?", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8", "c8", "c16"]
found = {}


def made(shape, d, odd=True):
    x = (rng.integers(0, 19, shape) - (0 if d[0] == "u" else 9)).astype(d)
    if d[0] == "f":
        x += x.dtype.type(0.5) * (rng.random(shape) < 0.3)
        if odd and x.size > 3:
            x.flat[rng.integers(0, x.size, max(1, x.size // 15))] = np.nan
            x.flat[0] = np.inf if rng.random() < 0.5 else -0.0
    return x


def note(name, act):
    try:
        r = np.asarray(act())
        text = f"{r.dtype} {r.shape} {r.strides} {r.ravel().tolist()}"
    except Exception as error:
        text = f"{type(error).__name__} {error}"
    found[name] = zlib.crc32(text.encode(), found.get(name, 0))


def squared_in_place(x):
    x = x.copy()
    np.power(x, 2, out=x)
    return x


LIMITS = [(2, 5), (-3, 4), (2.5, 3), (5, 2), (None, 3), (2, None), (-1000, 1000), (np.float64(1), 2), (np.nan, 3), (0, 300), (True, 4)]
for d in TYPES:
    for shape in [(1,), (16,), (17,), (100,), (2500,), (7, 33), (20, 130), (3, 5, 17)]:
        found.clear()
        x, plain = made(shape, d), made(shape, d, False)
        views = [x, x.T, x[::-1], x[..., ::2], plain, plain.T]
        if d[0] != "c":
            for view in views:
                for axis in (None, *range(view.ndim)):
                    note("largest", lambda: view.argmax(axis))
                    note("smallest", lambda: view.argmin(axis))
                for low, high in LIMITS:
                    note("clip", lambda: np.clip(view, low, high))
        for view in views:
            note("square", lambda: np.power(view, 2))
            note("square", lambda: np.power(view, view.dtype.type(2)))
            note("square", lambda: squared_in_place(view))
            note("product", lambda: np.prod(view % 3, axis=-1))
            note("xor", lambda: np.bitwise_xor.reduce(view, axis=-1))
            for count in (0, 1, 2, 3, 4):
                note("repeat", lambda: np.repeat(view, count))
                note("repeat", lambda: np.repeat(view, count, axis=-1))
            for reps in (1, 2, (2, 1, 2)):
                note("tile", lambda: np.tile(view, reps))
            for order in "CFAK":
                note("copy", lambda: view.copy(order))
                note("copy", lambda: np.moveaxis(view, 0, -1).copy(order))
            note("isin", lambda: np.isin(view, [1, 2, view.flat[0]]))
            note("isin", lambda: np.isin(view, np.arange(50), invert=True))
            note("isin", lambda: np.isin(view, []))
            for to in TYPES[1:]:
                if d[0] == "f" and to[0] in "iu" and to != "u4":
                    note("cast", lambda: view.astype(to))
        if d[0] in "iu?":
            places = plain.ravel() if d == "?" else np.abs(plain).ravel()
            note("counts", lambda: np.bincount(places))
            note("counts", lambda: np.bincount(places, np.linspace(0, 1, places.size), 40))
        print(d, shape, str(x.T.tolist())[:40], str(plain[..., ::2].tolist())[:40])
        print(*[f"{name} {value:x}" for name, value in found.items()])

edges = [3e9, -3e9, 1e19, -1e19, np.nan, np.inf, 2.0**31 - 1, 2.0**31, -(2.0**31), -(2.0**31) - 1, 9.3e18, 255.9, 256.0, -0.9, -1.0, 65535.0, 32767.9]
for value in edges:
    for source in ("f4", "f8"):
        for to in ("i1", "u1", "i2", "i4", "i8", "u8"):
            for count in (1, 70):
                with warnings.catch_warnings(record=True) as told:
                    warnings.simplefilter("always")
                    cast = np.full(count, value, source).astype(to)
                print(cast[0], cast[0] == cast[-1], len(told), end="; ")
    print()

# Repeated axes: results of operators have the order of C, copies have such an axis last.
wide = np.broadcast_to(np.arange(4.0), (3, 4))
print(np.clip(wide, 0, 1).strides, np.cumsum(wide, axis=0).strides, wide.copy("K").strides, np.sort(wide, axis=0).strides)
# What does not lie where numbers do is read all the same.
odd = np.arange(200, dtype="u1")[1:129].view("i8").reshape(4, 4)
print(np.clip(odd, 0, 5)[0], odd.argmax(0), odd.argmax(), np.power(odd, 2)[0], (odd + 1).sum())
# einsum gives views of its own, and says what is wrong with subscripts.
whole = np.zeros((2, 3))
view = np.einsum("ij->ij", whole)
view.shape = (6,)
view[0] = 5
print(whole, view is whole)
for subscripts, shape in [("i->j", (3,)), ("ii", (1, 3)), ("iij->ij", (1, 3, 2)), ("i->ii", (3,)), ("ij->ji", (2, 3))]:
    try:
        print(np.einsum(subscripts, np.ones(shape)))
    except ValueError as error:
        print(error)
for reps in (np.array([2, 2]), -1, [2], (2, 1, 2)):
    try:
        print(np.tile([1, 2], reps))
    except ValueError as error:
        print(error)

# Nothing is noticed that no element brings about, however many are computed at once.
sparse = np.arange(40.0) % 3
for name in "sin cos tan arctan sinh tanh exp expm1 log1p sqrt square sign reciprocal arcsinh cbrt".split():
    told = []
    for x in (np.zeros(16), -np.zeros(40), sparse, sparse[::2], sparse.astype("f4"), sparse.astype("i4"), np.repeat(sparse, 2)[::2]):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            getattr(np, name)(x)
        told += [str(each.message) for each in caught]
    print(name, sorted(set(told)), len(told))
for kind in ("c8", "c16"):
    above, below = (sparse + 1j).astype(kind), (1 + sparse * 1j).astype(kind)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for n in (1, 2, 7, 40):
            above[:n] / below[:n], above[:n] / below[0], above[0] / below[:n], above[:n] / 2, 1 / below[:n], above[:n] / below[n - 1 :: -1]
    print(kind, [str(each.message) for each in caught])

# Remainders: bits, the signs of zeros, and what is noticed; long rows and short ones, dense and apart.
some = np.array([5.0, -5.0, 0.0, -0.0, 1e300, np.inf, np.nan, 7.5, 1e-310, 2.0**60, -1e-20, 0.3])
by = np.array([3.0, 3.0, -3.0, 3.0, 7.0, 2.0, 2.0, np.inf, 0.0, 3.0, 1.0, -0.1])
for kind in ("f8", "f4"):
    with np.errstate(all="ignore"):
        x, y = np.tile(some, 12).astype(kind), np.tile(by, 12).astype(kind)
        for name in ("remainder", "floor_divide", "fmod"):
            function = getattr(np, name)
            for a, b in [(x, y), (x[:5], y[:5]), (x[::-1], y), (x, y[1::2].repeat(2)), (x, np.asarray(0.1, kind)), (x[3:9], -y[3:9])]:
                result = function(a, b)
                print(name, kind, result[:14].tolist(), np.signbit(result).sum(), result.dtype)
for a, b in [(np.full(70, np.nan), 2.0), (np.full(3, np.nan), 2.0), (np.full(70, 2.0), np.nan), (np.full(70, 5.0), 0.0), (np.full(70, np.inf), 3.0), (np.ones(70), np.inf)]:
    for kind in ("f8", "f4"):
        for name in ("remainder", "floor_divide", "fmod"):
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                getattr(np, name)(a.astype(kind), np.asarray(b, kind))
            print(kind, name, b, [str(each.message) for each in caught])

# The places of extremes, in lines of every length; the first of several, what is no number above all.
rng = np.random.default_rng(5)
for kind in ("f8", "f4", "i8", "i4", "i2", "i1", "u1", "u8"):
    sums = []
    for length in (1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 100, 255, 256, 257, 2047, 2049, 5000):
        lines = rng.integers(0, 40, (6, length)).astype(kind)
        if kind[0] == "f":
            lines[1, length // 2] = lines[1, -1] = np.nan
            lines[2] = -lines[2]
            lines[3] *= 0
        places = [np.argmax(lines, axis=1), np.argmin(lines, axis=1), np.argmax(lines[:, ::-1], axis=1), np.argmin(lines.T, axis=0)]
        sums.append(sum(int(p @ np.arange(1, 7)) for p in places) + int(lines.argmax()) + int(lines[0].argmin()))
    print(kind, sums)

# Every other element, and further apart.
for kind in ("f8", "i8", "i4", "u1"):
    apart = rng.integers(1, 90, 4000).astype(kind)
    print(kind, [(apart[s].max(), apart[s].min(), apart[s].all(), (apart[s] > 50).any(), (apart[s] < apart[s][::-1]).sum(), np.maximum(apart[s], 40).sum()) for s in (slice(None, None, 2), slice(1, None, 3), slice(None, None, -2))])
far = np.zeros(1_200_000)
far[1::2], far[700_001] = 1, 0
print(far[1::2].all(), far[::2].any(), (far[::2] < far[1::2]).sum(), (far[::2] / (far[1::2] + 1)).max(), np.zeros((3000, 3000))[::7, 5].sum())
