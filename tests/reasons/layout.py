# E015 left: arrays that must not be written to.
import numpy as np


def f(arrays):
    total = 0
    for a in arrays:
        try:
            for i in range(len(a)):
                a[i] = i
        except ValueError:
            total += 1
    return total


fixed = np.zeros(8)
fixed.flags.writeable = False
print(f(([np.zeros(8)] * 9 + [fixed]) * 40))
