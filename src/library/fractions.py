"""Fractions of whole numbers."""

import math
import numbers
import operator
import sys

__all__ = ["Fraction"]

_modulus = sys.hash_info.modulus
_infinite_hash = sys.hash_info.inf


def _digits(text):
    """Whether this is digits with single underscores between them."""
    return text.replace("_", "").isdecimal() and "__" not in text and text[0] != "_" and text[-1] != "_"


def _parse(text):
    """Numerator and denominator of a literal like `-3/4`, `1.5e-3`; None if it is none."""
    rest = text.strip()
    sign = 1
    if rest[:1] in ("+", "-"):
        sign = -1 if rest[0] == "-" else 1
        rest = rest[1:]
    if "/" in rest:
        above, _, below = rest.partition("/")
        if not above or not below or not _digits(above) or not _digits(below):
            return None
        return sign * int(above), int(below)
    rest, mark, exponent = rest.lower().partition("e")
    power = 0
    if mark:
        bare = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not bare or not _digits(bare):
            return None
        power = int(exponent)
    whole, point, part = rest.partition(".")
    if not whole and not part or whole and not _digits(whole) or part and not _digits(part):
        return None
    part = part.replace("_", "")
    above = int((whole + part) or "0") * sign
    power -= len(part)
    return (above * 10**power, 1) if power >= 0 else (above, 10**-power)


class Fraction(numbers.Rational):
    """A fraction in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or any(kind.__name__ == "Decimal" for kind in type(numerator).__mro__):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parsed = _parse(numerator)
            if parsed is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            numerator, denominator = parsed
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator, self._denominator = numerator // common, denominator // common
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return _made(cls, *f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, numbers.Integral):
            dec = int(dec)
        elif type(dec).__name__ != "Decimal":
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return _made(cls, *dec.as_integer_ratio())

    def as_integer_ratio(self):
        """Numerator and denominator."""
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction whose denominator is not larger."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if q0 + a * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        near, other = Fraction(p1, q1), Fraction(p0 + k * p1, q0 + k * q1)
        return near if abs(near - self) <= abs(other - self) else other

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def __add__(a, b):
        if type(b) is not Fraction:
            b = _operand(b)
            if type(b) is not Fraction:
                return NotImplemented if b is None else _as(a, b) + b
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        g = math.gcd(da, db)
        if g == 1:
            return _made(Fraction, na * db + da * nb, da * db)
        s = da // g
        t = na * (db // g) + nb * s
        g2 = math.gcd(t, g)
        return _made(Fraction, t // g2, s * (db // g2))

    def __radd__(b, a):
        a = _reflected(a)
        return NotImplemented if a is None else a + b if type(a) is Fraction else a + _as(b, a)

    def __sub__(a, b):
        if type(b) is not Fraction:
            b = _operand(b)
            if type(b) is not Fraction:
                return NotImplemented if b is None else _as(a, b) - b
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        g = math.gcd(da, db)
        if g == 1:
            return _made(Fraction, na * db - da * nb, da * db)
        s = da // g
        t = na * (db // g) - nb * s
        g2 = math.gcd(t, g)
        return _made(Fraction, t // g2, s * (db // g2))

    def __rsub__(b, a):
        a = _reflected(a)
        return NotImplemented if a is None else a - b if type(a) is Fraction else a - _as(b, a)

    def __mul__(a, b):
        if type(b) is not Fraction:
            b = _operand(b)
            if type(b) is not Fraction:
                return NotImplemented if b is None else _as(a, b) * b
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        g = math.gcd(na, db)
        if g > 1:
            na //= g
            db //= g
        g = math.gcd(nb, da)
        if g > 1:
            nb //= g
            da //= g
        return _made(Fraction, na * nb, db * da)

    def __rmul__(b, a):
        a = _reflected(a)
        return NotImplemented if a is None else a * b if type(a) is Fraction else a * _as(b, a)

    def __truediv__(a, b):
        if type(b) is not Fraction:
            b = _operand(b)
            if type(b) is not Fraction:
                return NotImplemented if b is None else _as(a, b) / b
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        g = math.gcd(na, nb)
        if g > 1:
            na //= g
            nb //= g
        g = math.gcd(db, da)
        if g > 1:
            da //= g
            db //= g
        n, d = na * db, nb * da
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        return _made(Fraction, n, d) if d > 0 else _made(Fraction, -n, -d)

    def __rtruediv__(b, a):
        a = _reflected(a)
        return NotImplemented if a is None else a / b if type(a) is Fraction else a / _as(b, a)

    def __floordiv__(a, b):
        b = _operand(b)
        if type(b) is not Fraction:
            return NotImplemented if b is None else _as(a, b) // b
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    def __rfloordiv__(b, a):
        a = _reflected(a)
        return NotImplemented if a is None else a // b if type(a) is Fraction else a // _as(b, a)

    def __divmod__(a, b):
        b = _operand(b)
        if type(b) is not Fraction:
            return NotImplemented if b is None else divmod(_as(a, b), b)
        da, db = a._denominator, b._denominator
        div, n_mod = divmod(a._numerator * db, da * b._numerator)
        return div, Fraction(n_mod, da * db)

    def __rdivmod__(b, a):
        a = _reflected(a)
        return NotImplemented if a is None else divmod(a, b) if type(a) is Fraction else divmod(a, _as(b, a))

    def __mod__(a, b):
        b = _operand(b)
        if type(b) is not Fraction:
            return NotImplemented if b is None else _as(a, b) % b
        da, db = a._denominator, b._denominator
        return Fraction((a._numerator * db) % (b._numerator * da), da * db)

    def __rmod__(b, a):
        a = _reflected(a)
        return NotImplemented if a is None else a % b if type(a) is Fraction else a % _as(b, a)

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        n, d = a._numerator, a._denominator
        if power >= 0:
            return _made(Fraction, n**power, d**power)
        if n == 0:
            raise ZeroDivisionError(f"Fraction({d ** -power}, 0)")
        if n > 0:
            return _made(Fraction, d**-power, n**-power)
        return _made(Fraction, (-d) ** -power, (-n) ** -power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a**b._numerator
        return a ** float(b)

    def __pos__(a):
        return _made(Fraction, a._numerator, a._denominator)

    def __neg__(a):
        return _made(Fraction, -a._numerator, a._denominator)

    def __abs__(a):
        return _made(Fraction, abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __float__(a):
        return a._numerator / a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            d = self._denominator
            floor, remainder = divmod(self._numerator, d)
            if remainder * 2 != d:
                return floor + (remainder * 2 > d)
            return floor + (floor & 1)
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _modulus)
        except ValueError:
            value = _infinite_hash
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return (self.__class__, (self._numerator, self._denominator))

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


_new = object.__new__


def _made(cls, numerator, denominator):
    """A fraction from parts that are in lowest terms already."""
    if cls is not Fraction:
        return cls(numerator, denominator)
    self = _new(Fraction)
    self._numerator = numerator
    self._denominator = denominator
    return self


def _operand(value):
    """The right operand as Fraction, float or complex; None for other types."""
    if isinstance(value, Fraction):
        return value if type(value) is Fraction else _made(Fraction, value._numerator, value._denominator)
    if isinstance(value, int):
        return _made(Fraction, int(value), 1)
    if isinstance(value, (float, complex)):
        return value
    return None


def _reflected(value):
    """The left operand, likewise; other numbers of the tower too."""
    if isinstance(value, numbers.Rational):
        return Fraction(value)
    if isinstance(value, numbers.Real):
        return float(value)
    if isinstance(value, numbers.Complex):
        return complex(value)
    return None


def _as(fraction, other):
    """The fraction in the type of the other operand."""
    return float(fraction) if isinstance(other, float) else complex(fraction)
