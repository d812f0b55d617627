"""The shadows of balls over a floor, seen from above: vectors with operators, and two kinds of things.

    rays.py [SIZE]
"""
import math
import sys


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __abs__(self):
        return math.sqrt(self @ self)

    def unit(self):
        return self * (1.0 / abs(self))


class Ball:
    def __init__(self, centre, radius):
        self.centre = centre
        self.radius = radius

    def distance(self, start, way):
        """How far along the way the ball is, or -1.0."""
        to = self.centre - start
        along = to @ way
        rest = self.radius * self.radius - (to @ to - along * along)
        if rest < 0.0:
            return -1.0
        return along - math.sqrt(rest)

    def normal(self, point):
        return (point - self.centre).unit()


class Floor:
    def __init__(self, height):
        self.height = height

    def distance(self, start, way):
        if way.y > -1e-9:
            return -1.0
        return (self.height - start.y) / way.y

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


def build(size):
    things = [Floor(-1.0)]
    for i in range(6):
        things.append(Ball(Vector(1.5 * math.cos(i), 0.2 * i - 0.4, 1.5 * math.sin(i)), 0.3 + 0.05 * i))
    return things, size


def light_at(things, start, way, sun):
    nearest = 1e9
    found = None
    for thing in things:
        distance = thing.distance(start, way)
        if 1e-6 < distance < nearest:
            nearest = distance
            found = thing
    if found is None:
        return 0.1
    point = start + way * nearest
    bright = found.normal(point) @ sun
    if bright <= 0.0:
        return 0.0
    for thing in things:
        if thing.distance(point, sun) > 1e-6:
            return 0.0
    return bright


def compute(things, size):
    sun = Vector(0.5, 1.0, -0.3).unit()
    eye = Vector(0.0, 3.0, -4.0)
    total = 0.0
    for row in range(size):
        for column in range(size):
            way = Vector(2.0 * column / size - 1.0, -0.4 - 1.2 * row / size, 1.2).unit()
            total += light_at(things, eye, way, sun)
    return total


def main():
    things, size = build(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
    print(f"light {compute(things, size)!r}")


if __name__ == "__main__":
    main()
