# Methods of classes that make instances, called by class, by instance and by subclass, in hot loops.
class Point:
    made = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y

    @classmethod
    def square(cls, side):
        return cls(side, -side)

    @classmethod
    def counted(cls, side):
        cls.made += 1
        return cls(side, cls.made)

    @staticmethod
    def twice(value):
        return value * 2


class Other(Point):
    def __init__(self, x, y):
        self.x = x + 1
        self.y = y


def run(turns):
    total = 0
    point = Point(1, 2)
    for i in range(turns):
        total += Point.square(i).x + Other.square(i).x
        total += point.square(i).y
        total += Point.twice(i) + point.twice(i)
        if i % 64 == 0:
            total += Other.counted(i).y
    return total, Point.made, Other.made


print(run(3000))


def changed(turns):
    total = 0
    for i in range(turns):
        if i == turns // 2:
            Point.square = classmethod(lambda cls, side: cls(side, side))
        total += Point.square(i).y
    return total


print(changed(2000))
