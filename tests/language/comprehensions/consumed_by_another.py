"""Names of built-in functions that come to mean something else while the program runs."""
import builtins


def count(items, k):
    return sum(x + k for x in items)


def best(items):
    bias = 2
    first = max(x * bias for x in items)
    return first, max(x * bias for x in items)


def nested(items):
    return list(sum(x * y for x in items) for y in items)


print(count([1, 2], 3), best([1, 2]), nested([1, 2]))
for _ in range(200):
    count([1, 2], 3)
globals()["sum"] = lambda values: (type(values).__name__, next(values), list(values))
print(count([1, 2, 3], 3), nested([1, 2]))
for _ in range(200):
    count([1, 2], 3)
del sum
print(count([1, 2, 3], 3))
kept = []


def keep(values):
    kept.append(values)
    return values.__name__, values.__qualname__


builtins.max = keep
print(best([1, 2]))
print([list(values) for values in kept])


def unbound(late):
    if late:
        name = 1
    return max(name for _ in range(2))


print(unbound(True), unbound(False))
print(list(kept[-2]))
try:
    print(list(kept[-1]))
except NameError as error:
    print(error)
del builtins.max
try:
    best([1, 2])
except NameError as error:
    print(error)
