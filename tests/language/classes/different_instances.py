# `!=` of instances in hot loops: by identity, by `__ne__`, or by what `__eq__` says.

class Plain:
    def __init__(self, k):
        self.k = k


class Equal(Plain):
    def __eq__(self, other):
        if not isinstance(other, Plain):
            return NotImplemented
        return self.k == other.k


class Different(Plain):
    def __ne__(self, other):
        return self.k % 2 == 0


class Both(Equal):
    def __ne__(self, other):
        return 7 if self.k else 0


class Odd(Plain):
    def __eq__(self, other):
        return self.k - 3


class Items(list):
    def __eq__(self, other):
        return True


def count(items, other):
    got = 0
    for item in items:
        if item != other:
            got += 1
    return got


def mirrored(items, other):
    return sum(1 for item in items if other != item)


def chosen(items, other):
    got = []
    for item in items:
        if item != other and item.k % 3 == 0:
            got.append(item.k)
    return len(got), sum(got)


for cls in (Plain, Equal, Different, Both, Odd):
    items = [cls(k % 5) for k in range(200)]
    print(cls.__name__, count(items, items[3]), count(items, None), count(items, 3), count(items, cls(2)))
    print(mirrored(items, 3), mirrored(items, None), chosen(items, items[1]), chosen(items, None))

mixed = [cls(k % 5) for k in range(60) for cls in (Plain, Equal)]
print(count(mixed, mixed[0]), count(mixed, mixed[1]), mirrored(mixed, mixed[1]))
print(count([Items([k]) for k in range(100)], [5]), count([Items([k]) for k in range(100)], Items([5])))
