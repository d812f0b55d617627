# Decimals whose digits nobody could hold: what needs none of them is right, what needs all is refused.
import math
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction

huge, tiny = Decimal("1e999999999999999999"), Decimal("1e-999999999999999")
below, just_below = huge.copy_negate(), tiny.copy_negate()
third = Fraction(1, 3)
print(huge > third, huge == third, below < third, huge < third, tiny < third, tiny > -third, tiny == third, just_below > -third)
print(Decimal("0.25") == Fraction(1, 4), Decimal("0.3") < third, Decimal("33e-2") < third, Decimal(12) > Fraction(100, 9))
print(Decimal(0) < third, Decimal(0) == Fraction(0), Decimal("1e5") == Fraction(10**5), Decimal("-1e5") < Fraction(-99999))
print(huge > 10**30, hash(huge), float(tiny), f"{huge}", f"{tiny:.2f}", math.isinf(float(huge)))
print(Decimal(1) == 1 + 0j, 0.25 + 0j == Decimal("0.25"), Decimal(1) != 1j, Decimal(1) == complex(1, 1))


def attempt(name, action):
    try:
        print(name, action())
    except (MemoryError, ArithmeticError, ValueError) as error:
        print(name, type(error).__name__)


attempt("int", lambda: int(huge))
attempt("round", lambda: round(huge))
attempt("ceil", lambda: math.ceil(huge))
attempt("floor", lambda: math.floor(huge))
attempt("f", lambda: f"{huge:f}")
attempt("f", lambda: f"{tiny:f}")
with localcontext() as context:
    context.prec = 10**15
    attempt("/", lambda: Decimal(1) / Decimal(3))
    attempt("sqrt", lambda: Decimal(2).sqrt())
    attempt("+", lambda: Decimal(1) + Decimal(3))
print(Decimal(1) / Decimal(3), getcontext().prec)
