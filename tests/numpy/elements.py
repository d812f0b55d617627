"""Elements of arrays read, written and updated in loops, and the scalars that they are."""
import numpy as np
def check(dt):
    a = np.arange(12).astype(dt).reshape(3,4)
    r = np.arange(6).astype(dt)
    out = []
    for i in range(3):
        for j in range(4):
            x = a[i, j]
            y = a[i][j] + r[j]
            z = x * 2
            out.append((repr(x), repr(y), repr(z), repr(x == y), repr(x < 2), repr(-x) if dt != 'bool' else 0, repr(abs(x)), bool(x)))
            a[i, j] = 3
            a[i, j] += 1
            r[j] = x
    print(dt, out[0], out[5], out[11], a.tolist(), r.tolist())
import warnings
warnings.simplefilter("ignore")
for dt in ("int8","uint8","int16","uint16","int32","uint32","int64","uint64","float32","float64","complex64","complex128"):
    try: check(dt)
    except Exception as e: print(dt, type(e).__name__, e)
def mixed():
    a = np.array([1.5, 2.5, 3.5]); k = np.array([1, 2, 0]); b = np.array([True, False, True]); f = np.array([0.1, 0.2, 0.3], dtype=np.float32)
    s = 0; t = 0.0; u = np.float64(0); c = 0
    for n in range(4):
        for i in range(3):
            s = s + k[i]
            t = t + a[i]
            u += a[k[i]] * k[i]
            if b[i] and k[i] > 0: c += 1
            if a[i] > f[i]: c += 10
            m = max(a[i], u); q = min(k[i], k[0]); w = a[i] ** 2; v = k[i] / 2; h = f[i] * 3; g = f[i] + 0.1; d = k[i] // 2 + k[i] % 2
            p = a[i] if b[i] else a[0]
            e = int(a[i]); o = float(k[i])
            z = not b[i]
            l = a[i] <= k[i] <= 2
            print(repr(s), repr(t), repr(u), c, repr(m), repr(q), repr(w), repr(v), repr(h), repr(g), repr(d), repr(p), e, o, z, repr(l), a.shape[0], a.size, a.ndim, len(a))
mixed()
def over():
    a = np.array([2**62, 2**62]); b = np.array([100, 100], dtype=np.int8); c = np.array([1e308, 1e308]); d=np.array([0, 1])
    for i in range(4):
        k = i % 2
        x = a[k] + a[k]; y = b[k] + b[k]; z = c[k] * 10; w = 5 // d[k]; v = 1.0 / d[k]
        print(repr(x), repr(y), repr(z), repr(w), repr(v))
        b[k] = 127
        try: b[k] = 300
        except Exception as e: print(type(e).__name__, e)
        try: d[5] = 1
        except Exception as e: print(type(e).__name__, e)
        try: d[k] = float('nan')
        except Exception as e: print(type(e).__name__, e)
        d[k] = 2.9
        print(d, b)
over()
def view():
    a = np.zeros((4, 4)); t = a.T; s = a[::2, ::-1]
    for i in range(2):
        for j in range(4):
            t[j, i] = i * 10 + j
            s[i, j] += 0.5
    a.flags.writeable = False
    for n in range(3):
        try:
            a[0, 0] = 5
        except Exception as e: print(type(e).__name__, e)
    print(a)
    c = np.zeros((2,3,4)); d = np.zeros((2,2,2,2), dtype=int)
    for i in range(2):
        for j in range(2):
            for k in range(2):
                c[i, j, k] = i + j * k
                c[i][j][k] *= 2
                d[i, j, k, 1] += c[i, j, k]
                d[-1, j, k, -2] = d[i, j, k, 1]
    print(c.tolist(), d.tolist())
view()
