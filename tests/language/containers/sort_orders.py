# Keys whose order is known without asking, and those next to them whose order is not.
from functools import cmp_to_key


def show(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


words = ["pear", "fig", "", "apple", "figs", "applesauce", "apples", "fig\0", "\0", "zebra", "éclair", "\u4e2d", "\U0001f600", "\uffff",
         "longer than eight a", "longer than eight b", "longer than eight", "longer t"]
show("words", lambda: [ascii(word) for word in sorted(words)])
show("words down", lambda: [ascii(word) for word in sorted(words, reverse=True)])
show("by length", lambda: [ascii(word) for word in sorted(words, key=len)])
show("by length down", lambda: [ascii(word) for word in sorted(words, key=len, reverse=True)])
show("by length and text", lambda: [ascii(word) for word in sorted(words, key=lambda word: (len(word), word))])
show("by text and length", lambda: [ascii(word) for word in sorted(words, key=lambda word: (word[:3], -len(word)), reverse=True)])

numbers = [3.5, -0.0, 0.0, -1.5, 1e300, -1e300, float("inf"), float("-inf"), 5e-324, -5e-324, 2.0]
show("floats as keys", lambda: sorted(range(len(numbers)), key=numbers.__getitem__))
show("floats as keys down", lambda: sorted(range(len(numbers)), key=lambda at: numbers[at], reverse=True))
show("float rows", lambda: sorted([(0.0, "b"), (-0.0, "a"), (-0.0, "b"), (0.0, "a"), (-1.0, "z")]))
show("not a number", lambda: sorted([(2.0,), (float("nan"),), (1.0,), (3.0,)], key=lambda row: row))
show("ints of all sizes", lambda: sorted([(2**63 - 1, 1), (-2**63, 2), (0, 3), (-1, 4), (2**63, 5), (-2**63 - 1, 6)]))
show("edges", lambda: sorted([(2**63 - 1, 1), (-2**63, 2), (0, 3), (-1, 4)]))

rows = [(i * 7 % 5, "xyz"[i % 3], i / 4) for i in range(12)]
show("rows", lambda: sorted(rows))
show("rows down", lambda: sorted(rows, reverse=True))
show("items", lambda: sorted({word: len(word) for word in ["b", "aa", "c", "ab"]}.items(), key=lambda item: (-item[1], item[0])))
show("stable", lambda: sorted([(1, "b"), (0, "x"), (1, "a"), (0, "w")], key=lambda row: (row[0],)))
show("empty rows", lambda: sorted([(), (), ()]))
show("lengths differ", lambda: sorted([(1, 2), (1,), (), (0, 5, 6)]))
show("kinds differ", lambda: sorted([(1, 2.0), (1, 1), (0.5, 7), (True, 3)]))
show("not ordered", lambda: sorted([(1, "a"), (1, 2)]))
show("not asked", lambda: sorted([(2, {}), (1, {}), (3, None)]))
show("asked", lambda: sorted([(1, {}), (1, {"a": 1})]))
show("none", lambda: sorted([None, None]))
show("booleans", lambda: sorted([True, False, True]))


class Version:
    asked = 0

    def __init__(self, *parts):
        self.parts = parts

    def __lt__(self, other):
        Version.asked += 1
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


class Later(Version):
    def __gt__(self, other):
        print("later", self, other)
        return other.parts < self.parts


versions = [Version(1, 10), Version(1, 2), Version(0, 9), Version(1, 2, 1)]
show("versions", lambda: (sorted(versions), Version.asked))
show("versions in rows", lambda: sorted([(1, version) for version in versions]))
show("derived", lambda: sorted([Version(2), Later(1), Version(3)]))
show("compared", lambda: sorted([5, 2, 9, 1], key=cmp_to_key(lambda a, b: b - a)))


# Keys are functions: what they raise, and what they do to the list.
def failing(value):
    return 1 / value


show("a key fails", lambda: sorted([1, 2, 0, 3], key=failing))


def with_default(value, sign=-1):
    return value * sign


show("a default", lambda: sorted([1, 3, 2], key=with_default))
show("any number", lambda: sorted([1, 3, 2], key=lambda *all: -all[0]))
show("too many", lambda: sorted([1, 3, 2], key=lambda: 0))
show("generators", lambda: len(sorted([1, 1], key=lambda value: (yield value)) if False else [1, 1]))

values = [3, 1, 2]


def changing(value):
    values.append(value)
    return value


show("changed meanwhile", lambda: values.sort(key=changing))
print(values)


def nested(value):
    return sorted([value, -value, 0], key=lambda inner: inner * value)[0]


show("nested", lambda: sorted([3, -4, 1], key=nested))


# What goes through a list sees what is put behind.
grown = [1, 2, 3]


class Growing:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        if len(grown) < 6:
            grown.append(Growing(self.number * 10))
        return self.number

    def __eq__(self, other):
        return self is other


grown[:] = [Growing(1), Growing(2)]
print(sorted(one.number for one in set(grown)))
print(sum([[1], [2], [3]], []), any([0, "", 3]), all([1, 2, 0]), dict([(1, 2), (3, 4)]), frozenset([3, 3]) == {3})
first, *rest = [1, 2, 3, 4]
print(first, rest)
*rest, last = (1, 2, 3, 4)
print(rest, last)
first, *rest, last = [1, 2]
print(first, rest, last)
show("too few", lambda: [0 for first, *rest, last in [[1]]])
