# Conditions on objects of the library that have a truth or a length of their own.

from collections import Counter, OrderedDict, defaultdict, deque
from decimal import Decimal
from datetime import timedelta


def breadth(edges, start):
    seen = {start}
    queue = deque([start])
    order = []
    while queue:
        node = queue.popleft()
        order.append(node)
        for other in edges[node]:
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return order


edges = {n: [(n * 7 + 3) % 500, (n * 3 + 1) % 500] for n in range(500)}
print(breadth(edges, 0)[:20], len(breadth(edges, 0)))


def drain(n):
    queue = deque(range(n))
    got = 0
    while queue and got < 10**9:
        got += queue.pop()
        if not queue:
            queue.append(1) if got % 2 else None
            got += 1
    return got


print(drain(1000))


def truths(n):
    got = [0, 0]
    values = [Decimal(0), Decimal("0.1"), timedelta(0), timedelta(1), Counter(), Counter("a"), OrderedDict(), defaultdict(int, a=1)]
    for i in range(n):
        value = values[i % len(values)]
        if value:
            got[0] += 1
        elif not value:
            got[1] += 1
    return got


print(truths(800))


class Queue(deque):
    asked = 0

    def __len__(self):
        Queue.asked += 1
        return super().__len__()


class Stack(deque):
    asked = 0

    def __bool__(self):
        Stack.asked += 1
        return len(self) > 1


def down(queue):
    turns = 0
    while queue:
        queue.pop()
        turns += 1
    return turns, len(queue)


print(down(Queue(range(300))), down(Stack(range(300))), Stack.asked)


# A built-in function in place of a method may run anything.
class Strange:
    calls = 0
    __bool__ = any

    def __iter__(self):
        Strange.calls += 1
        return iter([Strange.calls % 3])


def odd(n):
    got = 0
    strange = Strange()
    for i in range(n):
        if not strange:
            got += 1
    return got, Strange.calls


try:
    print(odd(300))
except TypeError as error:
    print(error)
