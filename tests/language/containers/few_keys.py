# Dictionaries and sets that stay small, pass the size from which on they are indexed, and shrink again.


class Key:
    """Of one hash with all others; says what it is compared with."""

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


for count in range(14):
    made = {i: str(i) for i in range(count)}
    assert list(made) == list(range(count)) and len(made) == count
    assert [made.get(i) for i in range(count + 2)] == [str(i) for i in range(count)] + [None] * 2
    for gone in range(0, count, 2):
        del made[gone]
    for back in range(count):
        made[back] = -back
    print(count, made)

same = {}
for turn in range(3):
    for name in "abcdefghijkl":
        same[Key(name)] = turn
print(same, Key("c") in same, Key("z") in same, same.pop(Key("e")), len(same))

queue = {}
for i in range(200):
    queue[i] = i
    if i >= 4:
        del queue[i - 4]
print(queue, queue.popitem(), next(iter(queue)))

mixed = {1: "int", 1.5: "float", "1": "str", (1, 2): "tuple", None: "none", b"1": "bytes", True: "bool"}
print(mixed, mixed[1.0], mixed[(1, 2)], mixed[None], 2 in mixed)


class Changing:
    """Empties a dictionary while it is looked for in it."""

    def __hash__(self):
        return hash("x")

    def __eq__(self, other):
        victim.clear()
        return False


victim = {"x": 1, "y": 2}
print(victim.get(Changing()), victim)

for size in range(12):
    items = set(range(size)) | {(), "a"}
    for i in range(0, size, 3):
        items.discard(i)
    assert all((i in items) == (i % 3 != 0) for i in range(size)) and "a" in items and () in items
    print(size, len(items), len(items & set(range(0, 12, 2))), items <= set(range(12)))

print(dict(a=1, b=2), dict({"a": 1}, a=2), dict([("k", "v")], z=0))
