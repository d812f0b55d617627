"""What complex() makes of parts that are complex themselves: signs of zeros, classes with methods, texts."""


class A:
    def __complex__(self): return complex(-0.0, -0.0)
class B(complex): pass
class F:
    def __float__(self): return -0.0
class I:
    def __index__(self): return 3
class C(complex):
    def __complex__(self): return 5+6j
class G(complex):
    def __float__(self): return 9.0
def t(*a, **k):
    try: print(complex(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
z = complex(-0.0,-0.0)
for a in (A(), B(z), F(), I(), C(1,2), G(3, -0.0), z, 1, -0.0, True, None, 'x', []):
    t(a); t(imag=a); t(real=a)
    for b in (A(), B(z), F(), I(), C(1,2), G(3, -0.0), z, 1, -0.0, True, None, 'x', []):
        t(a, b)
for a in (0.0, -0.0, 1.5):
    for b in (0.0, -0.0, 2.5):
        for c in (0.0, -0.0):
            for d in (0.0, -0.0):
                print(complex(complex(a, b), complex(c, d)), complex(a, complex(c, d)), complex(complex(c, d), a))
from decimal import Decimal
from fractions import Fraction
for number in (Decimal("-0.0"), Decimal(3), Fraction(1, 2)):
    t(number, -0.0)
    t(-0.0, number)
    t(number, z)
    t(z, number)
t(b"1")
t(1, b"1")
t(bytearray(b"1"))


def spread(points):
    total = 0j
    for p in points:
        total += complex(p, p) * complex(p, 0.5) - complex(0.25, p)
    return total


print(spread([complex(i, -i) / 3 for i in range(300)]), spread([0.5 * i for i in range(300)]), spread([-0j, 1, True, 2.5] * 100))
