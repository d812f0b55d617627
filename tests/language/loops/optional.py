# Values that are now this and now that in hot loops: None or an object, text or a number, one class or another.


class Point:
    def __init__(self, x, after=None):
        self.x = x
        self.after = after


class Other:
    def __init__(self, x):
        self.x = x

    def __bool__(self):
        return self.x % 2 == 0

    def __eq__(self, other):
        return isinstance(other, Other) and self.x == other.x


def made_or_none(n):
    total = 0
    for i in range(n):
        point = Point(i) if i % 3 else None
        if point is not None:
            total += point.x
    return total


def from_list(n):
    points = [Point(1), None, Point(2), "text", 5, 2.5, Other(3), Other(4)]
    total = texts = 0
    for i in range(n):
        each = points[i % 8]
        if each is None:
            total -= 1
        elif isinstance(each, Point):
            total += each.x
        elif isinstance(each, str):
            texts += len(each)
        elif each == Other(3):
            total += 100
        elif each:
            total += 10
    return total, texts


def over_items(n):
    items = [None, 3, "abc", Point(2), (1, 2), [4]] * 5
    counts = {}
    for _ in range(n):
        for item in items:
            name = type(item).__name__
            counts[name] = counts.get(name, 0) + 1
            if not item:
                counts["nothing"] = counts.get("nothing", 0) + 1
    return counts


def chain(n):
    first = None
    for i in range(20):
        first = Point(i, first)
    total = 0
    for _ in range(n):
        each = first
        while each is not None:
            total += each.x
            each = each.after
    return total


def kept(n):
    best = None
    for i in range(n):
        value = i * 7919 % 1009
        if best is None or value > best:
            best = value
        if i % 100 == 99:
            best = None
    return best


def find(items, wanted):
    for item in items:
        if item == wanted:
            return item
    return None


def found(n):
    items = ["a", 2, 3.5, None, (1,)]
    hits = 0
    for i in range(n):
        if find(items, [2, "a", "z", (1,), 9][i % 5]) is not None:
            hits += 1
    return hits


def stored(n):
    table = {}
    for i in range(n):
        old = table.get(i % 7)
        table[i % 7] = i if old is None else (None if i % 5 == 0 else str(i))
    return table


def attribute_changes(n):
    point = Point(0)
    total = 0
    for i in range(n):
        point.after = None if i % 2 else Point(i)
        if point.after:
            total += point.after.x
        pair = (point.after, i)
        if pair[0] is None:
            total -= 1
    return total


def wrong(n):
    points = [Point(1), Point(2), None]
    total = 0
    for i in range(n):
        if i == n - 2:
            points[i % 3] = None
        each = points[i % 2]
        total += each.x
    return total


print(made_or_none(2000), from_list(2000), over_items(60), chain(100))
print(kept(2000), found(1500), stored(2000), attribute_changes(1500))
print(wrong(1500))
