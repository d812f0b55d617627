# `super()` in loops and functions that become hot: the method is found behind the class, by what the instance is.

class Shape:
    count = 0

    def __init__(self):
        super().__init__()
        self.made = Shape.count
        Shape.count += 1

    def area(self, scale):
        return 0

    def name(self):
        return "shape"

    @classmethod
    def kind(cls):
        return cls.__name__


class Square(Shape):
    def __init__(self, side):
        super().__init__()
        self.side = side

    def area(self, scale):
        return super().area(scale) + self.side * self.side * scale

    def name(self):
        return super().name() + "/square"

    @classmethod
    def kind(cls):
        return super().kind() + "!"


class Loud:
    def area(self, scale):
        return super().area(scale) + 1

    def name(self):
        return super(Loud, self).name().upper()


class LoudSquare(Loud, Square):
    def area(self, scale):
        return super().area(scale) * 2


def total(shapes, n):
    got = 0
    for i in range(n):
        shape = shapes[i % len(shapes)]
        got += shape.area(i % 5)
    return got


def made(n):
    got = 0
    for i in range(n):
        got += Square(i).side
    return got


squares = [Square(k) for k in range(7)]
print(total(squares, 3000))
print(total(squares + [LoudSquare(3), Shape()], 3000))
print(made(2000), Shape.count > 2000)
print(LoudSquare(2).name(), Square(2).kind())

# What is behind the class changes meanwhile.
quiet = total(squares, 500)
Shape.area = lambda self, scale: 100
print(total(squares, 500) - quiet)


class Node:
    def __new__(cls, *args):
        return super().__new__(cls)

    def __getattr__(self, name):
        if name == "missing":
            return 5
        return super().__getattribute__(name)


def ask(n):
    got = 0
    for i in range(n):
        got += Node(i).missing
    return got


print(ask(300))


# The instance is of no such class: an error each time.
def wrong(n):
    caught = 0
    for i in range(n):
        try:
            Square.area(squares[0] if i % 50 else Loud(), 2)
        except TypeError as error:
            caught += 1
    return caught


print(wrong(400))


class Counted(list):
    def append(self, item):
        super().append(item)
        self.added = getattr(self, "added", 0) + 1


def fill(n):
    items = Counted()
    for i in range(n):
        items.append(i)
    return len(items), items.added, sum(items)


print(fill(500))
