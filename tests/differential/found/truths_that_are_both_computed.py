import numpy as np


def both(a, b):
    n = 0
    for i in range(a.shape[0] + 1):
        try:
            c = a[i] & b[i]
            d = a[i] | b[i]
            if c & (b[i] & a[i + 1]):
                n += 1
            if d | (b[i] | a[i + 1]):
                n += 2
        except IndexError as error:
            print(i, error)
            break
    return n


for left in (False, True):
    for right in (False, True):
        print(both(np.array([left] * 40), np.array([right] * 40)), both(np.array([left] * 9), np.array([right] * 7)))
