import numpy as np


def chosen(given, other):
    return given or other


total, other = 0, np.arange(3)
for i in range(3000):
    total += int(chosen(None, other)[1])
print(total)
