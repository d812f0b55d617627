# Subscripts of instances, where their classes change while the statement stays the same.
from array import array


class Grid:
    def __init__(self, width):
        self.width = width
        self.cells = array("d", [0]) * (width * width)

    def __getitem__(self, at):
        x, y = at
        return self.cells[y * self.width + x]

    def __setitem__(self, at, value):
        x, y = at
        self.cells[y * self.width + x] = value


class Doubled(Grid):
    def __getitem__(self, at):
        return 2 * super().__getitem__(at)


class Recorded(list):
    pass


class Loud(list):
    def __getitem__(self, at):
        return ("loud", at)

    def __setitem__(self, at, value):
        list.__setitem__(self, at, value + 1)


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


def get(thing, at):
    return thing[at]


def put(thing, at, value):
    thing[at] = value
    thing[at] += 1


for round in range(3):
    for thing, at in (
        (Grid(2), (1, 0)), (Doubled(2), (0, 1)), (Recorded([1, 2]), 1), (Loud([1, 2]), 0), (Missing(a=1), "a"),
        (array("i", [5, 6]), 1), ([1, 2], -1), ({1: 2}, 1),
    ):
        try:
            put(thing, at, 10)
        except TypeError as error:
            print(type(thing).__name__, error)
        print(type(thing).__name__, get(thing, at), end="; ")
    print()
print(get(Missing(), "b"))

# A class that gets, changes and loses its methods.
class Plain:
    pass


thing = Plain()
for change in (
    lambda: None,
    lambda: setattr(Plain, "__getitem__", lambda self, at: ("first", at)),
    lambda: setattr(Plain, "__getitem__", lambda self, at: ("second", at)),
    lambda: setattr(thing, "__getitem__", lambda at: "never"),
    lambda: setattr(Plain, "__getitem__", staticmethod(lambda at: ("static", at))),
    lambda: setattr(Plain, "__getitem__", None),
    lambda: delattr(Plain, "__getitem__"),
):
    change()
    try:
        print(get(thing, 3))
    except TypeError as error:
        print(error)


class Wrong:
    def __getitem__(self, a, b):
        pass

    def __setitem__(self, a):
        pass


for action in (lambda: get(Wrong(), 1), lambda: put(Wrong(), 1, 2)):
    try:
        action()
    except TypeError as error:
        print(error)


# The arguments of a call are kept while one of them is found by a method.
def three(a, b, c):
    return a, b, c


grid = Grid(3)
for i in range(9):
    grid[i % 3, i // 3] = i
print(three(grid[0, 1], grid[1, 1], three(grid[2, 2], 7, grid[0, 0])))


class Deep:
    def __getitem__(self, at):
        return self[at + 1]


try:
    get(Deep(), 0)
except RecursionError as error:
    print(error)
