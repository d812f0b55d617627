# E016 left: an infinite sum of numpy's numbers.
import warnings

import numpy as np

warnings.simplefilter("ignore")


def f(a):
    total = np.float64(0)
    for i in range(len(a)):
        total = total + a[i]
    return total


print(f(np.full(4000, 1e305)))
