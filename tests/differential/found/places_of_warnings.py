import numpy as np
import warnings
def f0(a, c):
    t = 0
    for i in range(1, 5):
        c[i] = a[i] / t
def ret(a, t):
    return a[1] / t
def both(a, t):
    for i in range(3):
        if i == 2:
            return a[i] / t
def caller(a):
    x = ret(a, 0)
    y = both(a, 0)
    return x, y
a = np.arange(33, dtype=np.uint8)
for k in range(3):
    warnings.resetwarnings()
    warnings.simplefilter("always")
    try:
        f0(a, np.broadcast_to(a[2:3], (33,)))
    except Exception as e:
        print(e)
    print(caller(a))
def gen(a):
    for i in range(3):
        yield a[i] / 0 if i else 1
print([float(x) for x in gen(a)])
