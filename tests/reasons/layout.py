# E015 left: an array of another type.
import numpy as np


def f(arrays):
    total = 0.0
    for a in arrays:
        for i in range(len(a)):
            total += a[i]
    return total


print(f([np.arange(8.0)] * 40 + [np.arange(8, dtype=np.float32)] * 3))
