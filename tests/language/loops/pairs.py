# Loops over pairs: the iterator's own, which need no tuple, and any others.
def pairs(n):
    for i in range(n):
        yield i, i * i


def dump(name, iterable):
    found = []
    for a, b in iterable:
        found.append(a)
        found.append(b)
    print(name, found)


for _ in range(3):
    dump("zip", zip([1, 2, 3], "abcd"))
    dump("zip", zip("abcd", [1, 2, 3]))
    dump("enumerate", enumerate("ab", 2**63 - 2))
    dump("enumerate", enumerate("ab", 2**63 - 1))
    dump("items", {"x": 1, "y": 2}.items())
    dump("generator", pairs(3))
    dump("list", [(1, 2), [3, 4], "ab"])
    dump("map", map(divmod, [7, 8], [2, 3]))
    dump("nested", zip(enumerate("ab"), pairs(5)))

for bad in (zip([1], [2], [3]), zip([1]), [(1, 2), (3,)], {"abc": 1}, zip([1, 2], [1], strict=True)):
    try:
        dump("bad", bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# What is left after a loop that was left.
left = zip([1, 2, 3], [4, 5, 6])
for a, b in left:
    break
print(a, b, list(left))
longer, shorter = iter([1, 2, 3]), iter([1])
for a, b in zip(longer, shorter):
    pass
print(next(longer))

# The dictionary changes.
d = {1: 2, 3: 4}
try:
    for key, value in d.items():
        d[key + 10] = value
except RuntimeError as error:
    print(error)
for key, value in d.items():
    d[key] = value + 1
print(d)

# A failing iterator, and an iterator that is used while it runs.
def failing():
    yield 1
    raise OSError("gone")


try:
    for a, b in zip(failing(), "ab"):
        print(a, b)
except OSError as error:
    print(error)

numbers = enumerate("abcdef")
for number, letter in numbers:
    print(number, letter, next(numbers))
x = [0, 0]
for x[0], x[1] in zip("ab", "cd"):
    print(x)
print([a + b for a, b in zip("ab", "cd")], {b: a for a, b in enumerate("ab")})
