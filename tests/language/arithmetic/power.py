"""Every case of ** and pow()."""
for base in (0, 1, -1, 2, -2, 3, 10, -10):
    for exponent in (0, 1, 2, 3, 5, 10, 31, 63, 64, 65):
        print(base ** exponent, end=" ")
    print()
print(2 ** -1, (-2) ** -1, 2 ** -2, (-2) ** -3, 10 ** -5, 1 ** -1, (-1) ** -7)
print(2.0 ** 3, 2 ** 0.5, 2.0 ** -1, 4 ** 0.5, 0.0 ** 0, 0 ** 0, 0.0 ** 5, 1.5 ** 2)
print((-8) ** (1 / 3), (-1) ** 0.5, (-2.0) ** 3, (-2.0) ** 2.0, (-2.5) ** 0.5)
print(-2 ** 2, -2 ** -2, 2 ** 3 ** 2, (2 ** 3) ** 2, 2 ** -1 ** 2, - 2 ** 2 ** 1)
print(True ** 2, 2 ** True, False ** False, True ** -1)
print(float("inf") ** 0, float("nan") ** 0, 1 ** float("nan"), float("inf") ** -1, (-1.0) ** float("inf"))
print((-0.0) ** 3, (-0.0) ** 2, 0.0 ** float("inf"), 0.5 ** float("inf"), 2.0 ** float("-inf"))
print(3 ** 40, 3 ** 41, 7 ** 30, (-3) ** 41, 10 ** 30)
print(pow(2, 10), pow(2, 10, 1000), pow(3, 200, 13), pow(-3, 3, 7), pow(3, 3, -7), pow(5, 0, 1))
print(pow(3, -1, 7), pow(2, -3, 11), pow(10**20, 3, 97))
print(2 ** 0.5 ** 2, 1e10 ** 10, 10.0 ** 308)
for base, exponent in ((0, -1), (0.0, -1), (10.0, 400)):
    try:
        print(base ** exponent)
    except (ZeroDivisionError, OverflowError) as problem:
        print(type(problem).__name__, problem)
try:
    pow(2, 3, 0)
except ValueError as problem:
    print(problem)
try:
    pow(2, -1, 4)
except ValueError as problem:
    print(problem)
