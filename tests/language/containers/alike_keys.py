"""Keys that are alike, keys that hash alike, and keys that were there."""


class Key:
    def __init__(self, name, hashed):
        self.name, self.hashed = name, hashed

    def __hash__(self):
        return self.hashed

    def __eq__(self, other):
        print(f"{self.name}?", end=" ")
        return isinstance(other, Key) and self.name == other.name


for size in (3, 30):
    table = {number: number for number in range(size)}
    table[True] = "one"
    table[2.0] = "two"
    print(len(table), table[1], table[2], table.get(3 + 0j, "none"), 1.5 in table)
    del table[1]
    print(1 in table, True in table, table.pop(2.0), len(table))
    table[1] = "again"
    print(list(table)[-1], table[True])
    mixed = {Key("a", 1): 1, Key("b", 1): 2, 1: 3, "1": 4, **dict.fromkeys(range(100, 100 + size))}
    print(mixed[Key("b", 1)], mixed[1], mixed["1"], Key("c", 1) in mixed, len(mixed))
    del mixed[Key("a", 1)]
    print(mixed.get(Key("a", 1)), mixed[Key("b", 1)], len(mixed))
    words = {"k%d" % number: number for number in range(size)}
    for number in range(0, size, 2):
        del words["k%d" % number]
    print(sum(words.values()), "k0" in words, words.get("k1"), words.get(None), words.get(("k1",)))
    words["k0"] = -1
    print(words["k0"], list(words)[-1])


class Changing:
    def __init__(self, table):
        self.table = table

    def __hash__(self):
        return hash("x")

    def __eq__(self, other):
        self.table.pop("y", None)
        return False


table = {"x": 1, "y": 2}
print(table.get(Changing(table)), table)
