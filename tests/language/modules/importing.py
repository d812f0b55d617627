"""The forms of import."""
import math
import math as m, sys
from math import sqrt, pi as PI, floor
import time


def f():
    import cmath
    from math import cos as cosine
    return cmath.sqrt(-1), cosine(0)


print(math is m, sqrt(16), round(PI, 5), floor(2.7), f(), math.__name__)
try:
    cmath
except NameError as problem:
    print(problem)
try:
    import does_not_exist
except ImportError as problem:
    print(type(problem).__name__, problem, problem.name)
try:
    from math import nothing_like_this
except ImportError as problem:
    print(type(problem).__name__)
start = time.perf_counter()
clock = time.time()
took = time.perf_counter() - start
print(took >= 0, took < 5, clock > 1.6e9, isinstance(time.monotonic(), float), isinstance(time.perf_counter_ns(), int))
print(sys.argv[1:], len(sys.argv), sys.maxsize, sys.version_info[0] == 3, sys.float_info.max, sys.float_info.epsilon, sys.getrecursionlimit())
math.added = 5
print(math.added, m.added)
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as problem:
    print(problem)
from math import *
print(sin(0), tau == 2 * pi)
