# One loop over lists of now these, now those items: what is made for one kind serves it whatever else comes by.


def total(row):
    s = 0
    for i in range(len(row)):
        s += row[i] * 2
    return s


def largest(rows):
    best = None
    for row in rows:
        for x in row:
            if best is None or x > best:
                best = x
    return best


def shifted(row, by):
    out = []
    for x in row:
        out.append(x + by)
    row[0] = by
    return out


ints = list(range(300))
floats = [x / 4 for x in ints]
bools = [x % 3 == 0 for x in ints]
mixed = [x if x % 2 else x / 2 for x in ints]
large = [2**62 + x for x in range(40)]
sums = []
for turn in range(60):
    for row in (ints, floats, bools, mixed, large, []):
        sums.append(total(row))
print(sums[:6], sums[-6:], len(sums))
print(largest([ints, floats, mixed]), largest([bools]), largest([[], mixed, floats]), largest([]))
for turn in range(30):
    a = shifted(ints[:50], turn)
    b = shifted(floats[:50], turn)
    c = shifted(mixed[:50], 0.5)
    d = shifted(a, 1.5)
    e = shifted(bools[:20], turn)
print(sum(a), sum(b), sum(c), sum(d), sum(e), a[:3], c[:3], d[:3], e[:3])
