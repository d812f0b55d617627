# Dictionaries that have something to say of keys that they lack, in hot loops.
from collections import Counter, OrderedDict, defaultdict


def counted(n, width):
    counts, sums = Counter(), defaultdict(int)
    for i in range(n):
        counts[i % width] += 1
        sums[i % 31] += i
    return sorted(counts.items())[:5], sum(sums.values()), len(counts)


def grouped(n):
    groups = defaultdict(list)
    for i in range(n):
        groups[i % 97].append(i)
    total = 0
    for _ in range(20):
        for key in range(100):
            for item in groups[key]:
                total += item
    return total, len(groups)


def edges(n):
    near = defaultdict(list)
    for i in range(n):
        for step in (1, 7, 31):
            near[i].append(((i * step + 1) % n, step))
    total = 0
    for _ in range(5):
        for u in range(n + 3):
            for v, w in near[u]:
                total += v * w
    return total, len(near)


calls = []


class Told(dict):
    def __missing__(self, key):
        calls.append(key)
        return -key


def told(n):
    known = Told({i: i for i in range(50)})
    total = 0
    for i in range(n):
        total += known[i % 50]
        if i % 500 == 499:
            total += known[i]
    return total, calls, len(known)


def none_made(n):
    plain, total = defaultdict(None, {0: 1}), 0
    for i in range(n):
        try:
            total += plain[i % 40 // 39]
        except KeyError as error:
            total += 10
            last = repr(error)
    return total, last


def factories(n):
    made = []

    def factory():
        made.append(len(made))
        return len(made)

    known = defaultdict(factory)
    total = 0
    for i in range(n):
        total += known[i // 100]
        known[i % 7] += 1
    return total, made


class Capped(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, min(value, 9))


def capped(n):
    counts = Capped()
    for i in range(n):
        counts[i % 13] += 1
    return sorted(counts.items())


def unhashable(n):
    counts = Counter()
    for i in range(n):
        key = [] if i == n - 3 else i % 5
        try:
            counts[key] += 1
        except TypeError as error:
            return i, str(error)


def recent(n):
    kept, hits, state = OrderedDict(), 0, 1
    for i in range(n):
        state = state * 1103515245 + 12345 & 0x7fffffff
        key = (state >> 8) % 70
        if key in kept:
            kept.move_to_end(key)
            hits += 1
        else:
            kept[key] = i
            if len(kept) > 50:
                kept.popitem(last=False)
    return hits, list(kept)[:6]


print(counted(5000, 64), counted(3000, 3000))
print(grouped(3000))
print(edges(300))
print(told(2000))
print(none_made(2000))
print(factories(2000))
print(capped(1000))
print(unhashable(1000))
print(recent(3000))
