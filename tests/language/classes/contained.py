# `in` with instances on its right, in hot loops.
class Interval:
    __slots__ = ("low", "high")

    def __init__(self, low, high):
        self.low = low
        self.high = high

    def __contains__(self, value):
        return self.low <= value < self.high


class Odd:
    def __contains__(self, value):
        return value & 1


class Strict:
    def __contains__(self, value):
        if value > 900:
            raise ValueError(value)
        return value > 100


class Items:
    def __iter__(self):
        return iter((1, 2, 3))


def count(turns):
    inside = Interval(10, 500)
    total = 0
    for i in range(turns):
        if i in inside:
            total += 1
        if i + 0.5 not in inside:
            total += 2
        total += 3 * (i in Odd())
    return total


def iterated(turns):
    items, total = Items(), 0
    for i in range(turns):
        total += i % 7 in items
    return total


def raised(turns):
    strict, total = Strict(), 0
    for i in range(turns):
        total += i in strict
    return total


print(count(3000), iterated(2000))
raised(1000)
