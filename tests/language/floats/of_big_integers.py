# A large integer becomes the nearest float, ties to even, whatever lies behind the bits that count.
import random

random.seed(5)
for i in range(3000):
    n = (random.getrandbits(53) | 1 << 52) << random.randrange(1, 950)
    n *= random.choice([1, 3, 5, 7, 11, 20])
    if i % 2:
        n += random.choice([0, 1, -1])
    if i % 3 == 0:
        n = -n
    print(float(n), n * 1.0, 1.5 + n, n / 3, n / 7.0, n == float(n), n < float(n))
for near in (2**1024 - 2**970, 2**1024 - 2**970 - 1, 2**1024):
    try:
        print(float(near))
    except OverflowError as error:
        print(error)
