# Constant tuples with subscripts that vary, in loops that become hot.


def walk(n):
    d = total = 0
    for i in range(n):
        d = (d + i) % 4
        dx, dy = ((0, 1), (1, 0), (0, -1), (-1, 0))[d]
        total += dx * 3 + dy
    return total


print(walk(5000))


def digits(n):
    total = 0
    for i in range(n):
        total += (3, 1, 4, 1, 5, 9)[i % 6]
        total -= (3, 1, 4)[-1 - i % 3]
    return total


print(digits(5000))


def mixed(n):
    seen = []
    total = 0.0
    for i in range(n):
        item = (1, 2.5, True, None, "text", 2j, (1, 2))[i % 7]
        if i < 7:
            seen.append(item)
        if item is not None and i % 7 < 3:
            total += item
    return seen, total


print(mixed(4000))


def outside(n, at):
    total = 0
    try:
        for i in range(n):
            total += (10, 20, 30)[i % 3 if i != at else 3]
    except IndexError as error:
        return total, i, str(error)
    return total


print(outside(3000, -1), outside(3000, 2500))


def negative(n):
    total = 0
    for i in range(n):
        total += (1, 10, 100)[i % 6 - 3]
    return total


print(negative(3000))


def wrong(n, at):
    try:
        for i in range(n):
            (1, 2, 3)["x" if i == at else i % 3]
    except TypeError as error:
        return i, str(error)


print(wrong(3000, 2000))


def keys(n):
    table = {}
    for i in range(n):
        key = ((0, 1), (1, 0), (2, 2))[i % 3]
        table[key] = table.get(key, 0) + 1
        table[(9, 9)] = i
    return table


print(keys(3000))


def kept(n):
    rows = []
    for i in range(n):
        rows.append(("a", ("b", i % 2 and "c" or "d"))[i % 2])
        if len(rows) > 4:
            rows = rows[-2:]
    return rows


print(kept(3001))


def changing(n):
    # What is looked up with is now an int, now a bool.
    total = 0
    at = 0
    for i in range(n):
        if i == n // 2:
            at = True
        total += (5, 7)[at]
    return total


print(changing(4000))
