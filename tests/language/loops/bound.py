# Methods and functions that variables hold, called in hot loops.
import bisect
import math
import random
from collections import deque


def push_all(n):
    items = []
    push, root = items.append, math.sqrt
    for i in range(n):
        push(root(i))
    return sum(items)


def change_owner(n):
    first, second = [], []
    push = first.append
    for i in range(n):
        if i == n // 2:
            push = second.append
        push(i)
    return len(first), len(second), second[:2]


def change_method(n):
    items = list(range(n))
    act = items.count
    total = 0
    for i in range(n // 2):
        if i == n // 4:
            act = items.pop
        total += act(i % 7)
    return total, len(items)


def change_type(n):
    """The same name of other types: text, then a tuple."""
    total = 0
    find = "abcabc".index
    for i in range(n):
        if i == n // 2:
            find = ("a", "b", "c").index
        total += find("abc"[i % 3])
    return total


class Counter:
    def __init__(self):
        self.total = 0

    def add(self, by=1):
        self.total += by
        return self.total


class Twice(Counter):
    def add(self, by=1):
        return super().add(2 * by)


def own_methods(n):
    counter = Counter()
    add = counter.add
    last = 0
    for i in range(n):
        if i == n - 10:
            counter = Twice()
            add = counter.add
        last = add(i) + add()
    return last, counter.total


def words(n):
    table = {}
    get, put = table.get, table.setdefault
    for i in range(n):
        key = "key" + str(i % 13)
        table[key] = get(key, 0) + 1
        put(i % 5, []).append(i)
    return sorted(table["key" + str(k)] for k in range(13)), [len(table[k]) for k in range(5)]


def made_inside(n):
    total = 0
    for i in range(n):
        row = []
        push = row.append
        push(i)
        push(i + 1)
        total += sum(row)
    return total


def failing(n):
    items = [1, 2, 3]
    take = items.pop
    for i in range(n):
        if i < n - 5:
            items.append(i)
        take()
    return items


def drawn(n):
    random.seed(11)
    rng = random.Random(12)
    roll, own = random.random, rng.random
    total = 0.0
    for i in range(n):
        total += roll() - own() + rng.uniform(0, i)
        total += random.randint(0, i) + rng.randrange(1, 9) + random.getrandbits(3)
    return total


def empty_ranges(n):
    random.seed(4)
    total = bad = 0
    for i in range(n):
        try:
            total += random.randrange(i % 4)
        except ValueError:
            bad += 1
    return total, bad, random.random()


class Loaded(random.Random):
    def random(self):
        return 0.25


def loaded(n):
    rng = Loaded(1)
    draw = rng.random
    total = 0.0
    for i in range(n):
        total += draw() + rng.uniform(0, 2)
    return total


def containers(n):
    total = 0
    for i in range(n):
        seen = set((i % 3, i % 4))
        more = list(seen)
        more.append(i)
        names = dict()
        names[i] = more
        fixed = frozenset(more)
        total += len(seen) + len(more) + len(names) + len(fixed) + len(set())
    return total


def breadth_first(n):
    near = [[(i * 7 + 1) % n, (i * 3 + 2) % n, i // 2] for i in range(n)]
    steps = [-1] * n
    steps[0] = 0
    waiting = deque([0])
    most = 0
    while waiting:
        at = waiting.popleft()
        most = max(most, len(waiting))
        for other in near[at]:
            if steps[other] < 0:
                steps[other] = steps[at] + 1
                waiting.append(other)
    return sum(steps), max(steps), most


def short_queue(n):
    kept = deque(maxlen=3)
    total = 0
    for i in range(n):
        kept.append((i, str(i)))
        kept.appendleft((-i, ""))
        first = kept.popleft()
        kept.append(first)
        total += first[0] + len(kept)
    return total, list(kept)


def emptied(n):
    waiting = deque()
    missing = 0
    for i in range(n):
        if i % 3:
            waiting.append(i)
        try:
            waiting.pop()
            waiting.popleft()
        except IndexError:
            missing += 1
    return missing, len(waiting)


def removed(n):
    items = [0, 1, 2, "x", (1, 2), None]
    missing = 0
    for i in range(n):
        try:
            items.remove(i % 9)
        except ValueError:
            missing += 1
        items.append(i % 5)
        items.remove("x")
        items.append("x")
        if len(items) > 12:
            items.remove(None)
            items = [None] + items[3:]
    return missing, items


def gathered(n):
    table, bag = {}, set()
    total = 0
    for i in range(n):
        table.update({i % 7: i, "last": i})
        bag.update((i % 11, i % 5))
        total += len(table) + len(bag) + table["last"]
        if i % 50 == 49:
            table.clear()
            bag.clear()
    return total, table, sorted(bag)


def sorted_places(n):
    items = []
    total = 0
    for i in range(n):
        bisect.insort(items, i * 7919 % 1009)
        total += bisect.bisect_left(items, i % 500) + bisect.bisect(items, 3)
        if len(items) > 60:
            items = items[::2]
    return total, items[:4]


class Way:
    UP = 1
    DOWN = -1
    step = 0.5


class Steep(Way):
    step = 2


def of_classes(n):
    total = 0.0
    for i in range(n):
        if i == n - 20:
            Way.UP = 3
        total += Way.UP * Steep.step + Steep.DOWN * Way.step
    return total


print(push_all(3000))
print(change_owner(2000))
print(change_method(2000))
print(change_type(2000))
print(own_methods(2000))
print(words(2000))
print(made_inside(2000))
print(drawn(2000))
print(empty_ranges(2000))
print(loaded(2000))
print(containers(1500))
print(of_classes(2000))
print(breadth_first(1500), short_queue(1500), emptied(1500))
print(removed(1500), gathered(1500), sorted_places(1500))
print(failing(2000))
