"""Classes that say what arrays are to do with their instances: `__array__`, `__array_ufunc__`, `__array_priority__`."""
import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin


def show(function):
    try:
        result = function()
        print(type(result).__name__, (result.dtype, result.shape, result.tolist()) if isinstance(result, np.ndarray) else result)
    except Exception as error:
        print(type(error).__name__, error)


class Given:
    def __init__(self, values):
        self.values = np.asarray(values)

    def __array__(self, dtype=None, copy=None):
        return self.values if dtype is None else self.values.astype(dtype)


a, x = Given([1, 2, 3.5]), np.zeros(3)
show(lambda: np.asarray(a))
show(lambda: np.sin(a))
show(lambda: np.array(a, dtype=int))
show(lambda: np.array([a, a]))
show(lambda: np.add(a, 1))
show(lambda: np.ones(3) + a)
show(lambda: np.ones(3) < a)
show(lambda: np.dot(a, a))
show(lambda: np.linalg.norm(a))
show(lambda: np.concatenate([a, a]))
show(lambda: np.stack([a, a]).shape)
show(lambda: np.array_equal(a, [1, 2, 3.5]))
show(lambda: x.__setitem__(slice(None), a))
show(lambda: x)
show(lambda: np.where(True, a, 0))


class Wrong:
    def __array__(self, dtype=None, copy=None):
        return 3


show(lambda: np.asarray(Wrong()))


class Own:
    __array_ufunc__ = None

    def __radd__(self, other):
        return "radd"

    def __rpow__(self, other):
        return "rpow"

    def __gt__(self, other):
        return "gt"

    def __rmatmul__(self, other):
        return "rmatmul"


u = Own()
show(lambda: np.ones(2) + u)
show(lambda: np.ones(2) ** u)
show(lambda: np.ones(2) < u)
show(lambda: np.ones(2) @ u)
show(lambda: np.float64(1) + u)
show(lambda: np.add(np.ones(2), u))


class Told:
    def __init__(self, values):
        self.values = values

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        inputs = [each.values if isinstance(each, Told) else each for each in inputs]
        return "told", ufunc.__name__, method, np.asarray(getattr(ufunc, method)(*inputs, **options)).tolist()

    def __add__(self, other):
        return np.add(self, other)


w = Told(np.array([1.0, 2.0]))
show(lambda: np.sin(w))
show(lambda: np.add(w, 1))
show(lambda: np.ones(2) + w)
show(lambda: w + np.ones(2))
show(lambda: np.add.reduce(w))
show(lambda: np.multiply.outer(w, [1, 2]))
show(lambda: np.float64(2) * w)
show(lambda: np.maximum(1, w))
show(lambda: np.less(w, 1))
show(lambda: np.ones(2) < w)


class Declines:
    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        return NotImplemented


try:
    np.sin(Declines())
except TypeError as error:
    print(str(error).partition("<ufunc")[0])


class Mixed(NDArrayOperatorsMixin):
    def __init__(self, values):
        self.values = np.asarray(values)

    def __array_ufunc__(self, ufunc, method, *inputs, out=(), **options):
        inputs = [each.values if isinstance(each, Mixed) else each for each in inputs]
        result = getattr(ufunc, method)(*inputs, **options)
        if out:
            out[0].values = result
            return out[0]
        return Mixed(result)

    def __repr__(self):
        return f"Mixed({self.values.tolist()})"


m = Mixed([1, 2])
for expression in ("m + 1", "1 - m", "m * m", "np.ones(2) + m", "-m", "m < 2", "m ** 2", "abs(m)", "np.float64(3) / m", "~m", "m == m"):
    show(lambda: eval(expression))
m += 5
print(m)


class Ranked:
    __array_priority__ = 100

    def __radd__(self, other):
        return "radd", np.asarray(other).tolist()

    def __rmul__(self, other):
        return "rmul", np.asarray(other).tolist()

    def __gt__(self, other):
        return "gt"


t = Ranked()
show(lambda: np.ones(2) + t)
show(lambda: np.ones(2) * t)
show(lambda: np.float64(2) + t)
show(lambda: np.ones(2) < t)
