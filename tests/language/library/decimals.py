# Decimal numbers, contexts and their signals.
from decimal import *
import decimal
print(getcontext()); print(repr(Decimal('1.10')), Decimal(1)/3, Decimal(0.1), Decimal((0,(1,2,3),-2)))
for f in (lambda: Decimal(1)/0, lambda: Decimal(0)/0, lambda: Decimal('abc'), lambda: Decimal('Infinity')-Decimal('Infinity'), lambda: Decimal(1)+1.5, lambda: Decimal([1]), lambda: Decimal({}), lambda: Decimal(-1).sqrt(), lambda: Decimal('1e999999')*10, lambda: setattr(getcontext(),'prec',0), lambda: int(Decimal('NaN')), lambda: hash(Decimal('sNaN'))):
    try: print(f())
    except Exception as e: print(type(e).__mro__[:3], e)
with localcontext() as c:
    c.prec = 5
    print(Decimal(2).sqrt(), c.flags[Inexact])
with localcontext(prec=50, rounding=ROUND_UP): print(Decimal(1)/7)
getcontext().prec = 60
print(Decimal(2).ln(), Decimal(1).exp(), Decimal(2)**Decimal('0.5'), Decimal(7)**-3)
print(sorted([Decimal('3'), 2, 2.5, Decimal('-1')]), sum([Decimal('0.1')]*10), Decimal('0.1')*3 == Decimal('0.3'), Decimal('0.5')==0.5, hash(Decimal('0.5'))==hash(0.5), Decimal(3)==3, 1+Decimal(2), max(Decimal(1),2))
print(round(Decimal('2.675'),2), round(Decimal('2.5')), Decimal('7.325').quantize(Decimal('.01'), rounding=ROUND_DOWN), '%.2f' % Decimal('1.005'), f"{Decimal('1234567.891'):,.2f}", Decimal('123').as_tuple(), divmod(Decimal(-7),2), Decimal(-7)//2, Decimal(-7)%2, pow(Decimal(3),4,5), abs(Decimal('-0')), -Decimal(0))
from fractions import Fraction
print(Decimal('0.5')==Fraction(1,2), Decimal('0.5')<Fraction(2,3), Fraction(Decimal('0.125')))
import copy, statistics, math
print(copy.copy(Decimal(1)), statistics.mean([Decimal('1'),Decimal('2.5')]), math.floor(Decimal('-1.5')), math.ceil(Decimal('1.2')), math.trunc(Decimal('-1.7')), float(Decimal('1e-5')), int(Decimal('1e20')), bool(Decimal(0)), complex(Decimal(1)))
class D(Decimal):
    def __repr__(self): return 'D'+str(self)
print(repr(D('1.5')), D('1.5')+1, isinstance(D(1),Decimal))
print(ExtendedContext.divide(1,3), BasicContext.prec, Context(prec=3).create_decimal('3.14159'), Context(prec=4).power(2,'0.5' and Decimal('0.5')), DefaultContext)
getcontext().traps[Inexact]=True
try: print(Decimal(1)/3)
except Inexact as e: print('Inexact', e)
print(getcontext().flags, dict(getcontext().traps)[Inexact])
