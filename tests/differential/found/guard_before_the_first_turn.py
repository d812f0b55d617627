import warnings
import numpy as np
def call(function, *arguments):
    with warnings.catch_warnings(record=True) as caught:
        try:
            result = function(*arguments)
        except Exception as problem:
            pass
    print(function.__name__, repr(result), [str(w.message) for w in caught])
def f0(a, b, c):
    t = a.dtype.type(1)
    for x in a:
        t += x
    return t, type(t).__name__
base = np.array((np.arange(782) * 21 % 144).reshape((782,)), dtype=np.uint8)
f0_1 = (np.broadcast_to(base[5:5 + 1], (450,)), base[1:1 + 450], base.copy()[2:2 + 450][::-1])
call(f0, *f0_1)
f0_3 = (base.copy()[6:6 + 20], base[1:1 + 20], np.broadcast_to(base[1:1 + 1], (20,)))
call(f0, *f0_3)
base = np.array((np.arange(544) * 34 % 56).reshape((544,)), dtype=np.uint64)
f0_4 = (base[6:6 + 208], base[6:6 + 208], base[1:1 + 208][::-1])
call(f0, *f0_4)
