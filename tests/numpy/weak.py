# Numbers of Python come to whole numbers of arrays in the type that is computed in.
import warnings

import numpy as np

warnings.simplefilter("ignore")
numbers = [np.uint8(3), np.int8(-3), np.uint64(7), np.int64(5), np.bool(True)]
numbers += [np.array([1, 2], dtype=np.uint8), np.array([[3]], dtype=np.int16), np.zeros(1500, dtype=np.uint8) + 2]
forms = ["-1 / x", "300 / x", "x / -1", "x / 300", "2**70 / x", "x / 2**70", "np.divide(-1, x)", "np.true_divide(x, 300)"]
forms += ["-1 // x", "x % 300", "x + 70000", "x * -1", "x < 70000", "x == -1", "np.add(x, 70000)", "x ** 2", "x / True"]


def row(dividends, limit):
    total = 0.0
    for x in dividends:
        total += -1 / x + x / limit
    return total


for x in numbers:
    for form in forms:
        try:
            result = eval(form)
            result = result[:3] if result.ndim and result.size > 3 else result
            print(x.dtype, x.ndim, form, repr(result))
        except Exception as error:
            print(x.dtype, x.ndim, form, type(error).__name__, error)
print(repr(row(np.arange(1, 200, dtype=np.uint8), 300)), repr(row(np.arange(1, 200, dtype=np.uint64), 2**65)))

# A power of truths has the type of what it comes to.
truths = np.array([True, False, True])
for exponent in (0, 1, 2, 3, True, np.int8(2), np.True_):
    power = truths**exponent
    print(exponent, power.dtype, power, (np.ones(3000, dtype=bool) ** exponent).sum())
try:
    truths **= 2
except TypeError as error:
    print(type(error).__name__, error)
