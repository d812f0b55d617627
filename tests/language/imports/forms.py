"""All forms of import, of modules and packages of one's own."""
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/parts")

import pkg.sub as ps
import pkg.sub.leaf
import pkg.numbers as numbers, chosen as c
from pkg.sub import *
from pkg import numbers as again, first

print(ps.add(4), pkg.sub.leaf.doubled, leaf is pkg.sub.leaf, again is numbers, first, c.three)
print(pkg.__doc__, pkg.__name__, pkg.__package__, pkg.__file__.rsplit("/", 2)[1:], len(pkg.__path__))
print(numbers.__name__, numbers.__package__, numbers.__doc__, numbers.__spec__.name, numbers.__spec__.parent)
print(ps.outer is numbers, outer is numbers, add is numbers.add)

from chosen import *
print(one, _two)
try:
    three
except NameError as error:
    print(error)
from unchosen import *
print(one, _two, three)

import space.inner.leaf
print(space.inner.leaf.here, space.__file__, space.__package__)

import math
print(math.sqrt(4.0))

import dynamic
from dynamic import magic
print(dynamic.magic, magic, hasattr(dynamic, "other"), getattr(dynamic, "other", None))

import replaced
print(replaced)

shared = 41
import back
print(back.seen)

import __main__
from __main__ import shared as mine
print(__main__ is sys.modules["__main__"], __main__.shared, mine)


def local():
    import pkg.numbers as inner
    from math import floor, sqrt
    from pkg.sub import leaf as deep
    return inner.value + floor(sqrt(16)) + deep.doubled


print([local() for _ in range(3)])
print(numbers.total(20000), sum(numbers.add(i) for i in range(10000)))
numbers.value = 100
print(numbers.add(1), first, pkg.numbers.value)
print(__name__, __doc__, __file__.rsplit("/", 1)[1], __package__, __spec__)
