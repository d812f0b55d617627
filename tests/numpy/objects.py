# Arrays of objects and of texts in loops, under names that hold arrays of numbers before, and what becomes of what they hold.
import gc
import weakref
from fractions import Fraction

import numpy as np


def count(labels, wanted):
    hits = 0
    for label in labels:
        if label == wanted:
            hits += 1
    return hits


def by_place(labels, wanted):
    hits = 0
    for i in range(len(labels)):
        if labels[i] == wanted:
            hits += 1
    return hits


labels = np.array(["a", "b", "a", "c"] * 50)
print(count(labels, "a"), by_place(labels, "b"), (labels == "c").sum())
print(count(labels.astype(object), "a"), by_place(labels.astype(object), "b"))
print(count(np.arange(200) % 4, 1), by_place(np.arange(200) % 4, 2))
print(count(labels, "c"))


def total(values):
    result = 0
    for i in range(values.shape[0]):
        result = result + values[i]
    return result


for values in (np.arange(60), np.arange(60) / 4, np.arange(60).astype(object), np.array([Fraction(1, n) for n in range(1, 40)])):
    print(repr(total(values)))


def fill(target, values):
    for i in range(len(target)):
        target[i] = values[i % len(values)]
    return target


print(fill(np.zeros(6, int), [1, 2]), fill(np.empty(6, object), [1, "x", None]), fill(np.zeros(6, "U2"), ["abc", "d"]))
print(fill(np.zeros(6), [0.5, 2]), fill(np.empty(3, object), [[1], [2]]))


def grow(n):
    powers = np.ones(n, dtype=object)
    for i in range(1, n):
        powers[i] = powers[i - 1] * 3
    return powers


print(grow(60)[-1], grow(60).sum(), grow(5))


def rows(board):
    found = []
    for row in board:
        found.append("".join(row))
    for column in board.T:
        found.append("".join(column[::-1]))
    return found


board = np.full((3, 3), ".")
for n, (y, x) in enumerate([(0, 0), (1, 1), (2, 2), (0, 2), (1, 0)] * 20):
    board[y, x] = "XO"[n % 2]
print(rows(board))


class Cell:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Cell({self.value})"


def step(cells):
    for i in range(len(cells)):
        cells[i].value += cells[i - 1].value
    return cells


cells = np.array([Cell(n) for n in range(4)])
for _ in range(30):
    step(cells)
print(cells)

# What an array held goes with its last view.
watched = weakref.ref(cells[1])
view = cells[1:3]
del cells
print(watched() is not None)
view[0] = None
print(watched())

# Cycles through arrays do no harm; numpy never collects them.
for n in range(50):
    loop = np.empty(3, dtype=object)
    loop[0] = loop
    loop[1] = Cell(loop)
    loop[2] = loop[1:]
    cells = np.array([Cell(n), Cell(None)])
    cells[1].value = cells
del loop, cells
gc.collect()


def mixed(values):
    seen = []
    for i in range(40):
        values = values + 1
        if i % 13 == 0:
            seen.append(values.dtype.name)
            values = values.astype(object) if values.dtype != object else values.astype(float)
    return values, seen


print(mixed(np.arange(3)))


def choose(flags, names):
    out = []
    for flag in flags:
        out.append(np.where(flag, names, "-")[0])
    return np.array(out)


print(choose([True, False] * 10, np.array(["yes", "no"]))[:3])

copies = [np.array([n, None, str(n)], dtype=object).copy()[::2] for n in range(100)]
print(sum(c[0] for c in copies), "".join(c[1] for c in copies[:12]))
stacked = np.concatenate(copies).reshape(-1, 2)
print(stacked.shape, stacked[stacked[:, 0] > 97], np.take(stacked, [0, 5]), stacked[[3, 1], [0, 1]])
stacked[::2] = stacked[1::2]
print(stacked[:4].tolist(), np.repeat(stacked[0], 2), np.roll(stacked[1], 1))
