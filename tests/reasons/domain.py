# E007 left: a root of a negative number.
import math


def f(n):
    total = 0.0
    for i in range(n):
        try:
            total += math.sqrt(150 - i % 200)
        except ValueError:
            total += 1
    return total


print(f(3000))
