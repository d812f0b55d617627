# A tuple that several places hold is one object, wherever it was made and however long a loop has run.


def stored(n):
    box = [None]
    previous = None
    same = 0
    for i in range(n):
        same += box[0] is previous
        t = (i, i)
        box[0] = t
        previous = t
    return same, box[0] is t, previous is t


def known_by_number(n):
    seen = {}
    out = []
    hits = 0
    t = None
    for i in range(n):
        if id(t) in seen:
            hits += 1
        t = (i, i)
        out.append(t)
        seen[id(t)] = i
    return hits, out[-1] is t


def two_names(n):
    x = None
    for i in range(n):
        t = (i, -i)
        p = t
        q = t
        if i % 100 == 99:
            x = p is q
    return x, p is q, p is t


class Holder:
    pass


last = None


def everywhere(n):
    global last
    holder, table, row = Holder(), {}, []
    same = 0
    u = None
    for i in range(n):
        t = (i,) + (i + 1,)
        last = t
        holder.value = t
        table[0] = t
        row.append(t)
        u = (t, t)
        same += (last is t) + (holder.value is t) + (table[0] is t) + (row[-1] is t) + (u[0] is u[1])
    return same, last is t, holder.value is t, table[0] is t, row[-1] is t, u[0] is t, u[1] is u[0]


def best_of(n):
    best = (-1, -1)
    history = [best]
    for i in range(n):
        score = i * 7919 % 1009
        if score > best[0]:
            best = (score, i)
            history.append(best)
        elif score == best[0]:
            history.append((score, i))
    return best, len(history), any(each is best for each in history)


def either(n):
    kept = []
    same = 0
    for i in range(n):
        if i % 3:
            t = (i, 1)
            kept.append(t)
        else:
            t = (2, i)
            kept.append(t)
        same += kept[-1] is t
    return same, kept[-1] is t


def raised(n):
    kept = []
    try:
        for i in range(n):
            t = divmod(i * 17, 5)
            kept.append(t)
            if i == n - 2:
                raise ValueError
    except ValueError:
        return kept[-1] is t


def made_by(n):
    def pair(i):
        return i, i + 0.5

    kept = {}
    previous = pair(-1)
    same = 0
    while n:
        kept[n] = previous
        same += kept.get(n) is previous
        previous = pair(n)
        n -= 1
    return same


def yielded(n):
    t = None
    for i in range(n):
        t = (i, t is None)
        yield t
        yield t


def walked(n):
    items = list(yielded(n))
    return sum(a is b for a, b in zip(items[::2], items[1::2])), sum(a is b for a, b in zip(items, items[1:]))


for function in (stored, known_by_number, two_names, everywhere, best_of, either, raised, made_by, walked):
    print(function.__name__, function(3), function(500))
print([sum(a + b * c - d + e for a, b, c, d, e in zip(x, x, x, x, x)) for x in ([i, i + 1, i * 2] for i in range(40))][-3:])
