from decimal import *
import numbers
print(issubclass(Decimal, numbers.Number), isinstance(Decimal(1), numbers.Real))
for f in (lambda: localcontext(bad=3),):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class M(Decimal):
    def __init__(self, v): self.x = "y"
d = M.from_float(1.5); print(type(d), d, getattr(d, "x", 0))
class M2(Decimal): pass
print(type(M2.from_float(2.5)), type(M2("1") + 1))
for s in ("", "e", "g", ".3e", "%", ",", "010", "+", " .2f", "=+8", "#.0e" if 0 else "E", "<9,", "*^12.1", ".0f", ".0e", "n", "_" if 0 else "f"):
    r = []
    for v in ("1", "-1234567.8951", "Infinity", "-Infinity", "NaN", "-sNaN12", "1E+5", "0E-9", "-0.0"):
        try: r.append(format(Decimal(v), s))
        except Exception as e: r.append(repr(e))
    print(repr(s), r)
print(Decimal("1101").logical_and(Decimal("1011")) if hasattr(Decimal, "logical_and") else None)
c = Context(traps=[FloatOperation])
with localcontext(c):
    for f in (lambda: Decimal(1.5), lambda: Decimal(1) < 2.5, lambda: Decimal(1) == 2.5, lambda: c.create_decimal(1.5), lambda: Decimal.from_float(1.5)):
        try: print(f())
        except FloatOperation as e: print("FO", e)
print(c.flags[FloatOperation])
c = getcontext().copy()
try: c.xyz = 1
except AttributeError as e: print(e)
print(c.copy() == c, c.copy() is c)
for bad in ((1, 2), (0, (1, 2), "x"), (2, (1,), 0), (0, (10,), 0), (0, ("a",), 1), [0, [1], 0], None, object()):
    try: print(Decimal(bad))
    except Exception as e: print(type(e).__name__, e)
print(Decimal((0, (1, 2, 3), "F")), Decimal((1, (1, 2), "n")), Decimal((0, (), 0)), Decimal((0, (0, 0, 5), -2)))
print(getcontext().canonical(Decimal(3)))
for f in (lambda: getcontext().canonical(3), lambda: Decimal("sNaN").__hash__(), lambda: hash(Decimal("NaN")) == hash(Decimal("NaN"))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(Context(prec=4, flags=[Clamped], traps=[]), ExtendedContext, BasicContext.traps[Inexact])
from fractions import Fraction
print(Decimal("1e10") == Fraction(10**10), Decimal("0.5") < Fraction(2, 3))
getcontext().prec = 9
print(Decimal("34028236692093846346337460743177e-30").rotate(4))
getcontext().prec = 9
D = Decimal
for a, b in (("1100", "1010"), ("0", "1"), ("111111111", "1"), ("12", "1"), ("-1", "1"), ("1E1", "1"), ("NaN", "1"), ("1111111111", "1")):
    for n in ("logical_and", "logical_or", "logical_xor"):
        try: print(a, b, n, getattr(D(a), n)(D(b)))
        except InvalidOperation as e: print(a, b, n, "invalid", e)
    try: print(D(a).logical_invert())
    except InvalidOperation: print("inv")
for n in range(-10, 11, 3):
    for v in ("34", "-123456789012", "0", "Infinity", "1E+3"):
        for m in ("shift", "rotate"):
            try: print(v, n, m, getattr(D(v), m)(n), getattr(getcontext(), m)(D(v), n))
            except InvalidOperation: print("inv")
from decimal import *
for s in ("=8","=08","08","<08","0=+8","*=8","=+8,","x=12.3e", "0<8", "0>8", "*<08", "^08.2f"):
    r = []
    for v in ("NaN","-NaN","Infinity","-Infinity","sNaN3","1"):
        try: r.append(format(Decimal(v), s))
        except Exception as e: r.append(str(e))
    print(s, r)
