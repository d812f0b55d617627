# The place of a warning in a call that compiled code left: its statements are seen to end, whatever lies further out.
import warnings

import numpy as np


def twice(a, b, c):
    for i in range(len(b)):
        for j in range(c.shape[1]):
            c[-1 - i, -1 - j] = -c[i, j] + c[-1 - i, -1 - j] * c[i, j - 2]
    for i in range(len(a)):
        row = a[i]
        for j in range(len(row)):
            row[j] = row[j - 1] * 2


def call(*arguments):
    with warnings.catch_warnings(record=True) as caught:
        try:
            twice(*arguments)
        except ValueError as problem:
            print(problem)
    print([(w.lineno, str(w.message)) for w in caught])


base = (np.arange(390) * 37 % 229).reshape(30, 13).astype(np.int16)
empty = base[:0, :3]
call(base > 3, base[:8, :4], np.broadcast_to(base[7, :4], (8, 4)))
call(empty, empty, empty)
call(empty, empty, empty)
numbers = base[3:25, 7:12][::-1].copy(), base[1:23, 3:8].copy(), base[7:29, 6:11][::-1].copy()
call(*numbers)
call(*numbers)
