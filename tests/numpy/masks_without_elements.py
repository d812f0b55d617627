# Masks that have no element, and places along the one dimension that a single number counts as.
import numpy as np


def show(compute):
    try:
        result = compute()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


def store(target, index, value):
    target[index] = value
    return target


MASKS = [np.zeros(shape, bool) for shape in (0, (0, 3), (3, 0), (0, 0), 2, 4, (2, 2), (2, 0))] + [[], np.array([])]
for mask in MASKS:
    print(repr(mask))
    for shape in (3, 0, (0, 3), (3, 0), (2, 3), (0, 3, 2), ()):
        make = lambda: np.ones(shape)
        show(lambda: make()[mask])
        show(lambda: make()[..., mask])
        show(lambda: make()[mask, :])
        show(lambda: store(make(), mask, 5))
        show(lambda: store(make(), mask, [1, 2]))

for number in (5, np.array(5.0), np.float64(2)):
    show(lambda: np.repeat(number, 2, axis=0))
    show(lambda: np.repeat(number, 2, axis=-1))
    show(lambda: np.repeat(number, 2, axis=1))
    show(lambda: np.take(number, 0, axis=0))
    show(lambda: np.take(number, [0, 0], axis=0))
    show(lambda: np.take(number, 1, axis=0))
    show(lambda: np.take(number, 0, axis=1))
for number in (np.float64(2), np.int8(2), np.True_, np.complex128(1j), np.array(2.0), 2, [2], [[1]]):
    show(lambda: np.squeeze(number))
    show(lambda: np.squeeze(number, axis=0))
