# Relations of sets whose items are told apart by script code, and of numbers that are equal to others.
class Key:
    def __init__(self, name, log):
        self.name, self.log = name, log

    def __hash__(self):
        return len(self.name)

    def __eq__(self, other):
        self.log.append((self.name, getattr(other, "name", other)))
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


log = []
a = {Key(name, log) for name in ("ab", "cd", "efg")}
b = {Key(name, log) for name in ("cd", "efg", "x", "yz")}
for relate in (set.__and__, set.__or__, set.__sub__, set.__xor__, set.__le__, set.__lt__, set.isdisjoint, set.__eq__):
    log.clear()
    result = relate(a, b)
    print(relate.__name__, sorted(map(repr, result)) if isinstance(result, set) else result, len(log) > 0)
for left in (set(), {1, 2.0, True}, {1.0, 2}, frozenset((3, (1, 2), "x")), set(range(40)), {0, 32, 64, 96}):
    for right in ({1, 2}, frozenset(), set(range(0, 100, 2)), {"x", (1.0, 2)}, {None, 3.0}):
        print(sorted(map(str, left & right)), sorted(map(str, left - right)), left <= right, left >= right, left.isdisjoint(right))
grown = {1, 2, 3}
try:
    for item in grown:
        grown.add(item + 10)
except RuntimeError as error:
    print(error)
try:
    sum(grown.add(item * 100) or item for item in grown)
except RuntimeError as error:
    print(error)
try:
    print(max(grown, key=lambda item: grown.discard(item) or item))
except RuntimeError as error:
    print(error)
print(sorted({3, 1, 2}), sum({1, 2, 3}), ",".join({"one"}), list("aé☃"), tuple("xy"), "-".join("añb"), max("hello"), sorted("cab"))
print(sum(range(10**5)), list(range(5, 0, -2)), max(range(3, 30, 4)), min(range(-3, 3)), "".join(reversed("abc")), set("aab") == {"a", "b"})
