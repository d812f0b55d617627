from decimal import Decimal as D
import random
random.seed(5)
for e in range(-45, 6):
    for c in (0, 1, 9, 10, 123456, 99999999999999999999, 2**127, 2**128-1, 12345678901234567890123456789012345678):
        for s in (0, 1):
            d = D((s, tuple(map(int, str(c))), e))
            print(str(d), repr(d), '%s' % d, format(d), f'{d!r:>40}')
