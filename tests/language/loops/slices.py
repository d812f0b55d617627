# Slices read, stored and deleted in hot loops.


def reverse_prefixes(n):
    perm = list(range(12))
    total = 0
    for i in range(n):
        k = i % 9 + 2
        perm[:k] = perm[k - 1 :: -1]
        total += perm[0] * i
    return total, perm


def rows(n):
    grid = [[i * j * 0.5 for j in range(6)] for i in range(5)]
    total = 0.0
    for i in range(n):
        row = grid[i % 5][:]
        row[1:4] = grid[(i + 1) % 5][2:5]
        grid[i % 5] = row
        total += row[1] + row[-1]
    return total, grid[0]


def objects(n):
    mixed = [1, "a", None, 2.5, (1, 2), [3], "b", 5]
    first = mixed[5]
    for i in range(n):
        mixed[1:3] = mixed[2:0:-1]
        mixed[::2] = [mixed[6], mixed[0], mixed[2], mixed[4]]
        held = mixed[3]
        mixed[3:4] = [i, i]
        del mixed[3]
        mixed[3] = held
    return mixed, first


def lengths(n):
    items = [0.0]
    for i in range(n):
        items[i % 3 :] = [i, i + 1]
        items[:0] = (i,)
        del items[4:]
        if len(items) > 3:
            del items[-1]
            del items[0]
    return items


def changes_storage(n):
    items = [0] * 8
    for i in range(n):
        items[i % 8 : i % 8 + 1] = [i] if i < n - 4 else ["text", 2.5]
    return items


def own_slices(n):
    items = list(range(5))
    for i in range(n):
        items[1:3] = items
        items[3:] = items[:2]
    return items


def keys(n):
    table = {}
    missing = 0
    for i in range(n):
        table[i % 11] = str(i)
        try:
            del table[i % 7]
        except KeyError:
            missing += 1
    return table, missing


class Loud:
    def __init__(self, log, name):
        self.log = log
        self.name = name

    def __del__(self):
        self.log.append(self.name)


def releases(n):
    log = []
    items = [0, 1, 2, 3]
    for i in range(n):
        items[1:2] = [Loud(log, i)]
        log.append("then")
        del items[1:2]
        items.insert(1, i)
    return len(log), log[:4], log[-3:]


def wrong_size(n):
    items = list(range(6))
    for i in range(n):
        items[::2] = [1, 2, 3] if i < n - 3 else [1, 2]
    return items


print(reverse_prefixes(3000))
print(rows(2000))
print(objects(2001))
print(lengths(2000))
print(changes_storage(2000))
print(len(own_slices(2000)))
print(keys(2000))
print(releases(1000))
try:
    wrong_size(1000)
except ValueError as problem:
    print(problem)
items = [1, 2, 3]
for i in range(1000):
    items[0:1] = [i]
    del items[i // 997]
    items.append(i)
print(items)
wrong_size(500)
