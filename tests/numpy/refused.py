"""Arguments that are refused, and the types of what is given otherwise."""
import warnings

import numpy as np

warnings.simplefilter("ignore")


def tell(number, error):
    """Which case it was, and the built-in class of its exception."""
    kinds = (TypeError, OverflowError, IndexError, ValueError)
    print(number, next(kind.__name__ for kind in kinds if isinstance(error, kind)))


a = np.array([1, 2])
for number, f in enumerate((
    lambda: None + a,
    lambda: a + None,
    lambda: None < a,
    lambda: None * a,
    lambda: "a" + a,
    lambda: a + "a",
    lambda: "%s" % a,
    lambda: "%d|%d" % tuple(a),
    lambda: None & a,
    lambda: None == np.array(1),
    lambda: a.tolist(1),
    lambda: a.astype(),
    lambda: a.copy(0),
    lambda: a.fill(a),
    lambda: np.exp(a, a, out=None),
    lambda: np.argmax(3, axis=2),
    lambda: np.argmax(3, axis=0),
    lambda: np.cumsum(3, axis=0),
    lambda: np.cumsum(3, axis=1),
    lambda: np.cumsum(a, axis=(0,)),
    lambda: np.r_[np.uint8([1]), 1, 2].dtype,
    lambda: np.r_[np.float32([1]), 2.5].dtype,
    lambda: np.r_[1, 2.5].dtype,
    lambda: np.r_[0:3, 7],
    lambda: np.compress(2, a),
    lambda: np.vander([[1]]),
    lambda: np.cov(np.ones((2,2,2))),
    lambda: round(a),
    lambda: round(np.float64(2.5)),
    lambda: round(np.float64(2.56), 1),
    lambda: round(np.array(2.5)),
    lambda: np.nanmean(np.float32([1, np.nan])).dtype,
    lambda: np.nanmean(np.ones((2,2), 'f4'), axis=0).dtype,
    lambda: np.nanvar(np.array([1, np.inf, np.nan])),
    lambda: np.nanstd(np.ones(3, 'f4')).dtype,
    lambda: np.nanvar(np.ones((2,2), 'f4'), axis=1).dtype,
    lambda: np.vecdot(1, a),
    lambda: np.vecdot([1,2,3], a),
    lambda: np.put(a, [0], 2.7),
    lambda: np.put(np.zeros(2, 'u1'), [0], -3),
    lambda: np.putmask(a, a > 0, 2.7) ,
    lambda: np.putmask(a, a > 0, np.array(2.7)),
    lambda: np.choose([0.0], [[1]]),
    lambda: np.choose([0, 1], [[1, 2], [3, 4]]),
    lambda: np.intersect1d(np.int8([1]), np.float32([1])),
    lambda: np.frompyfunc(lambda x: type(x), 1, 1)(np.complex64(1)),
    lambda: np.ldexp(1.0, 2.0),
    lambda: np.ldexp(np.float32(1.5), [1, 2]),
    lambda: np.ldexp(1j, 2),
)):
    try: print(number, repr(f()))
    except (TypeError, ValueError, OverflowError) as e: tell(number, e)
for shape, v in (((3, 3), [1, 2]), ((2, 3), [7, 8, 9, 10]), ((2, 2, 2), [5, 6, 7]), ((3, 3), 4), ((4, 2), [1, 2, 3])):
    for wrap in (False, True):
        z = np.zeros(shape, int); np.fill_diagonal(z, v, wrap); print(z.tolist())

b = np.broadcast_to(np.array([1, 0, 0]), (2, 3))
a = np.ones((2, 3, 4)).transpose(1, 2, 0)
f = np.asfortranarray(np.ones((2, 3)))
for made in (b <= 1, np.concatenate([a, a]), np.concatenate([a, a], axis=1), np.concatenate([a, a.copy()], axis=1), np.hstack([f, f]), np.stack([f, f]), np.vstack([f, f]), np.concatenate([f, f.copy("C")])):
    print(made.strides)
for text in ("a" == np.array([1, 2]), "a" != np.array([1, 2]), None == np.array([1, 2]), np.array([1]) != None, "a" == np.array(["a", "b"])):
    print(repr(text))

a = np.arange(4)
for number, f in enumerate((
    lambda r: np.add.at(r, [0, 0], None),
    lambda r: np.add.at(r, [0, 0]),
    lambda r: np.negative.at(r, [0, 0], 1),
    lambda r: np.negative.at(r, [0, 1]),
    lambda r: np.add.at(r, [0, 0], np.int64),
    lambda r: np.add.at(r, [0, 0], 2),
    lambda r: np.add.at(r, 1, 2),
    lambda r: np.add.at(r, [0, 0], 1.5),
    lambda r: np.add.at(r, [0, 0], np.nan),
    lambda r: np.add.at(r, [0, 0], 1j),
    lambda r: np.multiply.at(r, r > 1, [5, 6]),
    lambda r: np.add.at(r, [0, 0], "a"),
    lambda r: np.add.at(r, [0, 0], [1, 2, 3]),
    lambda r: np.maximum.at(r, [[0, 1]], [9]),
    lambda r: np.power.at(r, [1, 1], 2),
    lambda r: np.exp.at(r, [1]),
    lambda r: np.divide.at(r, [1], 2),
    lambda r: np.subtract.at(r.astype(float), [0], 2.5),
)):
    r = a.copy()
    try: print(number, f(r), r)
    except (TypeError, ValueError) as e: tell(number, e)

for number, f in enumerate((
    lambda: np.add.accumulate(3),
    lambda: np.angle(np.array([True, False])),
    lambda: np.angle([1, -1]).dtype,
    lambda: np.angle(np.float32(1)).dtype,
    lambda: np.angle(np.complex64(1j)),
    lambda: np.angle([-1.0, 1j], deg=True),
    lambda: np.choose(1, [2.5, 3.5]),
    lambda: np.percentile([1j], 50),
    lambda: np.fft.rfft([1j, 2]),
    lambda: np.convolve([[1]], [1]),
    lambda: np.correlate([1, 2, 3], [0, 1, 0.5]),
    lambda: np.argsort(5),
    lambda: np.argsort([3, 1]),
    lambda: np.zeros((2, 3)).swapaxes(),
    lambda: np.zeros((2, 3)).swapaxes(0, 1).shape,
    lambda: np.put(np.zeros(2), [0], []),
    lambda: np.putmask(np.zeros(2), [1, 0], []),
    lambda: np.quantile([1, 2, 3], 0.5),
    lambda: np.full(2, np.nan, np.int32),
    lambda: np.full_like([1, 2], 2.7),
    lambda: np.full(2, 300, 'i1'),
    lambda: np.full(2, 2.5),
    lambda: np.copyto(np.zeros(2, int), 2.5),
    lambda: np.int8(1e3),
    lambda: np.int8(3.7),
    lambda: np.int16(np.float64(1e9)),
    lambda: np.array([1e3], 'i1'),
    lambda: np.array([2.7, 3], int),
    lambda: np.array([np.float64(2.7)], 'u1'),
    lambda: np.array(1e10, 'i4'),
    lambda: np.zeros(2, 'i8').fill(1e30),
)):
    try: print(number, repr(f()))
    except Exception as e: print(isinstance(e, TypeError), isinstance(e, ValueError), isinstance(e, OverflowError))

x = np.arange(4, dtype='f4'); np.putmask(x, x > 1, np.float64(2.5)); print(x)
z = np.zeros((2,2)); np.fill_diagonal(z, []); print(z)
def t(f):
    try: print(number, repr(f()))
    except (TypeError, ValueError, OverflowError, IndexError) as e: print(type(e).__name__, e)
t(lambda: np.fill_diagonal(np.zeros((3,2),'i1'), 300, True))
t(lambda: np.place(np.zeros(2, 'i1'), [True, False], [300])); t(lambda: np.place(np.zeros(2, int), [True, False], np.array([2.7])))
t(lambda: np.vecdot([1,2],[3,4],axis=3)); t(lambda: np.vecdot(np.arange(8).reshape(2,2,2), np.arange(1,5).reshape(2,2), axis=0)); t(lambda: np.vecdot(np.int8([1, 2]), np.int8([3, 4])).dtype); t(lambda: np.vecdot([True], [True])); t(lambda: np.vecdot([1j, 2], [1, 1j]))
a = np.arange(24).reshape(2,3,4).transpose(0,2,1)
for ax in (0, 1, 2, 3): print(np.stack([a,a],ax).strides)
for ax in (0, 1, 2): print(np.concatenate([a, a], ax).strides, np.concatenate([a, a.copy()], ax).strides, np.concatenate([np.broadcast_to(np.arange(4)[:, None], (2, 4, 3)), a], ax).strides)
r = np.zeros(2, 'i1'); np.add.at(r, [0, 0], 300); print(r)
t(lambda: np.left_shift.at(np.ones(2, 'u1'), [0], 3))
r = np.ones(2, 'c8'); np.divide.at(r, [0], 2.5); print(r)
t(lambda: np.zeros(2).fill(range(2))); t(lambda: np.full(2, 1j, 'f4')); t(lambda: np.full(2, 1j, '?')); t(lambda: np.full(2, 300, 'i1')); t(lambda: np.full(2, 2**70, 'f8')); t(lambda: np.put(np.zeros(2), [], 1)); t(lambda: np.full((), 'a')); t(lambda: np.full(2, 1.5, object))
t(lambda: np.full(2, [1, 2])); t(lambda: np.full(3, np.float32(2)).dtype); t(lambda: np.full_like(np.zeros(2, 'f4'), 1e300))

a = np.arange(6)
for number, f in enumerate((lambda: np.roll(a, (1, 2), axis=0), lambda: np.roll(a.reshape(2, 3), (1, 1), axis=(0, 1)), lambda: np.roll(a.reshape(2, 3), 1, axis=(0, 1)), lambda: np.roll(a.reshape(2, 3), [1], axis=(0, 1)), lambda: np.roll(a.reshape(2, 3), (1, 1, 1), axis=(0, 1, 1)), lambda: np.roll(a, 2), lambda: np.roll(a, [1, 2], 0), lambda: np.divide.reduce(1e3), lambda: np.power.reduce(2.5), lambda: np.lcm.reduce(2), lambda: np.subtract.reduce(np.array(3)), lambda: np.subtract.reduce([[1, 2], [3, 4]], axis=()), lambda: np.add.reduce([[1, 2]], axis=()), lambda: np.maximum.reduce(5), lambda: np.subtract.reduce(np.float32(1), keepdims=True), lambda: np.full_like([1, 2], None), lambda: np.full_like([1.0, 2], None), lambda: np.full_like(np.array([1, 'a'], object), None), lambda: np.empty_like([1, 2]).shape, lambda: np.empty_like(np.array(['a'], object)), lambda: a.reshape(-3), lambda: a.reshape(2, -5).shape, lambda: a.reshape(-1, -2))):
    try: r = f(); print(number, repr(r), type(r).__name__)
    except (TypeError, ValueError) as e: tell(number, e)
