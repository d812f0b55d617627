"""Operators by way of universal functions, for classes that have `__array_ufunc__`."""
import numpy as np

__all__ = ["NDArrayOperatorsMixin"]


def _declines(other):
    try:
        return other.__array_ufunc__ is None
    except AttributeError:
        return False


def _methods(ufunc, name):
    def forth(self, other):
        return NotImplemented if _declines(other) else ufunc(self, other)

    def back(self, other):
        return NotImplemented if _declines(other) else ufunc(other, self)

    def in_place(self, other):
        return ufunc(self, other, out=(self,))

    methods = forth, back, in_place
    for method, prefix in zip(methods, ("", "r", "i")):
        method.__name__ = f"__{prefix}{name}__"
    return methods


def _comparison(ufunc, name):
    return _methods(ufunc, name)[0]


def _of_one(ufunc, name):
    def method(self):
        return ufunc(self)

    method.__name__ = f"__{name}__"
    return method


class NDArrayOperatorsMixin:
    """Operators that call the universal functions of the same meaning."""

    __slots__ = ()

    __lt__ = _comparison(np.less, "lt")
    __le__ = _comparison(np.less_equal, "le")
    __eq__ = _comparison(np.equal, "eq")
    __ne__ = _comparison(np.not_equal, "ne")
    __gt__ = _comparison(np.greater, "gt")
    __ge__ = _comparison(np.greater_equal, "ge")

    __add__, __radd__, __iadd__ = _methods(np.add, "add")
    __sub__, __rsub__, __isub__ = _methods(np.subtract, "sub")
    __mul__, __rmul__, __imul__ = _methods(np.multiply, "mul")
    __matmul__, __rmatmul__, __imatmul__ = _methods(np.matmul, "matmul")
    __truediv__, __rtruediv__, __itruediv__ = _methods(np.true_divide, "truediv")
    __floordiv__, __rfloordiv__, __ifloordiv__ = _methods(np.floor_divide, "floordiv")
    __mod__, __rmod__, __imod__ = _methods(np.remainder, "mod")
    __divmod__, __rdivmod__, _ = _methods(np.divmod, "divmod")
    __pow__, __rpow__, __ipow__ = _methods(np.power, "pow")
    __lshift__, __rlshift__, __ilshift__ = _methods(np.left_shift, "lshift")
    __rshift__, __rrshift__, __irshift__ = _methods(np.right_shift, "rshift")
    __and__, __rand__, __iand__ = _methods(np.bitwise_and, "and")
    __xor__, __rxor__, __ixor__ = _methods(np.bitwise_xor, "xor")
    __or__, __ror__, __ior__ = _methods(np.bitwise_or, "or")
    del _

    __neg__ = _of_one(np.negative, "neg")
    __pos__ = _of_one(np.positive, "pos")
    __abs__ = _of_one(np.absolute, "abs")
    __invert__ = _of_one(np.invert, "invert")
