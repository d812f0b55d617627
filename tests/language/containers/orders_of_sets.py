"""The order of sets: displays of constants, sets of dictionaries, operators in place and with views."""
import random

print({5, 100, 200, 3, 17}, {33, 1, 65}, {1, 2}, {8, 0}, {-1, -2, 40, 8, 16, 0.5, 24})
print({1, True, 1.0, 33, 65}, {(1, 2), 3, (4, 5)}.__len__(), {None, 1, 9} == {9, None, 1})
for x in {5, 100, 200, 3, 17}:
    print(x, end=" ")
print([x for x in {33, 1, 65}], list(x for x in {33, 1, 65, 97}), sum({5, 100, 200, 3, 17}), list({33, 1, 65}))
print([(x, y) for x in {8, 0} for y in {48, 5, 3, 2, 8}])


def fresh(n):
    kept = []
    for i in range(n):
        s = {5, 100, 200, 3, 17}
        s.add(i)
        kept.append(s)
    return kept[0], kept[-1], len({id(s) for s in kept})


print(fresh(300))
c = set([48, 5, 3, 2, 8])
c &= set([18, 40, 54, 10, 45, 13, 12, 8, 48, 5, 3, 2])
print(c)
c = set([48, 5, 3, 2, 8])
c.intersection_update([18, 40, 54, 10, 45, 13, 12, 8, 48, 5, 3, 2])
print(c, set({48: 0, 5: 0, 3: 0, 2: 0, 8: 0}))
c = set([1])
c.update({3: 0, 1: 0, 4: 0, 24: 0})
print(c, set([50, 54, 14]).symmetric_difference([14, 41, 51, 51, 54, 41, 50, 54, 14]))
print({9: 0, 31: 0}.keys() | [39, 23, 9, 35, 7, 13, 9, 31, 31])
r = random.Random(3)


def numbers(most):
    return [r.randrange(60) for _ in range(r.randrange(most))]


def others():
    n = numbers(30)
    return [n, tuple(n), set(n), frozenset(n), dict.fromkeys(n), dict.fromkeys(n).keys(), {k: k % 3 for k in n}.items(), range(len(n)), iter(n)]


total = 0
for turn in range(200):
    start = numbers(25)
    for other in others():
        for name in ("union", "intersection", "difference", "symmetric_difference"):
            again = list(other) if not hasattr(other, "__len__") else other
            made = getattr(set(start), name)(again)
            total = (total * 31 + hash(tuple(made))) % (2**61 - 1)
            changed = set(start)
            getattr(changed, "update" if name == "union" else name + "_update")(again)
            total = (total * 31 + hash(tuple(changed))) % (2**61 - 1)
    left, right = set(start), set(numbers(25))
    keys, more = dict.fromkeys(start).keys(), dict.fromkeys(numbers(20))
    items = {k: 1 for k in start}.items()
    for made in (left | right, left & right, left - right, left ^ right, keys | right, keys & right, keys - right, keys ^ right,
                 keys | more, keys ^ more, left | keys, left & keys, left - keys, left ^ keys, keys | more.keys(), keys ^ more.keys(),
                 keys & more.keys(), keys - more.keys(), items | [(1, 1), (99, 2)], items ^ {(1, 1): 0}, frozenset(left) ^ right):
        total = (total * 31 + hash(tuple(made))) % (2**61 - 1)
    for sign in "|&-^":
        place = {"left": set(left), "right": right}
        exec(f"left {sign}= right", place)
        total = (total * 31 + hash(tuple(place["left"]))) % (2**61 - 1)
    if turn % 40 == 0:
        print(total)
print(total)
