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
