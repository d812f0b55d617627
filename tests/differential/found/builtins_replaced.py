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


# One that is replaced by another built-in function.
class Sized:
    def __len__(self):
        return 1

    def __abs__(self):
        return 5

    def __hash__(self):
        return 2


def most(n):
    total = 0
    for i in range(n):
        total += max(i, 3)
    return total


def sizes(n):
    it, total = Sized(), 0
    for i in range(n):
        total += len(it) + abs(it) + round(i / 3)
    return total


kept = max, len, abs, round
builtins.max, builtins.len, builtins.abs, builtins.round = min, hash, hash, int
print(most(1000), sizes(1000))
builtins.max, builtins.len, builtins.abs, builtins.round = kept
print(most(1000), sizes(1000))


def swapped(n):
    total = 0
    for i in range(n):
        if i == n // 2:
            builtins.max, builtins.min = min, max
        total += max(i, 3) - min(i, 7)
    return total


print(swapped(800))
builtins.max, builtins.min = min, max
print(swapped(800))
