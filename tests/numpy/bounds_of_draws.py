# Bounds of whole random numbers: what their type does not hold is refused.
import numpy as np

WHOLE = np.int8, np.uint8, np.uint16, np.int32, np.int64, np.uint64


def show(draw, *args, **options):
    try:
        print(args, options, repr(draw(*args, **options)))
    except Exception as error:
        print(args, options, type(error).__name__, error)


def draws():
    return np.random.default_rng(5).integers, np.random.RandomState(5).randint


for kind in WHOLE + (bool, np.bool, int):
    name = np.dtype(kind)
    least, most = (0, 1) if name == np.bool else (int(np.iinfo(kind).min), int(np.iinfo(kind).max))
    print(name)
    for low, high in (
        (least, most + 1), (least, most + 2), (least - 1, most), (least - 1, most + 2), (0, 300), (-3, 0), (0, 0), (5, 5),
        (5, 3), (least, [most, most + 1]), (least, [most + 1, most + 2]), ([0, least - 1], most), ([0, 1], [1, 1]),
        ([], 5), (0, 2.5), (-1.5, 2), (0, float("nan")), ("a", None), (1 + 1j, None), (np.array(3), None), ([3, 2], None),
        ([1, 2], [3, 4, 5]), ([[1], [0]], [2, 3]), (2**64, None), (0, 2**64 + 1), (0, [2**64]),
    ):
        for size in (None, 3, 0):
            for draw in draws():
                if size is None or np.ndim(low) + np.ndim(high) == 0:
                    show(draw, low, high, size, dtype=kind)
        if kind not in (int, np.int64) or np.ndim(high) == 0:
            show(draws()[0], low, high, None, kind, True)

for kind in (float, None, "f4", complex, "U3", object):
    for draw in draws():
        show(draw, 0, 5, dtype=kind)

# Elements of a row with bounds of their own share the words of the generator.
for kind in (np.uint8, np.int16, bool, np.int32, np.int64):
    top = 2 if kind is bool else 100
    for draw in draws():
        show(draw, [0] * 40, [top] * 40, dtype=kind)
        show(draw, 0, top, 70, kind)
        show(draw, [0, 1], [[1], [2]] if kind is bool else [[7], [9]], dtype=kind)
        show(draw, [0, 0], [2, 1], (3, 2), kind)
