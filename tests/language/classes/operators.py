# Operators, properties and methods of a script's classes in hot loops, and instances that nothing outside of the loop sees.
import math


class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vec(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __eq__(self, other):
        if not isinstance(other, Vec):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return self.x < other.x

    def __abs__(self):
        return math.sqrt(self.x * self.x + self.y * self.y)

    def __bool__(self):
        return self.x != 0.0 or self.y != 0.0

    def __getitem__(self, at):
        return self.x if at == 0 else self.y

    def __len__(self):
        return 2

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    @property
    def size(self):
        return abs(self)

    @staticmethod
    def unit():
        return Vec(1.0, 0.0)

    @classmethod
    def of(cls, k):
        return cls(k, k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y


def fall(n):
    place = Vec(0.0, 10.0)
    speed = Vec(1.0, 0.0)
    pull = Vec(0.0, -9.81)
    for i in range(n):
        speed = speed + pull * 0.01
        place = place + 0.01 * speed
        if place.y < 0.0:
            place = Vec(place.x, -place.y)
            speed = Vec(speed.x, -speed.y)
    return place, speed


print(fall(500))


def mixed(n):
    total = 0.0
    count = 0
    best = Vec.unit()
    for i in range(n):
        v = Vec.of(float(i % 7)) - Vec(3.0, 1.0)
        total += v.dot(best) + abs(-v) + v.size + v[0] * v[1] + len(v)
        if v:
            count += 1
        if v == best:
            count += 100
        if best < v:
            best = v
    return total, count, best


print(mixed(300))


def kept(n):
    found = []
    before = Vec(0.0, 0.0)
    for i in range(n):
        now = before + Vec(1.0, i)
        if i % 50 == 0:
            found.append(before)
            found.append(now)
        before = now
    return found, found[1] is found[0], found[3] is found[2]


print(kept(201))


def identity(n):
    same = 0
    a = Vec(1.0, 2.0)
    b = a
    for i in range(n):
        c = a + b
        if c is a or b is not a:
            same += 1000
        if i % 10 == 9:
            a = c * 0.001
            b = a
            same += a is b
    return same, a is b, a, b


print(identity(100))


def ways(n):
    v = Vec(0.0, 0.0)
    w = v
    for i in range(n):
        if i % 2:
            v = Vec(v.x + 1.0, v.y)
        elif i % 3:
            w = v
        else:
            v, w = w, v
    return v, w, v is w


print(ways(101), ways(102), ways(103))


class Counter:
    def __init__(self, start):
        self.count = start
        self.steps = 0

    def add(self, k):
        self.count += k
        self.steps += 1
        return self.count


def counting(n):
    counter = Counter(0)
    seen = 0
    for i in range(n):
        seen ^= counter.add(i)
    return seen, counter.count, counter.steps


print(counting(300))


def overflowing(n):
    counter = Counter(1)
    for i in range(n):
        counter.add(counter.count)
    return counter.count


print(overflowing(100))


class Shape:
    def __init__(self, k):
        self.k = k

    def area(self):
        return 0.0


class Square(Shape):
    def area(self):
        return self.k * self.k


class Circle(Shape):
    def area(self):
        return 3.0 * self.k * self.k


def areas(shapes, n):
    total = 0.0
    for i in range(n):
        for shape in shapes:
            if isinstance(shape, Square):
                total += 1.0
            total += shape.area()
    return total


print(areas([Square(2.0), Circle(1.0), Shape(9.0), Square(0.5)], 60))


class Bad:
    def __init__(self, k):
        self.k = 10 // k

    def __add__(self, other):
        return Bad(self.k - other.k)


def raising(n):
    bad = Bad(2)
    for i in range(n):
        bad = bad + Bad(5 if i < 70 else 2)
        bad.k = 5
    return bad.k


try:
    raising(100)
except ZeroDivisionError as error:
    names = []
    trace = error.__traceback__
    while trace:
        names.append((trace.tb_frame.f_code.co_name, trace.tb_lineno))
        trace = trace.tb_next
    print(names, error)


def not_known(n):
    v = Vec(1.0, 1.0)
    for i in range(n):
        v = v + (3 if i == 80 else v)
    return v


try:
    not_known(100)
except AttributeError as error:
    print(error)


class Registered:
    made = []

    def __init__(self, k):
        self.k = k
        Registered.made.append(k)

    def __add__(self, other):
        self.k += 1
        return Registered(self.k + other.k)


def effects(n):
    a = Registered(0)
    for i in range(n):
        b = a + a
    return a.k, b.k, len(Registered.made)


print(effects(100))


def returned(n):
    for i in range(n):
        v = Vec(float(i), 1.0)
        if i == n - 2:
            return v, [v], v
    return None


a, b, c = returned(90)
print(a, a is b[0], a is c)


class Row:
    def __init__(self, n):
        self.cells = [0.0] * n
        self.writes = 0
        self.limit = 1e9

    def __getitem__(self, at):
        return self.cells[at]

    def __setitem__(self, at, value):
        self.cells[at] = value

    @property
    def first(self):
        return self.cells[0]

    @first.setter
    def first(self, value):
        self.cells[0] = value


class Logged(Row):
    def __setitem__(self, at, value):
        self.writes += 1
        self.cells[at] = min(value, self.limit)


def fills(row, n):
    for i in range(n):
        row[i % 10] = i * 0.5
        row[i % 7] += row[(i + 1) % 10]
        row.first = row[3]
        row.first += 1.0
    return sum(row.cells), row.writes


print(fills(Row(10), 200), fills(Logged(10), 200))
try:
    fills(Row(9), 200)
except IndexError as error:
    print(error)


class Sum:
    def __init__(self):
        self.total = 0
        self.count = 0

    def __iadd__(self, other):
        self.total += other
        self.count += 1
        return self

    def __isub__(self, other):
        if other % 2:
            return NotImplemented
        self.total -= other
        return self

    def __sub__(self, other):
        made = Sum()
        made.total = self.total - 2 * other
        return made


def sums(n):
    one = Sum()
    two = Sum()
    both = [one, two]
    for i in range(n):
        one += i
        two += 1.5
        one -= i % 4
        both[0] += 1
    return one.total, one.count, two.total, two.count, both[0].total, both[0] is one


def given(one, n):
    for i in range(n):
        one += i
    return one.total, one.count


print(sums(150), given(Sum(), 200))
