# What an operator's method answers is asked whether it is `NotImplemented`, as `total_ordering` does.
from functools import total_ordering


@total_ordering
class Version:
    def __init__(self, major, minor):
        self.major = major
        self.minor = minor

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.major == other.major and self.minor == other.minor

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.major < other.major or self.major == other.major and self.minor < other.minor


class Metres:
    def __init__(self, value):
        self.value = value

    def plus(self, other):
        if isinstance(other, str):
            return NotImplemented
        return self.value + other

    def __add__(self, other):
        sum_ = self.plus(other)
        if sum_ is NotImplemented:
            return len(other)
        if NotImplemented is not sum_ and sum_ is not True:
            return sum_
        return None


versions = [Version(i * 37 % 11, i * 17 % 5) for i in range(60)]
counts = [0] * 6
for a in versions:
    for b in versions:
        counts[0] += a < b
        counts[1] += a <= b
        counts[2] += a > b
        counts[3] += a >= b
        counts[4] += a == b
        counts[5] += a != b
print(counts)
for other in (1, None, "x"):
    try:
        for v in versions:
            v >= other
    except TypeError as error:
        print(error)
total = 0
for i in range(300):
    for other in (i, i * 0.5, "ab"):
        total += Metres(i % 7) + other
print(total)
