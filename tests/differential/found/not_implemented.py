# Operators whose methods give NotImplemented, in compiled loops: the name is a built-in constant.
class Shy:
    def __init__(self, x):
        self.x = x

    def __rlshift__(self, other):
        return NotImplemented

    def __add__(self, other):
        return NotImplemented if self.x % 3 == 0 else self.x

    def __radd__(self, other):
        return 5

    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented if other.x > 4 else True

    def __gt__(self, other):
        return "greater"


def shifted(n):
    total = 0
    for i in range(n):
        try:
            1 << Shy(i)
            total += 1
        except TypeError:
            total += 100
    return total


def others(n):
    total, kept = 0, []
    for i in range(n):
        a, b = Shy(i), Shy(i % 7)
        try:
            total += a + b
            total += 1 + a
        except TypeError as error:
            kept.append(str(error))
        total += (a == b) + (a == a) + (a < b is True)
        kept.append(a < b)
        total += NotImplemented is a.__eq__(b)
    return total, len(kept), kept[-9:]


print(shifted(60), shifted(3000))
print(others(50), others(2000))
