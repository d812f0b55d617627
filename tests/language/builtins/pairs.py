# Rows gone over side by side, and rows made of rows.

grown = [1, 2]
first = iter(grown)
both = zip(first, ["a", "b", "c"])
print(next(both), next(both))
print(next(both, "end"))
grown.append(3)
print(next(first, "still at its end"), next(both, "end"))

# The first iterator has given an item when the second ends; then it has lost it.
left, right = iter([1, 2, 3, 4]), iter((10, 20))
print([pair for pair in zip(left, right)], list(left))

one = iter([1, 2, 3, 4, 5])
print(list(zip(one, one)), list(one))

rows = [[1, 2, 3], (4, 5), []]
for x in rows:
    for y in rows:
        print([pair for pair in zip(x, y)], [a + b for a, b in zip(x, y)])

changing = [1, 2, 3, 4]
for a, b in zip(changing, changing[1:]):
    changing.remove(a)
    print(a, b, changing)

nested = zip(zip([1, 2], [3, 4]), zip((5, 6), (7, 8)))
for pair in nested:
    print(pair)

print(tuple([1, 2.5, "x"]), tuple([True, False]), tuple([]), tuple(range(3)), tuple("ab"), tuple({1: 2}))
print(list((1, "a", None)), list((1, 2)), list(()))
print(bytes([0, 65, 255]), bytearray([1, 2]), bytes([True, 65]), bytes([]))
for wrong in ([256], [-1], [1.5], ["a"], [2**70]):
    for kind in (bytes, bytearray):
        try:
            print(kind(wrong))
        except (ValueError, TypeError) as error:
            print(kind.__name__, type(error).__name__, error)

pair = (1, "a")
for other in ((1, "a"), (1, "b"), (1,), (1, "a", 2), (1.0, "a")):
    print((1, "a") == other, (1, "b") < other if len(other) == 2 else None, pair != other)
print("a b  c".split(), "a,b,,c".split(","), "äbc d".split(), " x ".split(" "))


class Writer:
    def write(self, text):
        parts.append(text)


class Both(Writer):
    def __init__(self):
        self.write = lambda text: parts.append(("own", text))


parts = []
print(1, "two", 3.0, sep="-", end="!", file=Writer())
print("x", file=Both())
print(parts)
len_of, known = len, []
for value in ([1], "ab", (), {1: 2}):
    known.append(len_of(value))
print(known, [id(known) == id(known), callable(len), type(type), type(3), type(None).__name__])


def sizes(function):
    return [function(value) for value in ([1], "ab", ())]


print(sizes(len), sizes(id) != sizes(len), sizes(bool), sizes(len))
try:
    sizes(abs)
except TypeError as error:
    print(error)
