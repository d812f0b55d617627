# What is made of other iterators asks them again after their end.
class Growing:
    def __init__(self, low, high):
        self.low, self.high = low, high

    def __iter__(self):
        return self

    def __next__(self):
        if self.low >= self.high:
            raise StopIteration
        self.low += 1
        return self.low - 1


a, b = Growing(0, 2), Growing(10, 12)
several = zip(a, b), enumerate(a), map(str, a), filter(None, a), zip(a, [7, 8, 9])
for each in several:
    print(list(each), list(each))
    a.high += 2
    b.high += 2
    print(list(each), list(each))
ended = iter([1, 2])
print(list(ended), list(ended))
longer = iter(range(10))
z = zip(longer, iter([1, 2]))
print(list(z), list(z), next(z, "none"), list(longer))
for pair in z:
    print(pair)

# Keys that come and go while a dictionary is walked through.
d = {1: 1, 2: 2, 3: 3}
for key in d:
    if key == 1:
        del d[2]
        d[4] = 4
print(d)
d = {1: 1, 2: 2, 3: 3}
try:
    for key in d:
        if key == 1:
            del d[1]
            d[4] = 4
except RuntimeError as error:
    print(error)
print(len(d))


class Hashed:
    def __init__(self, number):
        self.number, self.hashes = number, 0

    def __hash__(self):
        self.hashes += 1
        return 42


one, other = Hashed(1), Hashed(2)
d = {}
d.setdefault(one, []).append(1)
d.setdefault(one, []).append(2)
d.setdefault(other, [])
print(one.hashes, other.hashes, len(d), d[one])


class Raising:
    def __eq__(self, other):
        raise ZeroDivisionError


left, right = {1: Raising()}.items(), {1: Raising()}.items()
for compare in ("==", "!=", "<=", ">=", "<"):
    try:
        print(compare, eval(f"left {compare} right"))
    except ZeroDivisionError:
        print(compare, "raised")
print({1: []}.items() <= {1: [], 2: []}.items(), {1: []}.items() < {1: []}.items(), {1: 2}.keys() < {1, 2})
print({1, 2} >= {1: 2}.keys(), {1: [3]}.items() >= {1: [2]}.items(), {(1, 2)} == {1: 2}.items())
