# Decimals of more digits than two words hold: sums, quotients, roots, digits counted next to powers of ten.
from decimal import ROUND_DOWN, ROUND_UP, Decimal, getcontext, localcontext


def harmonic(precision, n):
    with localcontext() as context:
        context.prec = precision
        total = Decimal(0)
        for i in range(1, n):
            total += Decimal(i) / 7 - Decimal(1) / i
        return total


def pi(precision):
    with localcontext() as context:
        context.prec = precision + 5
        last, t, s, n, na, d, da = 0, Decimal(3), Decimal(3), 1, 0, 0, 24
        while s != last:
            last = s
            n, na = n + na, na + 8
            d, da = d + da, da + 32
            t = (t * n) / d
            s += t
        context.prec = precision
        return +s


for precision in (29, 38, 39, 40, 50, 77, 78, 100, 300):
    print(precision, harmonic(precision, 60))
print(str(pi(600))[-30:], str(pi(97)))
for digits in (38, 39, 40, 57, 58, 59, 77, 100, 310, 617):
    for near in (-1, 0, 1):
        number = Decimal(10 ** digits + near)
        with localcontext() as context:
            context.prec = 45
            print(digits, near, len(number.as_tuple().digits), number.adjusted(), +number, number * 3 - number)
for rounding in (ROUND_UP, ROUND_DOWN):
    with localcontext() as context:
        context.prec, context.rounding = 60, rounding
        print(Decimal(2).sqrt(), Decimal(1) / 3, Decimal('9' * 70) + 1, Decimal(10) ** 80 - Decimal('1e-5'))
print(getcontext().prec)
