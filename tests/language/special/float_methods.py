"""Who asks for `__float__`: a class that derives from float is asked by conversions alone."""
import math
class F(float):
    def __float__(s): return 9.5
class I(int):
    def __float__(s): return 7.5
    def __index__(s): return 3
    def __int__(s): return 4
class G:
    def __float__(s): return 2.25
for x in (F(1.5), I(2), G()):
    for f in (math.sqrt, math.floor, math.isnan, lambda x: math.hypot(x, 1), lambda x: math.pow(x, 2), float, lambda x: '%.2f' % x, lambda x: complex(x), lambda x: math.copysign(x, -1), lambda x: round(x, 1) if not isinstance(x, G) else 0, lambda x: sum([x, 1]) if not isinstance(x, G) else 0, lambda x: math.fsum([x, 1]), int, lambda x: math.trunc(x) if not isinstance(x, G) else 0, lambda x: '%d' % x if not isinstance(x, G) else 0, lambda x: complex(1, x), lambda x: math.prod([x]) if not isinstance(x, G) else 0, lambda x: math.dist([x], [0]), lambda x: math.gcd(x, 6) if isinstance(x, I) else 0, lambda x: float(str(float(x))), lambda x: abs(x) if not isinstance(x, G) else 0, lambda x: divmod(x, 1) if not isinstance(x, G) else 0):
        try: print(type(x).__name__, f(x))
        except Exception as e: print(type(x).__name__, type(e).__name__, e)
