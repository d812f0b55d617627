"""What becomes of numbers that are stored into arrays of whole numbers, one by one in loops and otherwise."""
import warnings

warnings.simplefilter("ignore")
import numpy as np
def f(r, v, n):
    c = 0
    for i in range(n):
        try: r[i % len(r)] = v[i % len(v)]
        except OverflowError: c += 1
        except ValueError: c += 1000
    return c
def g(r, v, n):
    c = 0
    for i in range(n):
        try: r[i % 2, i % 2] = v * i
        except OverflowError: c += 1
        except ValueError: c += 1000
    return c
for dt in ('i1', 'u1', 'i2', 'u2', 'i4', 'u4', 'i8', 'u8', 'bool', 'f4'):
    for v in ([1.5, 2.5], [1.5, 300.5], [100.0, -5.5], [1e10, 3.0], [1e20, 1.0], [1, 300], [1, -1], [1, 2**40], np.array([1.5, 300.5]), np.array([1, 300]), np.array([1, -5]), np.array([1.0, 1e30]), np.array([1, 300], 'i4'), np.array([1.5, 70000], 'f4'), [float('nan'), 1.0], np.array([np.nan, 1.0])):
        r = np.zeros(4, dt); print(dt, list(v), f(r, v, 100), r.tolist())
    for v in (0.5, 1.5, -1.0, 3, 1e4, np.float64(2.5), np.int64(7), np.float32(10.0)):
        r = np.zeros((2, 2), dt); print(dt, v, g(r, v, 200), r.tolist())


def S(f):
    r = np.zeros(2, f[1])
    f[2](r, f[0])
    return r[0]


ways = dict(
 item=lambda r, v: r.__setitem__(0, v), tup=lambda r, v: r.__setitem__((0,), v), sl=lambda r, v: r.__setitem__(slice(0, 1), v), full=lambda r, v: r.__setitem__(..., v), fancy=lambda r, v: r.__setitem__([0], v), mask=lambda r, v: r.__setitem__(np.array([True, False]), v),
 seq=lambda r, v: r.__setitem__(slice(0, 1), [v]), fill=lambda r, v: r.fill(v), flats=lambda r, v: r.flat.__setitem__(slice(0, 1), v), put=lambda r, v: np.put(r, [0], v), copyto=lambda r, v: np.copyto(r, v, casting='unsafe'),
 array=lambda r, v: r.__setitem__(0, np.array([v], r.dtype)[0]), array0=lambda r, v: r.__setitem__(0, np.array(v, r.dtype)[()]), asarray=lambda r, v: r.__setitem__(0, np.asarray([v, v], r.dtype)[0]), npfull=lambda r, v: r.__setitem__(0, np.full(1, v, r.dtype)[0]), type=lambda r, v: r.__setitem__(0, r.dtype.type(v)), astype=lambda r, v: r.__setitem__(0, np.asarray(v).astype(r.dtype)), two=lambda r, v: r.reshape(1, 2).__setitem__((0, 0), v), row=lambda r, v: r.reshape(1, 2).__setitem__(0, v), append=lambda r, v: np.append(r, v), where=lambda r, v: np.where(r == 0, v, r), insert=lambda r, v: r.__setitem__(0, np.insert(r, 0, v)[0]), clip=lambda r, v: np.clip(r, v, v), fd=lambda r, v: np.fill_diagonal(r.reshape(1, 2), v))
for dt in ('i1', 'u1', 'i4', 'u8', 'i8'):
    for v in (1e3, np.float64(1e3), np.float32(1e3), 300, np.int64(300), np.int16(300), -1, np.int64(-1), -1.0, np.float64(-1.5), 1e12, np.float64(1e12), 1e30, np.float64(1e30), np.nan, np.float64(np.nan), np.inf, 2.7, np.float64(2.7), np.array(300), np.array(1e3), True, np.True_, 2**70, "7"):
        out = []
        for k, w in ways.items():
            try: out.append(k + ' ' + str(int(S((v, dt, w)))))
            except Exception as e: out.append(k + ' ' + type(e).__name__[:8])
        print(dt, type(v).__name__, v, ' '.join(out))
