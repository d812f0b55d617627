# A built-in function that is replaced while a loop that calls it runs.
import builtins

total = 0
for i in range(2000):
    if i == 1500:
        original = builtins.abs
        builtins.abs = lambda value: 1
    total += abs(-i)
builtins.abs = original
print(total)


def replaced(n):
    total = 0
    for i in range(n):
        if i == n // 2:
            builtins.len = lambda value: 7
        elif i == n - 5:
            del builtins.min
        try:
            total += len("ab") + min(i, 3)
        except NameError as error:
            print(i, error)
    return total


kept = len, min
print(replaced(1000))
builtins.len, builtins.min = kept
print(replaced(60))
builtins.len, builtins.min = kept


def halved(i):
    return max(i // 2, 1)


def calls(n):
    total = 0
    for i in range(n):
        if i == n - 10:
            builtins.max = sum_of
        total += halved(i)
    return total


def sum_of(a, b):
    return a + b


kept = max
print(calls(500), calls(500))
builtins.max = kept
print(calls(500))
