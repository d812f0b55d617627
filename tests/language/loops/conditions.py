"""Loop conditions made of and, or, not, chains and calls."""


def run(limit):
    n = 0
    x = 0.5
    while n < limit and 0.0 < x < 1.0:
        x = 3.7 * x * (1 - x)
        n += 1
    return n, x


def either(limit):
    a, b = 0, limit
    while a < limit // 2 or b > 0:
        a += 1
        b -= 2
    return a, b


def neither(limit):
    i = 0
    while not (i >= limit or i * i > 20000000):
        i += 1
    return i


def late(limit):
    i = 0
    data = [0] * limit
    while i < len(data) and not data[i]:
        if i == limit - 10:
            data[i + 1] = 1
        i += 1
    return i


def mixed(limit):
    i = 0
    while i < limit and (i % 2 == 0 or i % 3 or i < 100) and i != 3003:
        i += 1
    return i


def with_call(limit):
    calls = [0]

    def go(i):
        calls[0] += 1
        return i < limit

    i = 0
    while go(i) and (i < 100 or go(i + 1)):
        i += 1
    return i, calls


def none_value(limit):
    x = 1
    n = 0
    while x is not None and n < limit:
        n += 1
        if n == limit - 5:
            x = None
    return n


def sign_changes(limit):
    changes = 0
    last = 0
    for i in range(limit):
        v = (i * 7919) % 13 - 6
        if v and (last < 0 < v or v < 0 < last):
            changes += 1
        last = v or last
    return changes


def ternary(limit):
    total = 0
    for i in range(limit):
        total += 1 if i % 3 == 0 else 0.5 if i % 3 == 1 else 2
        total -= (i % 5 and 1) or 2
    return total


def bools(limit):
    flag = False
    flips = 0
    for i in range(limit):
        flag = not flag if i % 3 else flag or i % 2 == 0
        flips += flag
    return flag, flips


def empty_or(limit):
    items = []
    total = 0
    for i in range(limit):
        total += len(items or (1, 2))
        if i % 100 == 50:
            items = items and [] or [1]
    return total


def member(limit):
    wanted = (3, 5, 7)
    table = {1: 0, 4: 0}
    hits = 0
    for i in range(limit):
        if i % 10 in wanted:
            hits += 1
        if i % 10 not in table and i % 10 != 9:
            hits += 100
    return hits


print(run(5000), either(5000), neither(10000), late(3000), mixed(10000), with_call(2000), none_value(3000), sign_changes(5000), ternary(3000), bools(3000), empty_or(1000), member(3000))
