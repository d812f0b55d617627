# max and min of more arguments than two or three, of numbers of several kinds, in loops over elements.
import numpy as np


def aligned(a, b, table, gap):
    scores = np.zeros((len(a) + 1, len(b) + 1), dtype=table.dtype)
    best = 0
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            v = max(0, scores[i - 1, j - 1] + table[a[i - 1], b[j - 1]], scores[i - 1, j] - gap, scores[i, j - 1] - gap)
            scores[i, j] = v
            if v > best:
                best = v
    return best, scores.sum()


rng = np.random.default_rng(1)
a, b = rng.integers(0, 4, 60), rng.integers(0, 4, 50)
for kind in ("int64", "int16", "float64", "float32"):
    print(kind, aligned(a, b, np.where(np.eye(4, dtype=bool), 3, -2).astype(kind), 2))


def least(x):
    found = []
    for i in range(len(x)):
        found.append(min(x[i], 3, x[i - 1] * 0.5, 2.25, float("nan"), x[i - 2]))
        found.append(max(True, x[i], x[i - 1], x[i - 2], -0.0, 1))
    return found


for kind in ("int8", "uint64", "float64", "float32"):
    found = least((np.arange(40) * 7 % 11).astype(kind))
    print(kind, sorted({type(v).__name__ for v in found}), [str(v) for v in found[-12:]])
