import math


def root(x):
    return math.sqrt(x)


for x in (4, 0, -1):
    print(root(x))
