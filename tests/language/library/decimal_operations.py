# Random operations under random contexts: results and flags.
import random
from decimal import *
random.seed(11)
vals = ["0","-0","1","-1","0.1","123.456","-7.50","1E+5","1E-7","9.999999999","123456789012345678901234567890","Infinity","-Infinity","NaN","sNaN12","1E+400","1E-400","2","3","10","0.5","-0.001","1234567.891E-20","5E+9","7E-9", "0E+10","0E-10"]
def rnd():
    if random.random()<0.4: return random.choice(vals)
    d=''.join(random.choice('0123456789') for _ in range(random.randint(1,random.choice([3,9,30]))))
    p=random.randint(0,len(d)); s=d[:p]+'.'+d[p:] if random.random()<.7 else d
    if random.random()<.5: s+='E%+d'%random.randint(-random.choice([3,20]),random.choice([3,20]))
    return random.choice(['','-'])+s
ops2=['__add__','__sub__','__mul__','__truediv__','__floordiv__','__mod__','compare','max','min','remainder_near','quantize','copy_sign','next_toward','compare_total','same_quantum','max_mag','min_mag']
ops1=['__neg__','__pos__','__abs__','sqrt','exp','ln','log10','normalize','to_integral_value','to_integral_exact','next_plus','next_minus','logb','adjusted','as_tuple','number_class','to_eng_string','is_normal','is_subnormal','__str__','__float__','__int__','as_integer_ratio']
rounds=[ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP]
for i in range(600):
    c=Context(prec=random.choice([1,2,3,5,9,28,28,50]),rounding=random.choice(rounds),Emin=random.choice([-999999,-999999,-50,-6]),Emax=random.choice([999999,999999,50,6]),clamp=random.choice([0,0,1]),traps=[] if random.random()<.8 else [InvalidOperation,DivisionByZero,Overflow])
    setcontext(c)
    a,b=rnd(),rnd()
    try:
        x,y=Decimal(a),Decimal(b)
        r=random.random()
        if r<.5: n=random.choice(ops2); v=getattr(x,n)(y)
        elif r<.85: n=random.choice(ops1); v=getattr(x,n)()
        elif r<.9: n='cmp'; v=[x<y if not(x.is_nan() or y.is_nan()) else None, x==y if not (x.is_snan() or y.is_snan()) else None]
        elif r<.95:
            n='pow'; c.rounding=ROUND_HALF_EVEN; e=random.choice(['2','3','-2','0.5','10','-1','0','1.5','-0.25','7']); b=e; v=x**Decimal(e)
        else:
            n='format'; spec=random.choice(['','.2f','.3e','g','.5g',',.2f','010.2f','>12','<12.1f','+','%','.1%','E','.0f','012,.1f','_']) ; b=spec
            try: v=format(x,spec)
            except ValueError as e: v=str(e)
        print(i,n,a,b,c.prec,c.rounding[6:],repr(v),[s.__name__ for s in c.flags if c.flags[s]])
    except (DecimalException,ValueError,OverflowError,TypeError) as e:
        print(i,n if 'n' in dir() else '',a,b,c.prec,type(e).__name__,e,[s.__name__ for s in c.flags if c.flags[s]])

# Decimals have no attributes of their own; those of derived classes have.
for change in (
    lambda x: setattr(x, "more", 1), lambda x: delattr(x, "more"), lambda x: setattr(x, "real", 1), lambda x: x.__dict__,
    lambda x: x.more,
):
    try:
        change(Decimal("1.5"))
    except AttributeError as error:
        print(error)


class Money(Decimal):
    pass


price = Money("2.50")
price.currency = "EUR"
print(price.currency, price + 1, type(price + 1) is Decimal, 3 - price, price == Decimal("2.5"), {price: 1}[Decimal("2.50")])

# Coefficients below and above what two machine words hold.
with localcontext() as context:
    for context.prec in (1, 19, 20, 38, 39, 45):
        for text in ("9" * 19, "9" * 20, "9" * 38, "1" + "0" * 38, "9" * 39, "340282366920938463463374607431768211455"):
            x = Decimal(text)
            print(x + 1, x * x, x / 7, 1 - x, x % 1000, x > 2**128, x == int(text), x - x, +x)

# The quotient by an infinity is zero, whatever exponents are allowed.
with localcontext(Context(prec=38, Emax=20, Emin=-20, clamp=1)):
    print(Decimal("-7.00") // Decimal("Infinity"), divmod(Decimal(7), Decimal("-Infinity")))
