# Deques in hot loops: both ends, places, truth and length; what raises; other containers in place of one.
from collections import deque


def greatest(items, width):
    waiting, total = deque(), 0
    for i, x in enumerate(items):
        while waiting and items[waiting[-1]] <= x:
            waiting.pop()
        waiting.append(i)
        if waiting[0] <= i - width:
            waiting.popleft()
        total += items[waiting[0]]
    return total


def searched(n):
    distance = {0: 0}
    queue = deque([0])
    while queue:
        at = queue.popleft()
        for to in ((at * 2) % n, (at + 3) % n):
            if to not in distance:
                distance[to] = distance[at] + 1
                queue.append(to)
    return len(distance), max(distance.values())


def rotated(n):
    items = deque(range(10), maxlen=12)
    total = 0
    for i in range(n):
        items.appendleft(items.pop())
        items[i % 10] = items[-1 - i % 10] + 1
        if not i % 50:
            items.append(i)
        total += items[0] * 3 + items[-1] + items[i % len(items)]
    return total, list(items)


def emptied(n):
    items, count = deque(), 0
    for i in range(n):
        if i % 3 == 0:
            items.append(i)
        try:
            items.pop()
            items.pop()
        except IndexError as error:
            count += 1
            message = str(error)
    return count, message


def beyond(n, place):
    items = deque([1, 2, 3])
    total = 0
    for i in range(n):
        try:
            total += items[place if i > n - 10 else i % 3]
        except IndexError as error:
            total += 100
            message = str(error)
    return total, message


def anything(n):
    items = deque()
    total = 0
    for i in range(n):
        items.append(i if i % 2 else float(i))
        if i > n - 5:
            items.append('text')
            total += len(items.pop())
        total += items[-1]
        if len(items) > 4:
            total -= items.popleft()
    return total


def either(kinds, n):
    total = 0
    for kind in kinds:
        items = kind([5, 6, 7])
        for i in range(n):
            if items:
                total += items[i % 3] + len(items) + items[-1]
    return total


class Sevens(deque):
    def __getitem__(self, place):
        return 7


class Long(deque):
    def __len__(self):
        return 3

    def __bool__(self):
        return False


class Same(deque):
    pass


def changed(n):
    items, total = Same([1, 2, 3]), 0
    for i in range(n):
        if i == n // 2:
            Same.__getitem__ = lambda self, place: 1000
        total += items[1]
    del Same.__getitem__
    return total


def truths(kind, n):
    items = kind()
    count = 0
    for i in range(n):
        if items:
            count += 1
        if not items:
            count += 10
        if i == n // 2:
            items.append(1)
    return count


print(greatest([(i * 7919) % 10007 for i in range(5000)], 64))
print(searched(5000))
print(rotated(3000))
print(emptied(3000))
print(beyond(1000, 3), beyond(1000, -4), beyond(1000, 1 << 70))
print(anything(1000))
print(either([deque, list, tuple, deque, Same], 500), either([Sevens, deque], 500), either([Long], 500))
print(changed(2000))
print(truths(deque, 1000), truths(Same, 1000), truths(Long, 1000))
