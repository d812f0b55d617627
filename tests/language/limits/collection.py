# Cycles go by themselves, in loops and in built-in functions, whoever runs the loop.
gone = 0


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        global gone
        gone += 1


def made(n):
    for _ in range(n):
        Node()
        yield 1


def recursive(depth):
    Node()
    if depth:
        recursive(depth - 1)
        recursive(depth - 1)


for _ in range(60_000):
    Node()
print(gone > 10_000)
gone = 0
print(sum(made(60_000)), gone > 10_000)
gone = 0
recursive(15)
print(gone > 10_000)

# What is left at the end need not be told.
del Node.__del__
