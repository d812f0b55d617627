# Tuples that are looked up in loops: which are made once, which are the same object, and what becomes of the keys.


def counted(n):
    counts = {}
    x = 1
    for i in range(n):
        x = (x * 75 + 74) % 65537
        k = (x % 5, x // 40 % 4)
        if k in counts:
            counts[k] += 1
        else:
            counts[k] = 1
    return sorted(counts.items())


def grid(n):
    cells = {}
    for a in range(n):
        for b in range(n):
            cells[a, b] = a * b % 7
    total = 0
    for a in range(1, n - 1):
        for b in range(1, n - 1):
            total += cells[a - 1, b] + cells[a + 1, b] - cells.get((a, b + 1), 0)
            cells[a, b] += 1
            if (a, b, 1) in cells:
                total = -1
    return total, len(cells), sum(cells.values())


def one_object(n):
    first, second, keys = [], [], {}
    for i in range(n):
        pair = (i, "x%d" % (i % 3))
        first.append(pair)
        if pair in keys:
            print("never")
        keys[pair] = i
        second.append(pair)
    same = sum(a is b for a, b in zip(first, second))
    kept = sum(a is b for a, b in zip(first, keys))
    return same, kept


def mixed_keys(n):
    seen = {}
    for i in range(n):
        a = i % 3 if i % 2 else float(i % 3)
        for key in ((a, None), (a, True), (str(i % 4), a), (i % 2, i % 3, "t")):
            seen[key] = seen.get(key, 0) + 1
    return sorted(seen.items(), key=repr)


def missing(n):
    table = {(0, 0): 1}
    found = failed = 0
    for i in range(n):
        try:
            found += table[i % 2, i % 3]
        except KeyError as error:
            failed += error.args[0][1]
    return found, failed


class Odd:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash((self.n, 1))

    def __eq__(self, other):
        global asked
        asked += 1
        return isinstance(other, tuple) and other[0] == self.n


asked = 0


def asking(n):
    table = {Odd(3): "odd", (4, 1): "even"}
    hits = 0
    for i in range(n):
        key = (i % 6, 1)
        if key in table:
            hits += len(table[key])
    return hits


print(counted(3000))
print(grid(30))
print(one_object(500))
print(mixed_keys(200))
print(missing(300))
print(asking(300), asked)
