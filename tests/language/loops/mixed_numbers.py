# Numbers that are now ints, now floats, from item to item and from turn to turn.


def peaks(row, low, high):
    n = 0
    for i in range(1, len(row) - 1):
        if row[i - 1] < row[i] > row[i + 1]:
            n += 1
        if low <= row[i] < high:
            n += 2
        if row[i - 1] == row[i] or row[i] != row[i + 1]:
            n += 3
    return n


def sums(row):
    total, product, ratio = 0, 1, 0.0
    for x in row:
        total = total + x
        product = product * x % 1000003 if x else product
        ratio -= x / (x + 1.5)
    return total, type(total).__name__, product, ratio


def turns(n):
    x = 1
    kinds = {}
    for i in range(n):
        x = x * 3 % 10007 if i % 3 else x + 0.25
        if i % 5 == 0:
            x = int(x)
        kinds[type(x).__name__] = kinds.get(type(x).__name__, 0) + (x > 100)
    return x, sorted(kinds.items())


def edges():
    big = 2**53
    row = [big, float(big), big + 1, float(big + 2), big + 2, -big - 1, float(-big), 2**62, 4.6e18, float("nan"), 0.0, -0.0, 0]
    less = equal = more = 0
    for turn in range(40):
        for a in row:
            for b in row:
                less += a < b
                equal += a == b
                more += a >= b
    return less, equal, more


def overflowing(n):
    row = [1, 2.5, 2**40, 3, -(2**41), 0.125]
    total = 1
    for i in range(n):
        total = total * row[i % 6] if abs(total) < 2**50 else total - row[i % 6]
    return total


def others(n):
    row = [1, 2.5, "a", 3, None, True, 4.0]
    same = 0
    for i in range(n):
        x = row[i % 7]
        if x == 3 or x == 2.5 or x == "a" or x == 1:
            same += 1
    return same


ints = [(i * 37 + i * i) % 101 for i in range(400)]
floats = [x * 0.5 for x in ints]
mixed = [x if x % 3 else x * 0.5 for x in ints]
for low in range(6):
    print([peaks(row, low, 30 + low) for row in (ints, floats, mixed)])
for row in (ints, floats, mixed, mixed[::-1], ints + floats):
    print(sums(row))
print(turns(500))
print(edges())
print(overflowing(100))
print(others(300))
