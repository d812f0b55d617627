# An array takes another shape while compiled code that has looked at it waits for a call.
import numpy as np


def change(a, n, i):
    if n == 0:
        a.shape = (2, 6) if i % 2 else (3, 4)
        return "%d" % i
    before = a[1][1]
    text = change(a, n - 1, i)
    seen.append((before, a[1][1], a.shape[0], len(a)))
    return text


seen = []
a = np.arange(12.0).reshape(3, 4)
for i in range(400):
    change(a, 3, i)
print(len(seen), seen[0], seen[1], seen[-1], a.shape)

total = 0.0
for i in range(400):
    total += a[1, 2]
    eval("setattr(a, 'shape', (4, 3) if i % 3 else (6, 2))")
    total += a.shape[0] if i % 3 == 0 else a[1, 2]
    if i % 3 == 0:
        a.shape = 2, 6
print(total, a.shape)
