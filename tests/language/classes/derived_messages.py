# What derives from a built-in type goes by its own name in messages.
from collections import namedtuple
import math
P = namedtuple('P', 'x y')
class L(list): pass
class D(dict): pass
class B(bytes): pass
class I(int): pass
for v in (P(1, 2), L([1]), D(), B(b"7"), I(7)):
    for f in (int, math.floor, math.sqrt, math.sin, math.ceil, math.trunc, lambda v: format(v, "d"), lambda v: format(v, "5"), lambda v: f"{v:>4}", lambda v: math.pow(v, 2), lambda v: math.hypot(1, v), lambda v: math.fsum([v]), lambda v: math.isnan(v), lambda v: round(v), lambda v: "%f" % (v,), lambda v: "%d" % (v,), float):
        try: print(type(v).__name__, f(v))
        except Exception as e: print(type(v).__name__, type(e).__name__, e)
