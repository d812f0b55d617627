"""Decimal fixed-point and floating-point arithmetic, as the General Decimal Arithmetic specification has it."""

import _decimal
import numbers
from _decimal import (
    Decimal, DecimalException, Clamped, InvalidOperation, DivisionByZero, Inexact, Rounded, Subnormal, Overflow, Underflow,
    FloatOperation, ConversionSyntax, DivisionImpossible, DivisionUndefined, getcontext,
)
from collections import namedtuple

__all__ = [
    "Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped",
    "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
    "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP",
    "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext",
    "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR",
]

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_decimal._set_tuple(DecimalTuple)
numbers.Number.register(Decimal)


class InvalidContext(InvalidOperation):
    pass


InvalidContext.__module__ = "decimal"

# The bit of each signal, in the order in which contexts list them.
_BITS = {
    InvalidOperation: 2, FloatOperation: 256, DivisionByZero: 4, Overflow: 64, Underflow: 128, Subnormal: 32, Inexact: 8,
    Rounded: 16, Clamped: 1,
}
_LIMITS = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp")


class SignalDict:
    """Which signals are set, as a mapping from their exceptions to booleans."""

    def __init__(self, context, which):
        self._context = context
        self._which = which

    def _bit(self, signal):
        try:
            return _BITS[signal]
        except (KeyError, TypeError):
            raise KeyError("invalid error flag") from None

    def __getitem__(self, signal):
        return bool(self._context._get(self._which) & self._bit(signal))

    def __setitem__(self, signal, value):
        bits = self._context._get(self._which)
        bit = self._bit(signal)
        self._context._set(self._which, bits | bit if value else bits & ~bit)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_BITS)

    def __len__(self):
        return len(_BITS)

    def __contains__(self, signal):
        return signal in _BITS

    def keys(self):
        return list(_BITS)

    def values(self):
        return [self[signal] for signal in _BITS]

    def items(self):
        return [(signal, self[signal]) for signal in _BITS]

    def get(self, signal, default=None):
        return self[signal] if signal in _BITS else default

    def copy(self):
        return dict(self.items())

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return self.copy() == other.copy()
        if isinstance(other, dict):
            return self.copy() == other
        return NotImplemented

    def __repr__(self):
        return "{" + ", ".join("%r:%r" % item for item in self.items()) + "}"


def _bits(signals):
    if isinstance(signals, (list, tuple, set, frozenset)):
        wanted = signals
    else:
        wanted = [signal for signal, value in signals.items() if value]
    total = 0
    for signal in wanted:
        if signal not in _BITS:
            raise TypeError("values must be signals")
        total |= _BITS[signal]
    return total


class Context(_decimal.Context):
    """The limits of arithmetic: precision, rounding, exponents; flags of what was met, and what raises."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        default = globals().get("DefaultContext")
        if default is not None and default is not self:
            self._copy(default)
            self._set("flags", 0)
        for name, value in zip(_LIMITS, (prec, rounding, Emin, Emax, capitals, clamp)):
            if value is not None:
                self._set(name, value)
        if flags is not None:
            self._set("flags", _bits(flags))
        if traps is not None:
            self._set("traps", _bits(traps))

    prec = property(lambda self: self._get("prec"), lambda self, value: self._set("prec", value))
    rounding = property(lambda self: self._get("rounding"), lambda self, value: self._set("rounding", value))
    Emin = property(lambda self: self._get("Emin"), lambda self, value: self._set("Emin", value))
    Emax = property(lambda self: self._get("Emax"), lambda self, value: self._set("Emax", value))
    capitals = property(lambda self: self._get("capitals"), lambda self, value: self._set("capitals", value))
    clamp = property(lambda self: self._get("clamp"), lambda self, value: self._set("clamp", value))
    flags = property(lambda self: SignalDict(self, "flags"), lambda self, value: self._set("flags", _bits(value)))
    traps = property(lambda self: SignalDict(self, "traps"), lambda self, value: self._set("traps", _bits(value)))

    def __repr__(self):
        names = lambda which: ", ".join(signal.__name__ for signal, value in which.items() if value)
        limits = ", ".join("%s=%s" % (name, self._get(name)) for name in _LIMITS)
        return "Context(%s, flags=[%s], traps=[%s])" % (limits, names(self.flags), names(self.traps))

    def copy(self):
        new = type(self).__new__(type(self))
        new._copy(self)
        return new

    __copy__ = copy

    def __reduce__(self):
        flags = [signal for signal, value in self.flags.items() if value]
        traps = [signal for signal, value in self.traps.items() if value]
        return Context, tuple(self._get(name) for name in _LIMITS) + (flags, traps)

    def clear_flags(self):
        self._set("flags", 0)

    def clear_traps(self):
        self._set("traps", 0)

    def create_decimal(self, num="0", /):
        return _decimal._create(num, self)

    def create_decimal_from_float(self, f, /):
        return _decimal._create(Decimal.from_float(f), self)

    def divmod(self, x, y, /):
        return _decimal._divmod(x, y, self)

    def power(self, a, b, modulo=None):
        return _decimal._power(a, b, modulo, self)

    def fma(self, x, y, z, /):
        return _number(x).fma(y, z, self)

    def to_sci_string(self, x, /):
        with localcontext(self):
            return str(_number(x))

    def to_eng_string(self, x, /):
        return _number(x).to_eng_string(self)

    def to_integral_value(self, x, /):
        return _number(x).to_integral_value(context=self)

    to_integral = to_integral_value

    def to_integral_exact(self, x, /):
        return _number(x).to_integral_exact(context=self)

    def canonical(self, x, /):
        if not isinstance(x, Decimal):
            raise TypeError("argument must be a Decimal")
        return x

    def __setattr__(self, name, value):
        if not isinstance(getattr(type(self), name, None), property) and type(self) is Context:
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")
        super().__setattr__(name, value)

    def radix(self):
        return Decimal(10)

    def copy_decimal(self, x, /):
        return _number(x)


def _number(x):
    if isinstance(x, Decimal):
        return x
    if isinstance(x, int):
        return Decimal(x)
    raise TypeError("conversion from %s to Decimal is not supported" % type(x).__name__)


def _one(name):
    def method(self, x, /):
        return getattr(_number(x), name)(self)
    return method


def _two(name):
    def method(self, x, y, /):
        return getattr(_number(x), name)(y, self)
    return method


def _plain(name):
    def method(self, x, /):
        return getattr(_number(x), name)()
    return method


for _name in ("exp", "ln", "log10", "logb", "sqrt", "normalize", "next_minus", "next_plus", "is_normal", "is_subnormal",
              "number_class", "logical_invert"):
    setattr(Context, _name, _one(_name))
for _name in ("compare", "compare_signal", "compare_total", "compare_total_mag", "copy_sign", "max", "max_mag", "min", "min_mag",
              "next_toward", "remainder_near", "same_quantum", "scaleb", "logical_and", "logical_or", "logical_xor", "shift", "rotate"):
    setattr(Context, _name, _two(_name))
for _name in ("copy_abs", "copy_negate", "is_canonical", "is_finite", "is_infinite", "is_nan", "is_qnan", "is_snan", "is_signed",
              "is_zero"):
    setattr(Context, _name, _plain(_name))
del _name

DefaultContext = Context()
BasicContext = Context(
    prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow], flags=[])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[], flags=[])


def setcontext(context, /):
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context.clear_flags()
    _decimal._set_current(context)


class _ContextManager:
    def __init__(self, context):
        self._new = context.copy()

    def __enter__(self):
        self._saved = getcontext()
        _decimal._set_current(self._new)
        return self._new

    def __exit__(self, kind, value, traceback):
        _decimal._set_current(self._saved)


def localcontext(ctx=None, **kwargs):
    """A context manager that uses a copy of a context, changed by the keywords."""
    manager = _ContextManager(getcontext() if ctx is None else ctx)
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        setattr(manager._new, name, value)
    return manager


_decimal._set_current(Context())
