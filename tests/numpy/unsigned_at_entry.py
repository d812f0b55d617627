# Loops that are entered with a uint64 too large for compiled code: no turn is gone through twice.
import numpy as np

HALF = np.uint64(2**63)


def folded(items, total):
    turns = 0
    for item in items:
        total = total + item
        turns += 1
        if turns % 100 == 0:
            total = total + HALF if total < HALF else total - HALF
    return total, turns


def paired(items, total):
    turns = 0
    for i, item in enumerate(items):
        total = total ^ (item << np.uint64(63)) if i % 2 else total
        turns += 1
    return total, turns


def inner(rows, total):
    for row in rows:
        for item in row:
            total = total ^ item
    return total


ones = [np.uint64(1)] * 2000
for _ in range(4):
    for total in (HALF, np.uint64(2)):
        print(folded(ones, total), folded(iter(ones), total), folded(tuple(ones), total))
        print(folded(dict.fromkeys(range(300)), total), folded((item for item in ones), total))
        print(folded(np.arange(700, dtype=np.uint64), total), paired(ones, total), paired(np.array(ones[:300]), total))
        print(inner([ones[:7]] * 100 + [np.array(ones[:5])] * 100, total))
