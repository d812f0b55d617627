"""Hot loops over dicts and sets."""


def histogram(n):
    counts = {}
    x = 7
    for i in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        k = x // 65536 % 10
        if k in counts:
            counts[k] += 1
        else:
            counts[k] = 1
    return sorted(counts.items())


def memo(n):
    known = {1: 1}
    best = (0, 0)
    for start in range(1, n):
        chain = []
        x = start
        while x not in known:
            chain.append(x)
            x = x // 2 if x % 2 == 0 else 3 * x + 1
        steps = known[x]
        while chain:
            steps += 1
            known[chain.pop()] = steps
        if known[start] > best[0]:
            best = (known[start], start)
    return best, len(known)


def grid(n):
    cells = {}
    for i in range(n):
        for j in range(n):
            cells[i, j] = i * j
    total = 0
    for i in range(1, n - 1):
        for j in range(1, n - 1):
            total += cells[i - 1, j] + cells[i + 1, j] - 2 * cells[(i, j)]
            total += cells.get((i + n, j), 1)
    return total


def unique(n):
    seen = set()
    x = 1
    for i in range(n):
        x = x * 37 % 1009
        if x in seen:
            return i, len(seen)
        seen.add(x)


def keys_of_types(n):
    d = {}
    for i in range(n):
        key = i % 7 if i < 1000 else (i % 7) * 1.0 if i < 2000 else str(i % 7)
        d[key] = d.get(key, 0) + i
    return d


def word_count(n):
    words = "the quick brown fox jumps over the lazy dog".split()
    d = {}
    for i in range(n):
        w = words[i * i % len(words)]
        d.setdefault(w, []).append(i)
    return {w: len(v) for w, v in d.items()}


print(histogram(3000), memo(2000), grid(30), unique(2000), keys_of_types(3000), word_count(1000))
