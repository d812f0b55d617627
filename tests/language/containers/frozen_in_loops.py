# methods of sets and frozen ones in the same hot loops
def compare(xs, ys):
    out = [0, 0, 0]
    for a in xs:
        for b in ys:
            if a.isdisjoint(b):
                out[0] += 1
            if a.issubset(b):
                out[1] += len(a.union(b))
            out[2] += len(a.intersection(b)) + len(a.copy()) + len(a.difference([1, 2]))
    return out


def grow(xs, items):
    for x in xs:
        for item in items:
            x.add(item)
    return sorted(map(len, xs))


frozen = [frozenset([i % 7, i % 5, 9 + i % 2]) for i in range(60)]
plain = [set(f) for f in frozen]
for xs, ys in ((frozen, frozen), (plain, frozen), (frozen, plain), (frozen + plain, plain + frozen)):
    print(compare(xs, ys))
print(type(frozen[0].copy()), type(plain[0].union(frozen[1])), type(frozen[0].union(plain[1])))
print(grow(plain[:20], range(100)))
try:
    grow([set(), frozenset()], range(500))
except AttributeError as e:
    print(e)
