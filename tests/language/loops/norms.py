# Functions of two floats that are not the C library's.


import math


def hyp(n):
    s = 0.0
    for i in range(n):
        s += math.hypot(i, 3.5) + math.atan2(i, 2)
    return s


for function in (hyp,):
    for count in (5, 40, 400, 3000):
        print(function.__name__, count, function(count))
