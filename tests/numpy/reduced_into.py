# Reductions into arrays that are given: of one element too, and refused where the shape is another one.
import warnings

import numpy as np


def show(what, compute, into=None):
    with warnings.catch_warnings(record=True) as met:
        warnings.simplefilter("always")
        try:
            result = compute()
            text = f"{result!r} {result is into}"
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
    print(what, text, sorted({str(one.message) for one in met}))


def targets():
    yield from (np.zeros((), int), np.zeros(()), np.zeros(1), np.zeros(2), np.zeros((1, 2)), np.zeros((2, 2)), [0])


for a in (np.array(5), np.array([3, 5]), np.array([[3, 5], [1, 2]]), np.array(5.0), np.array([[3.0, 5], [1, 2]])):
    print(repr(a))
    for name in ("min", "max", "sum", "prod", "mean", "var", "any", "all", "argmin", "argmax", "ptp"):
        for into in targets():
            show(name, lambda: getattr(np, name)(a, out=into), into)
            if name != "ptp":
                show(name, lambda: getattr(a, name)(out=into), into)
        for into in (np.zeros(2), np.zeros(2, int), np.zeros((2, 1)), np.zeros(3), np.zeros((1, 2)), np.zeros(())):
            if a.ndim < 2 or into.shape != (3,) or name not in ("var", "ptp"):
                show(name, lambda: getattr(np, name)(a, axis=0, out=into), into)
            if name not in ("var", "ptp"):
                show(name, lambda: getattr(np, name)(a, axis=-1, out=into, keepdims=True), into)
    for into in (np.zeros(()), np.zeros(1), np.zeros(2)):
        show("std", lambda: np.std(a, out=into), into)
for name in ("add", "multiply", "minimum", "logical_and", "bitwise_or"):
    for into in (np.zeros((), int), np.zeros(2, int), np.zeros(3, int)):
        for a in (np.array([3, 5]), np.array(5)):
            show(name, lambda: getattr(np, name).reduce(a, out=into), into)
show("single", lambda: np.sum(np.full(3, 1e300), out=np.zeros((), np.float32)))
show("single", lambda: np.sum(np.full((3, 2), 1e300), axis=0, out=np.zeros(2, np.float32)))

# A mean that is given is taken as it is.
for mean in (2, 2.5, np.float64(2.3), np.array(2), [2]):
    for a in ([1, 2, 4], np.array([1.0, 2, 4]), np.array([1, 2, 4], np.int8), np.array([[1, 2, 4], [2, 3, 4]])):
        for options in ({}, {"axis": -1, "keepdims": True}, {"ddof": 1}, {"dtype": np.float32}):
            show("var", lambda: np.var(a, mean=mean, **options))
            show("std", lambda: np.std(a, mean=mean, **options))
            show("method", lambda: np.array(a).var(mean=mean, **options))
