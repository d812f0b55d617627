"""Whole quotients and remainders: of rows and of single numbers, near the ends of each type, by zero and by minus one."""
import numpy as np

np.seterr(all="ignore")
r = np.random.default_rng(11)

for name in ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]:
    limits = np.iinfo(name)
    wide = r.integers(limits.min, limits.max, 300, dtype=name, endpoint=True)
    few = r.integers(max(limits.min, -100), 100, 300, dtype=name)
    ends = np.array([limits.min, limits.min + 1, limits.max, limits.max - 1, 0, 1, 2, 7] * 5, dtype=name)
    for a in (wide, few, ends):
        for b in (wide[: len(a)], few[: len(a)], few[: len(a)][::-1], ends[:1], ends[2:3], ends[7:8]):
            with_zeros, without = a // b, a // np.where(b == 0, 3, b).astype(name)
            rests = [a % b, a % np.where(b == 0, 3, b).astype(name)]
            print(name, *(int(x.astype(object).sum()) for x in (with_zeros, without, *rests)))
        for k in (1, 2, 3, 7, 10, 100, 127, -1, -2, -7, 0):
            if k >= 0 or limits.min < 0:
                print(name, k, int((a // k).astype(object).sum()), int((a % k).astype(object).sum()), (a[::-2] // k)[:3])
        print(name, int((100 // a).astype(object).sum()), np.divmod(a, 9)[1][:5])
    a = few.copy()
    a //= 3
    a[1:] //= a[:-1]
    print(name, a[:20], np.floor_divide.reduce(wide[:4]), np.floor_divide.accumulate(few[:3]))

with np.errstate(all="raise"):
    for a, b in (([1] * 20, [1] * 19 + [0]), ([-(2**63)] * 20, [-1] * 20)):
        try:
            print(np.array(a) // np.array(b))
        except FloatingPointError as error:
            print(error)
print(np.array([2**53 + 1, 2**62 + 1, -(2**62) - 1] * 6) // 3, np.array([2**53 + 1] * 17) % np.array([2] * 17))
