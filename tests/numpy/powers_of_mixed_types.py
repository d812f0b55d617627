# Powers of scalars of two types: as those of rows, where neither type holds the other, in compiled loops too.
import numpy as np

rng = np.random.default_rng(1)


def last(bases, exponents, count):
    power = None
    for i in range(count):
        power = bases[i % 7] ** exponents[i % 5]
    return power


for first in ("i4", "i8", "?", "f4"):
    for second in ("i4", "i8", "u8", "f8") + ("f4",) * (first != "f4"):
        bases, exponents = (rng.random(7) * 3 + 1).astype(first), (rng.random(5) * 9 + 1).astype(second)
        print(first, second, [last(bases, exponents, count) for count in range(1990, 2025)])
print([last([np.float32(1.1)] * 7, [np.int32(7), 7, 2.5, np.int64(-3), np.float64(2)], count) for count in range(1990, 2000)])
