# Operators that call so many methods that one turn of a loop holds more than is recorded at once.


class V:
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y, self.z + o.z)

    def __mul__(self, k):
        return V(self.x * k, self.y * k, self.z * k)

    __rmul__ = __mul__

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def cross(self, o):
        return V(self.y * o.z - self.z * o.y, self.z * o.x - self.x * o.z, self.x * o.y - self.y * o.x)


class Q:
    __slots__ = "w", "v"

    def __init__(self, w, v):
        self.w, self.v = w, v

    def __mul__(self, o):
        return Q(self.w * o.w - self.v.dot(o.v), self.w * o.v + o.w * self.v + self.v.cross(o.v))

    def __pow__(self, o):
        dots = self.v.dot(o.v) + self.v.dot(self.v) + o.v.dot(o.v) + o.v.dot(self.v) + self.v.dot(o.v)
        return Q(dots, self.v)

    def conj(self):
        return Q(self.w, self.v * -1)

    def rotate(self, p):
        return (self * Q(0.0, p) * self.conj()).v


q = Q(0.9999, V(0.006, 0.0, 0.008))


def rotated(p, n):
    for i in range(n):
        p = q.rotate(p)
        if i == n // 2:
            p = V(1, 2, 3)
    return p


p = rotated(V(1.0, 2.0, 3.0), 2000)
print(p.x, p.y, p.z)


def powers(n):
    total = 0.0
    r = Q(0.9, V(0.1, 0.2, 0.3))
    for i in range(n):
        total += (r**r**r).w
        try:
            if i == n - 5:
                r**1
        except AttributeError as error:
            print(i, error)
    return total


print(powers(2000))
