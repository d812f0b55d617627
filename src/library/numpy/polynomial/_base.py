"""What the classes of series have in common: a series is brought from its domain to its window before it is computed."""

import sys

import numpy as np

from . import _series


def number_text(value, in_brackets=False):
    """A coefficient as numpy shows an element alone."""
    if not isinstance(value, (float, np.floating)):
        return str(value)
    text = np.array2string(np.array([value]))[1:-1].strip()
    text = text.replace(".e", ".0e") if "e" in text else text + "0" if text.endswith(".") else text
    return f"({text})" if in_brackets and "e" in text else text


def map_parameters(old, new):
    length = old[1] - old[0]
    return (old[1] * new[0] - old[0] * new[1]) / length, (new[1] - new[0]) / length


def mapped(x, old, new):
    x = x if isinstance(x, (int, float, complex, np.generic, Base)) else np.asanyarray(x)
    offset, scale = map_parameters(old, new)
    return offset + scale * x


def domain_of(x):
    x = _series.series(x)
    return np.array([x.min(), x.max()]) if x.dtype.kind != "c" else np.array(
        [x.real.min() + 1j * x.imag.min(), x.real.max() + 1j * x.imag.max()])


def _pair(given, own, what):
    if given is None:
        return own
    given = _series.series(given)
    if len(given) != 2:
        raise ValueError(f"{what} has wrong number of elements.")
    return given


class Base:
    """A series of some kind: `_page` has the functions of its coefficients, whose names begin with `_prefix`."""

    __array_ufunc__ = None
    __hash__ = None
    maxpower = 100
    basis_name = None
    # How a series is shown where no style is asked for.
    _style = "unicode"

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        coef = np.atleast_1d(np.asarray(coef)) * 1.0
        if coef.ndim != 1:
            raise ValueError("Coefficient array is not 1-d")
        if coef.size == 0:
            raise ValueError("Coefficient array is empty")
        self.coef = coef
        self.domain = _pair(domain, type(self).domain, "Domain")
        self.window = _pair(window, type(self).window, "Window")
        if not isinstance(symbol, str):
            raise TypeError("Symbol must be a non-empty string")
        if not symbol.isidentifier():
            raise ValueError("Symbol string must be a valid Python identifier")
        self._symbol = symbol

    symbol = property(lambda self: self._symbol)

    @classmethod
    def _function(cls, name):
        return getattr(sys.modules[cls._page], cls._prefix + name)

    def mapparms(self):
        return map_parameters(self.domain, self.window)

    def __call__(self, arg):
        return self._function("val")(mapped(arg, self.domain, self.window), self.coef)

    def _like(self, coef):
        return type(self)(coef, self.domain, self.window, self.symbol)

    def has_samecoef(self, other):
        return self.coef.shape == other.coef.shape and bool(np.all(self.coef == other.coef))

    def has_samedomain(self, other):
        return bool(np.all(self.domain == other.domain))

    def has_samewindow(self, other):
        return bool(np.all(self.window == other.window))

    def has_sametype(self, other):
        return isinstance(other, type(self))

    def _coefficients(self, other):
        if not isinstance(other, Base):
            return other
        if not isinstance(other, type(self)):
            raise TypeError("Polynomial types differ")
        if not self.has_samedomain(other):
            raise TypeError("Domains differ")
        if not self.has_samewindow(other):
            raise TypeError("Windows differ")
        if self.symbol != other.symbol:
            raise ValueError("Polynomial symbols differ")
        return other.coef

    def __add__(self, other):
        return self._like(self._function("add")(self.coef, self._coefficients(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return self._like(self._function("sub")(self.coef, self._coefficients(other)))

    def __rsub__(self, other):
        return self._like(self._function("sub")(other, self.coef))

    def __mul__(self, other):
        return self._like(self._function("mul")(self.coef, self._coefficients(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        import numbers

        if not isinstance(other, numbers.Number) or isinstance(other, bool):
            raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
        return self // other

    def __divmod__(self, other):
        quotient, rest = self._function("div")(self.coef, self._coefficients(other))
        return self._like(quotient), self._like(rest)

    def __rdivmod__(self, other):
        quotient, rest = self._function("div")(other, self.coef)
        return self._like(quotient), self._like(rest)

    def __floordiv__(self, other):
        return divmod(self, other)[0]

    def __rfloordiv__(self, other):
        return divmod(other, self)[0]

    def __mod__(self, other):
        return divmod(self, other)[1]

    def __rmod__(self, other):
        return divmod(other, self)[1]

    def __pow__(self, power):
        return self._like(self._function("pow")(self.coef, power, maxpower=self.maxpower))

    def __neg__(self):
        return self._like(-self.coef)

    def __pos__(self):
        return self

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __eq__(self, other):
        return (isinstance(other, type(self)) and self.has_samedomain(other) and self.has_samewindow(other)
                and self.has_samecoef(other) and self.symbol == other.symbol)

    def __ne__(self, other):
        return not self == other

    def degree(self):
        return len(self.coef) - 1

    def deriv(self, m=1):
        return self._like(self._function("der")(self.coef, m, self.mapparms()[1]))

    def integ(self, m=1, k=(), lbnd=None):
        offset, scale = self.mapparms()
        lbnd = 0 if lbnd is None else offset + scale * lbnd
        return self._like(self._function("int")(self.coef, m, k, lbnd, 1.0 / scale))

    def roots(self):
        return mapped(self._function("roots")(self.coef), self.window, self.domain)

    def convert(self, domain=None, kind=None, window=None):
        kind = type(self) if kind is None else kind
        domain = kind.domain if domain is None else domain
        window = kind.window if window is None else window
        return self(kind.identity(domain, window, self.symbol))

    def copy(self):
        return self._like(self.coef)

    def trim(self, tol=0):
        return self._like(self._function("trim")(self.coef, tol))

    def truncate(self, size):
        if int(size) != size or size < 1:
            raise ValueError("size must be a positive integer")
        return self._like(self.coef[: int(size)])

    def cutdeg(self, deg):
        return self.truncate(deg + 1)

    def linspace(self, n=100, domain=None):
        first, last = self.domain if domain is None else domain
        x = np.linspace(first, last, n)
        return x, self(x)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol="x"):
        if domain is None:
            domain = domain_of(x)
            if domain[0] == domain[1]:
                domain = domain + np.array([-1, 1])
        elif isinstance(domain, list) and len(domain) == 0:
            domain = cls.domain
        window = cls.window if window is None else window
        result = cls._function("fit")(mapped(np.asarray(x), domain, window), y, deg, rcond, full, w)
        if full:
            return cls(result[0], domain, window, symbol), result[1]
        return cls(result, domain, window, symbol)

    @classmethod
    def fromroots(cls, roots, domain=(), window=None, symbol="x"):
        roots = _series.series(roots)
        domain = domain_of(roots) if domain is None else cls.domain if len(domain) == 0 else domain
        window = cls.window if window is None else window
        offset, scale = map_parameters(domain, window)
        coef = cls._function("fromroots")(offset + scale * roots) / scale ** len(roots)
        return cls(coef, domain, window, symbol)

    @classmethod
    def identity(cls, domain=None, window=None, symbol="x"):
        domain = cls.domain if domain is None else domain
        window = cls.window if window is None else window
        return cls(cls._function("line")(*map_parameters(window, domain)), domain, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol="x"):
        if int(deg) != deg or deg < 0:
            raise ValueError("deg must be non-negative integer")
        return cls([0] * int(deg) + [1], domain, window, symbol)

    @classmethod
    def cast(cls, series, domain=None, window=None):
        domain = cls.domain if domain is None else domain
        window = cls.window if window is None else window
        return series.convert(domain, cls, window)

    def _argument(self):
        offset, scale = self.mapparms()
        if (offset, scale) == (0, 1):
            return self.symbol
        factor = "" if scale == 1 else number_text(scale)
        return f"({number_text(offset)} + {factor}{self.symbol})" if offset else f"({factor}{self.symbol})"

    def _term(self, power, argument, is_ascii):
        if is_ascii:
            return f" {self.basis_name}_{power}({argument})"
        return f"·{self.basis_name}{str(power).translate(_LOWERED)}({argument})"

    def __format__(self, style):
        if style not in ("", "ascii", "unicode"):
            raise ValueError(f"Unsupported format string '{style}' passed to {type(self)}.__format__. "
                             "Valid options are 'ascii' and 'unicode'")
        is_ascii = (style or Base._style) == "ascii"
        text, argument = number_text(self.coef[0]), self._argument()
        for power, c in enumerate(self.coef[1:], 1):
            if type(c) is complex:
                term = f"+ {c}"
            else:
                term = f"{'+' if c >= 0 else '-'} {number_text(c if c >= 0 else -c, True)}"
            term += self._term(power, argument, is_ascii)
            width = len(text) - text.rfind("\n") + len(term) + (2 if power < self.degree() else 0)
            text += " " + (term.replace(" ", "\n", 1) if width >= np.get_printoptions()["linewidth"] else term)
        return text

    def __str__(self):
        return format(self, "")

    def __repr__(self):
        coef, domain, window = (repr(a)[6:-1] for a in (self.coef, self.domain, self.window))
        return f"{type(self).__name__}({coef}, domain={domain}, window={window}, symbol='{self.symbol}')"


_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
