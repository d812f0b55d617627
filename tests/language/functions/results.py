# Functions that are called natively and return objects, or now this and now that.


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


def grow(x, depth):
    if depth == 0:
        return Vector(x, 1)
    return grow(x + 1, depth - 1) + grow(x + 2, depth - 1)


def maybe(items, depth):
    if depth == 0:
        return None
    if depth == 1:
        return items
    found = maybe(items, depth - 1)
    other = maybe(items, depth - 2)
    if found is None:
        return 0.5
    return found if depth % 3 else other


def nested(depth, x):
    if depth == 0:
        return (x,)
    left = nested(depth - 1, x + 1)
    right = nested(depth - 1, x - 1)
    return (left[0] + right[-1], depth, len(left) + len(right))


def collect(depth, x):
    if depth < 2:
        return [x]
    return collect(depth - 1, x + 0.5) + collect(depth - 2, x)


def spell(depth):
    if depth < 2:
        return "ab"[depth]
    text = spell(depth - 1)
    more = spell(depth - 2)
    kept = text
    text += more
    return text if len(kept) < 9 else kept


def big(depth):
    """Sums that outgrow 64 bits on the way."""
    if depth == 0:
        return 2**58
    return big(depth - 1) + big(depth - 1)


def pass_on(item):
    return item


def through(items, n):
    for i in range(n):
        item = pass_on(items)
        item.append(i)
        if len(item) > 50:
            items = pass_on([])
    return len(items)


def raising(depth):
    if depth == 0:
        raise ValueError("at the bottom")
    found = raising(depth - 1)
    return [found]


for turn in range(3):
    vector = grow(turn, 8)
    print(vector.x, vector.y)
    print(maybe([turn], 11), nested(8, turn), len(collect(12, turn)), sum(collect(12, 0.25)))
    print(spell(12), big(7), through([1], 500))
for turn in range(60):
    try:
        raising(20)
    except ValueError as problem:
        last = problem
print(last)
raising(2)
