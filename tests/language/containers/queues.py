# Lists that serve as queues: what is taken from the front leaves room there, and nothing else changes.
import random


def model(kind, turns, seed):
    """The same edits of a list and of a list that is made anew each time."""
    random.seed(seed)
    queue, plain = [], []
    for turn in range(turns):
        item = kind(turn)
        choice = random.randrange(12)
        if choice < 4:
            queue.append(item)
            plain = plain + [item]
        elif choice < 7 and plain:
            assert queue.pop(0) == plain[0]
            plain = plain[1:]
        elif choice == 7:
            queue.insert(0, item)
            plain = [item] + plain
        elif choice == 8 and plain:
            count = random.randrange(len(plain))
            del queue[:count]
            plain = plain[count:]
        elif choice == 9 and plain:
            del queue[0]
            plain = plain[1:]
        elif choice == 10:
            queue.extend([item, item])
            plain = plain + [item, item]
        elif plain:
            queue[-1] = item
            plain = plain[:-1] + [item]
        assert queue == plain and len(queue) == len(plain), (queue, plain)
        assert queue[::-1] == plain[::-1] and queue[1:] == plain[1:]
    return len(queue), queue[:3]


print(model(int, 3000, 1), model(float, 3000, 2), model(str, 3000, 3))
print(model(lambda i: i % 3 == 0, 3000, 4), model(lambda i: complex(i, 1), 3000, 5))
print(model(lambda i: [i] if i % 5 else i, 3000, 6), model(lambda i: (i, str(i)), 3000, 7))


def breadth_first(n):
    """Nodes of a grid in the order in which they are reached."""
    queue, seen, order = [(0, 0)], {(0, 0)}, 0
    while queue:
        x, y = queue.pop(0)
        order = (order * 31 + x * n + y) % 1000003
        for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            place = (x + dx, y + dy)
            if 0 <= place[0] < n and 0 <= place[1] < n and place not in seen:
                seen.add(place)
                queue.append(place)
    return order, len(seen)


print(breadth_first(60))


def numbers(n):
    queue = list(range(n))
    total = 0
    while queue:
        first = queue.pop(0)
        total += first
        if first % 3 == 0 and first:
            queue.append(first - 1)
    return total


print(numbers(5000))
ring = list(range(7))
for turn in range(100):
    ring.append(ring.pop(0))
print(ring, ring.index(3), sorted(ring), ring * 2)
big = [0] * 1000
del big[:999]
big.insert(0, "x")
print(big, big.pop(0), big.pop(0), big)
