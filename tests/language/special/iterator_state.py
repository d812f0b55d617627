# Iterators tell how they are made anew and can be put to a place.
import copy
import pickle

for make in (
    lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("añb"), lambda: iter("abc"), lambda: iter(b"abc"),
    lambda: iter(range(3, 30, 9)), lambda: reversed([1, 2, 3]), lambda: iter(bytearray(b"xyz")), lambda: iter({1: 2, 3: 4, 5: 6}),
    lambda: iter({1: 2, 3: 4}.items()), lambda: enumerate("abc", 5), lambda: zip("ab", [1, 2]), lambda: map(abs, [-1, -2]),
    lambda: filter(None, [0, 1, 2]), lambda: reversed((1, 2, 3)), lambda: reversed(range(4)),
):
    it = make()
    next(it)
    parts = it.__reduce__()
    again = copy.copy(it)
    print(type(it).__name__, parts[0].__name__, len(parts), list(again))
    if isinstance(make(), type(iter([]))):
        print(list(pickle.loads(pickle.dumps(it))))

it = iter("你好吗")
it.__setstate__(1)
print(next(it), it.__reduce__()[1:])
it = iter([1, 2, 3, 4])
it.__setstate__(2)
print(list(it), it.__reduce__()[1])
it = iter([1, 2, 3])
it.__setstate__(-5)
print(list(it))
it = iter([1, 2, 3])
it.__setstate__(50)
print(list(it))
it = reversed([1, 2, 3, 4])
it.__setstate__(1)
print(list(it))
it = iter(range(10, 20))
it.__setstate__(7)
print(list(it))


class Row:
    def __getitem__(self, place):
        if place < 4:
            return place
        raise IndexError


it = iter(Row())
print(it.__length_hint__())
it.__setstate__(2)
print(list(it))


class Sized(Row):
    def __len__(self):
        return 4


it = iter(Sized())
next(it)
print(it.__length_hint__())
from collections import deque
from itertools import chain, tee

walk = type(iter(deque()))
print(list(walk(deque("abcd"), 2)), list(walk(deque("ab"))), list(type(reversed(deque()))(deque("abc"), 1)))
a, b = tee([1, 2, 3])
next(a)
print(list(a.__copy__()), list(a), list(b.__copy__()), list(b))
bad = chain(1, [2])
for turn in range(2):
    try:
        print(next(bad))
    except (TypeError, StopIteration) as error:
        print(type(error).__name__)
for value in (Ellipsis, NotImplemented):
    print(value.__repr__(), value.__reduce__(), copy.copy(value) is value)
for text in ("é", "a"):
    print(text[0] is (text + "x")[0])
import collections.abc
import itertools
import re

for it in (itertools.count(), itertools.repeat(1, 3), itertools.chain([1], [2]), iter(deque([1])), re.finditer("a", "aa"), itertools.product("ab"), zip([1]), map(abs, [1])):
    print(isinstance(it, collections.abc.Iterator), it.__iter__() is it, type(it.__next__()).__name__, hasattr(it, "__length_hint__"))
print(itertools.repeat(1, 3).__length_hint__(), iter(deque([1, 2])).__length_hint__())
