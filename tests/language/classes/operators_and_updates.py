# `a + b` and `a += b` of one class are different methods, in one loop too.
class Sum:
    __slots__ = ("x",)

    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return Sum(self.x + other.x)

    def __iadd__(self, other):
        return Sum(self.x + 2 * other.x)

    def __mul__(self, other):
        return Sum(self.x * other)

    def __imul__(self, other):
        return Sum(other - self.x)


class Holder:
    def __init__(self):
        self.value = Sum(1)


def both(turns):
    a, b = Sum(3), Sum(4)
    total = 0
    for i in range(turns):
        c = a
        c += b
        d = a + b
        total += c.x - d.x
        c *= i
        total += c.x - (a * i).x
    return total, a.x


print(both(3000))


def run(turns):
    a, b, total = Sum(3), Sum(4), 0
    grown = Sum(0)
    holder = Holder()
    row = [Sum(1), Sum(2)]
    for i in range(turns):
        total += (a + b).x
        total += (a * 3).x
        grown += b
        total ^= grown.x
        c = a
        c += b
        total += c.x
        c *= i
        total += c.x
        holder.value = holder.value + a
        holder.value += b
        row[i & 1] += a
        row[i & 1] = row[i & 1] + b
    return total, grown.x, a.x, holder.value.x, row[0].x, row[1].x


print(run(3000))
