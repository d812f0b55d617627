"""True division of ints rounds once."""
print(1 / 2, 1 / 3, 2 / 3, -1 / 3, 7 / 7, 6 / 3, 0 / 5, True / 2)
print(9007199254740993 / 1, 9007199254740993 / 3, (2**53 + 1) / 2, (2**63 - 1) / (2**62), (2**64 + 1) / 2**11)
print(10**22 / 10**21, 10**23 / 10**22, 123456789123456789 / 1000, 1 / 9007199254740993)
print((10**30) / (10**29 + 1), 3**100 / 3**99, -(3**100) / 7, 1 / 3**200)
print(0.1 + 0.2, 0.1 * 3, 1 - 0.9, 1e16 + 1, 1e16 + 2, 2.5 + 2, 2 + 2.5, 5 - 2.5)
print(7 / 2.0, 7.0 / 2, 1e308 * 10, -1e308 * 10, 1e-320 / 10, 5e-324 / 2)
for a, b in ((1, 0), (1.0, 0), (1, 0.0), (0, 0), (10**30, 0)):
    try:
        print(a / b)
    except ZeroDivisionError as problem:
        print("/", problem)
    try:
        print(a // b)
    except ZeroDivisionError as problem:
        print("//", problem)
    try:
        print(a % b)
    except ZeroDivisionError as problem:
        print("%", problem)
    try:
        print(divmod(a, b))
    except ZeroDivisionError as problem:
        print("divmod", problem)
try:
    print(10**400 / 3)
except OverflowError as problem:
    print(problem)
try:
    print(10**400 * 1.5)
except OverflowError as problem:
    print(problem)
