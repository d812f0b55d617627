"""Expressions that are large enough for several threads: results are the same for any number of them."""

import hashlib

import numpy as np


def show(name, value):
    value = np.asarray(value)
    print(name, value.dtype, value.shape, hashlib.md5(value.tobytes()).hexdigest()[:12])


rng = np.random.default_rng(3)
a, b = rng.random((1300, 1201)), rng.random((1300, 1201)) - 0.5
flat, whole = rng.random(1_500_001), rng.integers(-9, 9, 1_500_001)
show("new", a * b + np.roll(a, 1, 0) - np.roll(b, -3, 1) * 2)
show("compare", (a > b) & (a * 2 < b + 1))
show("where", np.where(a + b > 0.5, a - b, b * 3))
show("single", (a * b).astype(np.float32))
show("sum", (a * b - 0.1).sum())
show("sum of a row", (flat * flat + 1).sum())
show("sum of singles", (a.astype(np.float32) * np.float32(3)).sum())
show("sum of wholes", (whole * 3 - 1).sum())
show("mean", np.mean((a - b) ** 2))
show("first axis", (a * b + a).sum(axis=0))
show("last axis", np.sum(a * b + a, axis=1, keepdims=True))
show("extremes", [np.abs(a - b).max(), (a * b - a).min()])
show("product", ((flat * 1e-9 + 1) * 1.0).prod())
show("truths", [(a * 2 > 3).any(), (a + b > -1).all()])
u = a.copy()
u[1:-1, 1:-1] = 0.25 * (u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:])
show("neighbours", u)
u += a * b - 1
u[::2] *= a[::2] + b[::2]
show("in place", u)
v = np.zeros((1300, 2402))[:, ::2]
v[...] = a + b * 2
show("strided", v)
