# Generators with methods of their own: which of them the other functions are built on.
import random


class Told(random.Random):
    def random(self):
        called.append("random")
        return random.Random.random(self)


class Both(Told):
    def getrandbits(self, n):
        called.append("getrandbits")
        return random.Random.getrandbits(self, n)


class Again(Both):
    def random(self):
        called.append("again")
        return 0.25


for kind in (Told, Both, Again):
    called = []
    rng = kind(1)
    print(kind.__name__, rng.randrange(42), rng.choice("abcdef"), round(rng.uniform(0, 1), 6), sorted(set(called)))

rng = random.Random(2)
rng.random = iter([0.5, 0.125, 0.75]).__next__
print(rng.uniform(0, 8), rng.uniform(0, 8), rng.expovariate(2))
del rng.random
print(rng.random(), random.Random(2).random())

state = random.Random(3).getstate()
old = (2, tuple(w - 2**32 if w >= 2**31 else w for w in state[1]), state[2])
rng.setstate(old)
print(rng.random() == random.Random(3).random())
for bad in ((1, None, None), (3, (1, 2), None), (3, (-1,) * 625, None)):
    try:
        rng.setstate(bad)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(random.TWOPI, random.LOG4, random.NV_MAGICCONST, random.SG_MAGICCONST, random.BPF, random.RECIP_BPF)
names = {}
exec("from random import *", names)
print("gauss" in names, "Random" in names, "TWOPI" in names)
