# What a statement of the interpreter takes out of a temporary is gone: compiled code must not keep it alive afterwards.
import warnings

import numpy as np

warnings.simplefilter("ignore")
r = np.random.default_rng(11)
views = {
    "dense": lambda a: a,
    "steps": lambda a: a[::2],
    "back": lambda a: a[::-1],
    "column": lambda a: a.reshape(-1, 10)[:, 3],
    "turned": lambda a: a.reshape(40, -1).T,
    "repeated": lambda a: np.broadcast_to(a[:30], (5, 30)),
}
for kind in "int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64 complex128 complex64".split():
    a = r.integers(0, 100, 240).astype(kind)
    b = r.integers(0, 100, 240).astype(kind)
    for name, view in views.items():
        x, y = view(a), view(b)
        truths = x < y
        plain = [True for p, q in zip(x.ravel().tolist(), y.ravel().tolist())]
        chosen = [p for t, p, q in zip(plain, x.ravel().tolist(), y.ravel().tolist())]
        if kind[0] != "f":
            z = x.astype("i8").sum()
            z = x.astype("i8").sum()
            z = x.astype("i8").sum()
    print(kind, truths.sum(), len(chosen), z)
