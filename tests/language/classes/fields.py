# Attributes of instances in hot loops: read, written, added, with other types, in other classes.
class Body:
    scale = 2.0

    def __init__(self, x, v):
        self.x = x
        self.v = v


class Slotted:
    __slots__ = ("x", "v")

    def __init__(self, x, v):
        self.x = x
        self.v = v


class Derived(Body):
    def __init__(self, x, v):
        self.tag = "d"
        self.x = x
        self.v = v


def drift(bodies, n):
    for step in range(n):
        for body in bodies:
            body.x += body.v * 0.5
            body.v = body.v - 0.25
    return [(body.x, body.v) for body in bodies]


print(drift([Body(1.0, 2.0), Body(-1.0, 0.5)], 100))
print(drift([Slotted(1.0, 2.0), Slotted(-1.0, 0.5)], 100))
print(drift([Body(1.0, 2.0), Slotted(3.0, 1.0), Derived(0.5, 0.5)], 100))


def pair_up(a, b, n):
    for i in range(n):
        a.x -= b.x * 0.125
        b.x += a.x * 0.5
    return a.x, b.x


one = Body(1.0, 0.0)
print(pair_up(one, Body(2.0, 0.0), 50))
print(pair_up(one, one, 50))


def turns_float(body, n):
    for i in range(n):
        body.x += 1
        if i == 60:
            body.x += 0.5
    return body.x


print(turns_float(Body(0, 0), 100))


def overflows(body, n):
    for i in range(n):
        body.x = body.x * 3 + 1
    return body.x


print(overflows(Body(1, 0), 90))


def shared(body, n):
    total = 0.0
    for i in range(n):
        total += body.scale * i
        if i == 70:
            Body.scale = 3
    return total


print(shared(Body(0, 0), 100))


def texts(body, n):
    for i in range(n):
        body.x = str(i)
        body.v = [i, body.x]
    return body.x, body.v


print(texts(Body(0, 0), 100))


def adds(n):
    last = None
    for i in range(n):
        body = Body(i, i)
        if i % 3 == 0:
            body.more = i * 2
        last = body
    return vars(last)


print(adds(100), adds(101))


def missing(bodies):
    found = 0
    for body in bodies:
        found += body.more
    return found


bodies = [Body(0, 0) for i in range(100)]
for i, body in enumerate(bodies):
    body.more = i
del bodies[90].more
try:
    print(missing(bodies))
except AttributeError as error:
    print(error)


class Node:
    def __init__(self, value, link):
        self.value = value
        self.link = link


def chain(n):
    head = None
    for i in range(n):
        head = Node(i, head)
    return head


def length(node):
    count = 0
    while node is not None:
        count += node.value
        node = node.link
    return count


head = chain(300)
print(length(head), head.link.link.value)


def turn_round(node):
    before = None
    while node is not None:
        node.link, before, node = before, node, node.link
    return before


head = turn_round(head)
print(length(head), head.value, head.link.value)


def changed_class(bodies):
    total = 0
    for i, body in enumerate(bodies):
        if i == 80:
            Body.x = property(lambda self: -1)
        total += body.x
    return total


print(changed_class([Body(i, 0) for i in range(100)]))


def nearest(bodies, n):
    total = 0.0
    for i in range(n):
        best = 1e9
        found = None
        for body in bodies:
            if abs(body.x - i) < best:
                best = abs(body.x - i)
                found = body
        if found is not None:
            total += found.v
    return total


Body.x = 0
del Body.x
print(nearest([Body(float(k), 1.5 * k) for k in range(6)], 100), nearest([], 100))
