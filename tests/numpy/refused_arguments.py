# Arguments that functions refuse, and those that methods take as functions do.
import warnings

import numpy as np


def show(compute):
    with warnings.catch_warnings(record=True) as met:
        warnings.simplefilter("always")
        try:
            result = repr(compute())
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
    print(result, [f"{one.category.__name__}: {one.message}" for one in met])


rows = [[1, 2, 3], [4, 5, 6]]
show(lambda: np.array([0, 1, 5]).choose(rows, mode="clip"))
show(lambda: np.array([0, 1, -5]).choose(rows, mode="wrap"))
show(lambda: np.array([0, 1, 5]).choose(rows))
show(lambda: np.array([0, 1, 0]).choose(rows, out=np.zeros(3, int)))
show(lambda: np.array([0, 1]).choose(np.array([[1, 2], [3, 4]]), mode="x"))
show(lambda: np.array([3, 1]).sort(axis=None))
show(lambda: np.array([[3, 1], [2, 0]]).sort(axis=None))
show(lambda: np.array([3, 1]).partition(0, axis=None))
show(lambda: np.sort([[3, 1], [2, 0]], axis=None))
show(lambda: np.array([[3, 1], [2, 0]]).argsort(axis=None))

for arguments in (
    (-3, 3), (3,), (0, 300), (0, 256), (250, 260), (0, -3, -1), (300, 310), (5, 0, -1), (5, -1, -1), (0, 10, 300), (0, 1000, 300),
    (-1.5, 3), (0.5, 3), (np.int64(-3), 3), (0, np.int64(300), 100), (3, -3, -2), (0, 1e3, 500), (-1, 0), (-3,), (1,),
):
    for kind in (np.uint8, np.int8, np.uint64, np.uint32, int, bool, float):
        if len(range(*map(int, arguments))) < 128 or kind not in (np.uint8, np.int8):
            show(lambda: np.arange(*arguments, dtype=kind)[:12])
        else:
            show(lambda: np.arange(*arguments, dtype=kind).sum())

show(lambda: np.gradient([True, False, True]))
show(lambda: np.gradient(np.array([1, 2, 4], np.uint8)))
for values in ([], [1.5], [True, False], [-1], np.array([], float), np.array([1.0]), np.array([], int), np.array([], bool),
               np.array([1], np.uint64), np.array([1j])):
    show(lambda: np.bincount(values))

for number in (5, -5, -4, -8, -9, 0, 1, -1, np.int8(-7), 3.5):
    for width in (None, 0, 1, 2, 3, 4, 8):
        show(lambda: np.binary_repr(number, width))
for base in (0, 1, 2, 3, 36, 37, 40):
    for number in (5, -5, 0):
        for padding in (0, 3):
            show(lambda: np.base_repr(number, base, padding))

square = np.array([[1.0, 2.0], [3.0, 4.0]])
for power in (1.5, 2.0, np.int8(2), "a", True, 0, -1, 3, None):
    show(lambda: np.linalg.matrix_power(square, power))
show(lambda: np.linalg.matrix_power(np.ones((2, 3)), 2))
