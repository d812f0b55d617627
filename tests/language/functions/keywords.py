# Arguments by name, many times at one place, so that their slots are worked out once.
def f(a, b=2, *, c=3):
    return a, b, c


def g(a, b=2, c=3):
    return a, b, c


def h(a, /, b, c=0):
    return a, b, c


class Point:
    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def moved(self, dx=0, dy=0):
        return Point(self.x + dx, y=self.y + dy)


def trial(name, call):
    for _ in range(3):
        try:
            print(name, call())
        except TypeError as error:
            print(name, "TypeError", error)


trial("g", lambda: g(1, c=5))
trial("g", lambda: g(c=5, a=1))
trial("g", lambda: g(b=5))
trial("g", lambda: g(1, a=5))
trial("g", lambda: g(1, d=5))
trial("f", lambda: f(1, c=5))
trial("f", lambda: f(1, b=5))
trial("h", lambda: h(1, b=5))
trial("h", lambda: h(a=1, b=5))
trial("h", lambda: h(1, c=5))
trial("Point", lambda: vars(Point(1, y=2)))
trial("Point", lambda: vars(Point(y=2)))
trial("Point", lambda: vars(Point(1, self=2)))
trial("moved", lambda: vars(Point(1, 2).moved(dy=3)))
trial("moved", lambda: vars(Point(1, 2).moved(dz=3)))

# One place, several callees.
for callee in (g, h, Point, g, f, lambda a, b: (b, a), dict, g):
    try:
        result = callee(1, b=7)
    except TypeError as error:
        result = str(error)
    print(result if not isinstance(result, Point) else vars(result))

# The order of evaluation is that of the text, and a failing argument leaves nothing behind.
log = []


def note(x):
    log.append(x)
    if x == "bad":
        raise ValueError(x)
    return x


for last in ("c", "bad", "c"):
    try:
        print(g(note("a"), c=note(last), b=note("b")))
    except ValueError as error:
        print("ValueError", error)
print(log)
print(g(1, b=2))
