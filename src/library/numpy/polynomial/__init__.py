"""Polynomials whose coefficients stand in the order of rising powers."""

import numpy as np

from . import polynomial
from .polynomial import polyfit, polyfromroots, polyroots, polyval

__all__ = ["Polynomial", "polynomial", "legendre"]


def _number(value, in_brackets=False):
    """A coefficient as numpy shows an element alone."""
    if not isinstance(value, (float, np.floating)):
        return str(value)
    text = np.array2string(np.array([value]))[1:-1].strip()
    text = text.replace(".e", ".0e") if "e" in text else text + "0" if text.endswith(".") else text
    return f"({text})" if in_brackets and "e" in text else text


class Polynomial:
    """A polynomial: what it is given is brought from its domain to its window before."""

    __array_ufunc__ = None

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        self.coef = _trimmed(coef)
        self.domain = np.array([-1.0, 1.0]) if domain is None else np.asarray(domain) + 0.0
        self.window = np.array([-1.0, 1.0]) if window is None else np.asarray(window) + 0.0
        self.symbol = symbol

    def mapparms(self):
        (a, b), (c, d) = self.domain, self.window
        return (b * c - a * d) / (b - a), (d - c) / (b - a)

    def __call__(self, arg):
        offset, scale = self.mapparms()
        return polyval(offset + scale * np.asarray(arg), self.coef)[()]

    def _like(self, coef):
        return Polynomial(coef, self.domain, self.window, self.symbol)

    def _coefficients(self, other):
        if not isinstance(other, Polynomial):
            return np.atleast_1d(other)
        if not np.all(self.domain == other.domain):
            raise TypeError("Domains differ")
        if not np.all(self.window == other.window):
            raise TypeError("Windows differ")
        return other.coef

    def __add__(self, other):
        return self._like(polynomial.polyadd(self.coef, self._coefficients(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return self._like(polynomial.polysub(self.coef, self._coefficients(other)))

    def __rsub__(self, other):
        return self._like(polynomial.polysub(self._coefficients(other), self.coef))

    def __mul__(self, other):
        return self._like(polynomial.polymul(self.coef, self._coefficients(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, Polynomial):
            raise TypeError("unsupported types for true division: '<class 'numpy.polynomial.polynomial.Polynomial'>', "
                            "'<class 'numpy.polynomial.polynomial.Polynomial'>'")
        return self._like(self.coef / other)

    def __divmod__(self, other):
        quotient, rest = polynomial.polydiv(self.coef, self._coefficients(other))
        return self._like(quotient), self._like(rest)

    def __floordiv__(self, other):
        return divmod(self, other)[0]

    def __mod__(self, other):
        return divmod(self, other)[1]

    def __pow__(self, power):
        return self._like(polynomial.polypow(self.coef, power))

    def __neg__(self):
        return self._like(-self.coef)

    def __pos__(self):
        return self

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __eq__(self, other):
        return isinstance(other, Polynomial) and np.array_equal(self.coef, other.coef) and (
            np.all(self.domain == other.domain) and np.all(self.window == other.window) and self.symbol == other.symbol
        )

    def degree(self):
        return len(self.coef) - 1

    def deriv(self, m=1):
        scale = self.mapparms()[1]
        return self._like(polynomial.polyder(self.coef, m, scale))

    def integ(self, m=1, k=(), lbnd=None):
        offset, scale = self.mapparms()
        return self._like(polynomial.polyint(self.coef, m, k, 0 if lbnd is None else offset + scale * lbnd, 1.0 / scale))

    def roots(self):
        offset, scale = self.mapparms()
        found = polyroots(self.coef)
        return found if (offset, scale) == (0, 1) else (found - offset) / scale

    def convert(self, domain=None, kind=None, window=None):
        offset, scale = self.mapparms()
        step, result = Polynomial([offset, scale]), Polynomial([0.0])
        for c in self.coef[::-1]:
            result = result * step + c
        return Polynomial(result.coef, domain, window, self.symbol)

    def copy(self):
        return self._like(self.coef)

    def trim(self, tol=0):
        return self._like(polynomial.polytrim(self.coef, tol))

    def truncate(self, size):
        return self._like(self.coef[:size])

    def cutdeg(self, deg):
        return self.truncate(deg + 1)

    def linspace(self, n=100, domain=None):
        first, last = self.domain if domain is None else domain
        x = np.linspace(first, last, n)
        return x, self(x)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol="x"):
        x = np.asarray(x)
        if domain is None:
            domain = np.array([x.min(), x.max()]) + 0.0
            if domain[0] == domain[1]:
                domain = domain + np.array([-1.0, 1.0])
        shape = cls([0.0], domain, window, symbol)
        offset, scale = shape.mapparms()
        result = polyfit(offset + scale * x, y, deg, rcond, full, w)
        return (shape._like(result[0]), result[1]) if full else shape._like(result)

    @classmethod
    def fromroots(cls, roots, domain=(), window=None, symbol="x"):
        return cls(polyfromroots(roots), None if len(domain) == 0 else domain, window, symbol)

    @classmethod
    def identity(cls, domain=None, window=None, symbol="x"):
        return cls([0.0, 1.0], domain, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol="x"):
        return cls([0.0] * deg + [1.0], domain, window, symbol)

    def _term(self):
        offset, scale = self.mapparms()
        if (offset, scale) == (0, 1):
            return self.symbol
        factor = "" if scale == 1 else _number(scale)
        return f"({_number(offset)} + {factor}{self.symbol})" if offset else f"({factor}{self.symbol})"

    def __format__(self, style):
        if style not in ("", "ascii", "unicode"):
            raise ValueError(f"Unsupported format string '{style}' passed to {type(self)}.__format__. "
                             "Valid options are 'ascii' and 'unicode'")
        raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
        text = _number(self.coef[0])
        for power, c in enumerate(self.coef[1:], 1):
            if isinstance(c, (complex, np.complexfloating)):
                term = f"+ {c}"
            else:
                term = f"{'+' if c >= 0 else '-'} {_number(c if c >= 0 else -c, True)}"
            if style == "ascii":
                term += f" {self._term()}" + (f"**{power}" if power > 1 else "")
            else:
                term += f"·{self._term()}" + (str(power).translate(raised) if power > 1 else "")
            width = len(text) - text.rfind("\n") + len(term) + (2 if power < self.degree() else 0)
            text += " " + (term.replace(" ", "\n", 1) if width >= np.get_printoptions()["linewidth"] else term)
        return text

    def __str__(self):
        return format(self, "")

    def __repr__(self):
        coef, domain, window = (repr(a)[6:-1] for a in (self.coef, self.domain, self.window))
        return f"Polynomial({coef}, domain={domain}, window={window}, symbol='{self.symbol}')"


Polynomial.__module__ = "numpy.polynomial.polynomial"


def _trimmed(coef):
    coef = np.atleast_1d(np.asarray(coef)) * 1.0
    if coef.ndim != 1:
        raise ValueError("Coefficient array is not 1-d")
    if coef.size == 0:
        raise ValueError("Coefficient array is empty")
    return coef


def __getattr__(name):
    import importlib

    if name == "legendre":
        return importlib.import_module("numpy.polynomial.legendre")
    raise AttributeError(f"module 'numpy.polynomial' has no attribute '{name}'")
