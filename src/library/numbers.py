"""The tower of numbers as abstract base classes."""

import sys
from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(metaclass=ABCMeta):
    """Any number."""

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """What complex numbers can do."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self):
        """As a built-in complex."""

    def __bool__(self):
        return self != 0

    @property
    @abstractmethod
    def real(self):
        """The real part."""
        raise NotImplementedError

    @property
    @abstractmethod
    def imag(self):
        """The imaginary part."""
        raise NotImplementedError

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    @abstractmethod
    def conjugate(self):
        """The number mirrored at the real axis."""
        raise NotImplementedError


class Real(Complex):
    """What real numbers can do beyond that."""

    __slots__ = ()

    def __divmod__(self, other):
        return (self // other, self % other)

    def __rdivmod__(self, other):
        return (other // self, other % self)

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    """A numerator over a denominator."""

    __slots__ = ()

    @property
    @abstractmethod
    def numerator(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def denominator(self):
        raise NotImplementedError

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """A whole number."""

    __slots__ = ()

    @abstractmethod
    def __int__(self):
        raise NotImplementedError

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


def _require(cls, names):
    """Make operators abstract."""
    for name in names.split():
        def operator(self, *others):
            raise NotImplementedError

        operator.__name__ = name
        operator.__qualname__ = f"{cls.__name__}.{name}"
        setattr(cls, name, abstractmethod(operator))
    cls.__abstractmethods__ = cls.__abstractmethods__ | frozenset(names.split())


_require(Complex, "__add__ __radd__ __neg__ __pos__ __mul__ __rmul__ __truediv__ __rtruediv__ __pow__ __rpow__ __abs__ __eq__")
_require(
    Real,
    "__float__ __trunc__ __floor__ __ceil__ __round__ __floordiv__ __rfloordiv__ __mod__ __rmod__ __lt__ __le__ "
    "__add__ __radd__ __neg__ __pos__ __mul__ __rmul__ __truediv__ __rtruediv__ __pow__ __rpow__ __abs__ __eq__",
)
for _cls in (Rational, Integral):
    _inherited = Real.__abstractmethods__ - {"__float__"}
    _cls.__abstractmethods__ = _cls.__abstractmethods__ | _inherited
_require(
    Integral,
    "__pow__ __lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ __or__ __ror__ __invert__",
)
Rational.__abstractmethods__ -= {"__float__"}
Integral.__abstractmethods__ -= {"__float__", "numerator", "denominator"}
del _cls, _inherited

Complex.register(complex)
Real.register(float)
Integral.register(int)

# Whichever of the two comes later tells the other.
_register = getattr(sys.modules.get("numpy"), "_register_numbers", None)
if _register is not None:
    _register()
del _register
