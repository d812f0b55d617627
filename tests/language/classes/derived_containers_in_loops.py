# Instances of classes that derive from list, dict, set and tuple, in loops that get hot.


class Queue(list):
    pass


class Counted(list):
    def __init__(self, *items):
        super().__init__(*items)
        self.pushed = 0

    def append(self, item):
        self.pushed += 1
        super().append(item)

    def top(self):
        return self[-1]


class Table(dict):
    pass


class Zero(dict):
    def __missing__(self, key):
        return 0


class Names(set):
    pass


class Point(tuple):
    @property
    def x(self):
        return self[0]


def drain(todo, limit):
    seen = 0
    while len(todo):
        item = todo.pop(0)
        seen += item
        if item < limit:
            todo.append(item + 1)
            if 7 in todo:
                seen += 100
    return seen


print([drain(Queue([i, 2, 3]), 60) for i in range(40)])
print(drain(Counted([1, 2, 3]), 500), drain([1, 2, 3], 500))


def fill(items, n):
    for i in range(n):
        items.append(i)
        items[i // 2] += 1
        items[-1] = items[-1] * 2
    return items.pushed, items.top(), sum(items), len(items), items[3:6], items[1], bool(items)


print(fill(Counted(), 2000))


def count(table, words):
    for word in words:
        if word in table:
            table[word] += 1
        else:
            table[word] = 1
    return sorted(table.items()), len(table), table.get("none", 5), table.pop("a")


words = "a b c a b a".split() * 300
print(count(Table(), words))


def missing(table, words):
    total = 0
    for word in words:
        table[word] += 1
        total += table[word] + table["nothing"]
    return total, sorted(table.items())


print(missing(Zero(), words))


def collect(names, n):
    for i in range(n):
        names.add(i % 17)
        if i % 5 in names:
            names.discard(i % 5)
    return sorted(names), len(names)


print(collect(Names(), 3000))


def move(points):
    total = 0
    for point in points:
        total += point[0] + point.x + len(point) + point[-1]
        if 3 in point:
            total += 1
    return total


print(move([Point((i, i + 1, 2)) for i in range(2000)]))


class Odd(list):
    def __len__(self):
        return 3

    def __getitem__(self, at):
        return 10 * super().__getitem__(at)


def odd(items, n):
    total = 0
    for i in range(n):
        total += len(items) + items[i % 4]
    return total


print(odd(Odd([1, 2, 3, 4]), 3000))


def past(items, n):
    total = 0
    try:
        for i in range(n):
            total += items[i]
    except IndexError as error:
        return total, str(error)


print(past(Queue(range(1500)), 2000), past(Point(range(1500)), 2000))


def lookup(table, n):
    total = 0
    try:
        for i in range(n):
            total += table[i]
    except KeyError as error:
        return total, error.args


print(lookup(Table((i, 2 * i) for i in range(1500)), 2000))


def both(first, second, n):
    total = 0
    for i in range(n):
        items = first if i % 3 else second
        items.append(i)
        total += len(items) + items[-1]
    return total


print(both(Queue(), Counted(), 2000), both(Queue(), [], 2000))
Queue.append = lambda self, item: list.append(self, -item)
print(both(Queue(), Counted(), 2000))


class Node:
    def __init__(self, value):
        self.value = value
        self.next = Queue2()


class Queue2(list):
    pass


class Named(dict):
    name = "n"


def spread(first, limit):
    seen = Queue2()
    todo = Queue2()
    todo.append(first)
    total = 0
    while len(todo):
        node = todo.pop(0)
        for other in node.next:
            total += other.value
        for other in node.next:
            if other.value < limit:
                todo.append(other)
            else:
                seen.append(other)
    return total, len(seen)


nodes = [Node(i) for i in range(400)]
for i in range(399):
    nodes[i].next.append(nodes[i + 1])
    if i % 7 == 0 and i < 392:
        nodes[i].next.append(nodes[i + 7])
print(spread(nodes[395], 500), spread(nodes[0], 60))


def make(n):
    made = []
    total = 0
    for i in range(n):
        pile, copy, names = Queue2(), Queue2((i, i + 1)), Named({i: 1})
        pile.append(i)
        copy[0] += pile[0]
        names[i] += len(pile)
        pile.label = i
        made.append(pile)
        total += copy[0] + names[i] + len(names) + len(names.name)
    return total, len(made), made[3], made[3].label, made[3] is made[4], made[-1] == [n - 1], type(made[0]).__name__


print(make(3000))


def make_wrongly(n):
    total = 0
    for i in range(n):
        try:
            total += len(Queue2(i) if i % 100 == 0 else Queue2([i]))
        except TypeError as error:
            total += 1000
            message = str(error)
    return total, message


print(make_wrongly(2000))
