# Arrays of the module `array` in hot loops: items read and written where they lie.
from array import array


def relax(n, turns):
    grid = array("d", [0.0]) * (n * n)
    for i in range(n):
        grid[i] = 1.0
    for _ in range(turns):
        for y in range(1, n - 1):
            for x in range(1, n - 1):
                at = y * n + x
                grid[at] = 0.25 * (grid[at - 1] + grid[at + 1] + grid[at - n] + grid[at + n])
    return sum(grid)


def each_type(n):
    for code in "bBhHiIlLqQfd":
        cells = array(code, [0] * 16)
        total = 0
        for i in range(n):
            cells[i % 16] = i % 120
            cells[i % 7] += 1
            total += cells[i % 5] - cells[-1]
        print(code, total, cells[3], len(cells))


def too_much(code, n, most):
    cells = array(code, [0] * 4)
    wrong = 0
    for i in range(n):
        try:
            cells[i % 4] = i
        except OverflowError as problem:
            wrong += 1
            last = str(problem)
    print(code, wrong, last, max(cells) <= most)


def negative(n):
    cells = array("H", [0] * 4)
    refused = 0
    for i in range(n):
        try:
            cells[i % 4] = i - 5
        except OverflowError:
            refused += 1
    return refused, cells.tolist()


def large(n):
    cells = array("Q", [2**64 - 1, 1, 2**63])
    total = 0
    for i in range(n):
        total += cells[i % 3] % 7
    return total


def single(n):
    cells = array("f", [0.1] * 8)
    for i in range(n):
        cells[i % 8] = cells[(i + 1) % 8] * 1.1 + 0.3
        if cells[i % 8] > 100:
            cells[i % 8] = 1e300 if i % 3 else 1e-60
    return [repr(item) for item in cells]


def grows(n):
    cells = array("l")
    for i in range(n):
        cells.append(i)
        if len(cells) > 40:
            cells = cells[20:]
        cells[0] = cells[-1] + len(cells)
    return cells.tolist()[:4]


def outside(n):
    cells = array("d", range(10))
    missing = 0
    for i in range(n):
        try:
            cells[i % 14] += 0.5
        except IndexError as problem:
            missing += 1
            last = str(problem)
    return missing, last, cells[9]


def mixed(n):
    """A list, then an array, then one of another type in one place."""
    total = 0
    for cells in ([1.5, 2.5], array("d", [0.25, 4.0]), array("i", [7, 8]), array("d", [9.0, 1.0])):
        for i in range(n):
            total += cells[i % 2]
    return total


class Grid:
    def __init__(self, n):
        self.n = n
        self.cells = array("d", [0.0]) * (n * n)

    def __getitem__(self, at):
        x, y = at
        return self.cells[y * self.n + x]

    def __setitem__(self, at, value):
        x, y = at
        self.cells[y * self.n + x] = value


def wrapped(n, turns):
    grid = Grid(n)
    for turn in range(turns):
        for y in range(1, n - 1):
            for x in range(1, n - 1):
                grid[x, y] = grid[x - 1, y] + grid[x, y - 1] * 0.5 + turn
    return grid[n - 2, n - 2]


class Doubling(array):
    def __getitem__(self, at):
        return 2 * super().__getitem__(at)


class Plain(array):
    pass


def derived(n):
    plain, doubling = Plain("i", [1, 2, 3]), Doubling("i", [1, 2, 3])
    plain.name = "kept"
    total = 0
    for i in range(n):
        plain[i % 3] = i % 50
        doubling[i % 3] = i % 50
        total += plain[0] + doubling[0] + len(plain)
    return total, plain.name


def views(n):
    cells = array("i", [0] * 8)
    view = memoryview(cells)
    for i in range(n):
        cells[i % 8] = i
        view[(i + 1) % 8] = cells[i % 8] - 1
    return cells.tolist()


print(relax(20, 30))
each_type(700)
too_much("b", 600, 127)
too_much("B", 600, 255)
too_much("h", 40000, 32767)
print(negative(600), large(900), single(900))
print(grows(900), outside(900), mixed(500))
print(wrapped(12, 30), derived(900), views(900))
cells = array("d", [1.0, 2.0])
for i in range(600):
    cells[i % 2] = i if i < 590 else "text"
