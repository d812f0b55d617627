# Cycles go by themselves, in loops and in built-in functions, whoever runs the loop.
import weakref


class Node:
    def __init__(self):
        self.me = self


def made(n):
    for _ in range(n):
        node = Node()
        yield weakref.ref(node)


def alive(refs):
    return sum(ref() is not None for ref in refs)


refs = []
for _ in range(60_000):
    node = Node()
    refs.append(weakref.ref(node))
print(alive(refs) < 50_000)
print(alive(list(made(60_000))) < 50_000)


def recursive(depth):
    node = Node()
    refs.append(weakref.ref(node))
    if depth:
        recursive(depth - 1)
        recursive(depth - 1)


refs = []
recursive(15)
print(alive(refs) < 50_000)
