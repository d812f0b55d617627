# Methods that look at what they are given, with callers that give now this and now that.


class Dual:
    def __init__(self, v, d=0.0):
        self.v, self.d = v, d

    def __add__(self, other):
        if isinstance(other, Dual):
            return Dual(self.v + other.v, self.d + other.d)
        return Dual(self.v + other, self.d)

    __radd__ = __add__

    def __mul__(self, other):
        if not isinstance(other, Dual):
            return Dual(self.v * other, self.d * other)
        return Dual(self.v * other.v, self.v * other.d + self.d * other.v)

    def scale(self, other):
        return Dual(self.v * (other.v if isinstance(other, Dual) else other), self.d)

    def either(self, other):
        return isinstance(other, Dual) and other.v or self.v


def run(n):
    x = Dual(0.5, 1.0)
    total = 0.0
    for i in range(n):
        y = x * x * 2.0 + x + 1
        z = y.scale(x).scale(2)
        total += y.v + y.d + z.v + x.either(y) + x.either(i)
    return total


print(run(3000))


class Third(Dual):
    pass


def later(n):
    # Something else comes when the loop is hot: a derived class, a bool, a text.
    x = Dual(1.0)
    out = []
    total = 0.0
    for i in range(n):
        other = 2.0
        if i == n // 2:
            other = Third(3.0)
        elif i == n // 2 + 1:
            other = True
        elif i == n - 1:
            other = "text"
        try:
            total += (x * other).v
        except TypeError as error:
            out.append(str(error))
    return total, out


print(later(3000))


def kinds(items, n):
    counts = {}
    total = 0
    for i in range(n):
        item = items[i % len(items)]
        if type(item) in (int, float):
            total += item
        if type(item) is str:
            total += len(item)
        if type(item) is not str and type(item) == Dual:
            total += item.v
        if type(item) != Third:
            total += 1
        if type(item) not in (bool, Third, type(None)):
            total += 1
        name = type(item).__name__
        counts[name] = counts.get(name, 0) + 1
    return total, sorted(counts.items())


print(kinds([1, 2.5, "abc", Dual(1.5)], 4000))
print(kinds([1, True, None, Third(2.0), 10**30, (1,), {1}, [2], frozenset(), range(3), b"x", kinds], 4800))


def renamed(n):
    class Local:
        pass

    names = []
    item = Local()
    for i in range(n):
        if i == n // 2:
            Local.__name__ = "Other"
        name = type(item).__name__
        own = item.__class__.__name__
        if not names or names[-1] != (name, own):
            names.append((name, own))
    return names


print(renamed(3000))


class Equal(type):
    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Made(metaclass=Equal):
    pass


def of_metaclass(n):
    count = same = 0
    items = [1, Made(), 2.5]
    for i in range(n):
        item = items[i % 3]
        count += type(item) == str
        count += type(item) in (str, bytes)
        same += type(item) is Made
    return count, same


print(of_metaclass(3000))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return self.__class__(self.x + other.x, self.y + other.y)

    def moved(self):
        return type(self)(self.x + 1, self.y)


class Point3(Point):
    pass


def made_by_class(n):
    p, q = Point(0, 0), Point3(0, 0)
    for i in range(n):
        p = (p + Point(1, 2)).moved()
        q = (q + p).moved()
    return type(p).__name__, p.x, p.y, type(q).__name__, q.x, q.y


print(made_by_class(2000))


class Late:
    pass


def of_class_changed(n):
    item = Late()
    seen = []
    for i in range(n):
        if i == n // 2:
            item.__class__ = Point
        kind = item.__class__
        if not seen or seen[-1] is not kind:
            seen.append(kind)
    return [kind.__name__ for kind in seen]


print(of_class_changed(3000))
