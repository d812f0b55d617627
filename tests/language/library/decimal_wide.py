# Digits moved and turned in contexts of many digits.
from decimal import Decimal, getcontext

getcontext().prec = 70000
print(Decimal(1).shift(0), Decimal(12).shift(1), Decimal(12).rotate(-1).adjusted(), Decimal(12).rotate(1))
print(len(str(Decimal(101).logical_invert())), Decimal(101).logical_or(Decimal(10)))
