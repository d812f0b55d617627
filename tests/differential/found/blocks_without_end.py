# A condition whose choice is constant, in a loop over array elements: nobody leaves its block by the end.
import numpy as np


def f(a, b, c):
    total = 0
    for i in range(len(c)):
        if (b[2] if 0.5 < 4 else b[2] - 1) > 2.5:
            a[i] = 2
        else:
            a[i] = c[i]
    return a.sum(), total


base = (np.arange(1254) * 11 % 178).reshape((1254,))
for n in (3, 40, 750, 750, 750, 1200):
    a = base.copy()
    print(f(a[3 : 3 + n], base[:n:1], base.astype(np.float64)[:n]))
    print(f(a[3 : 3 + n], base[:n] * 0, base[:n]))
