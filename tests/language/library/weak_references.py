import gc
import weakref


class Thing:
    def __init__(self, number):
        self.number = number

    def get(self):
        return self.number

    def __repr__(self):
        return f"Thing({self.number})"


thing = Thing(1)
plain = weakref.ref(thing)
told = weakref.ref(thing, lambda reference: print("told", reference() is None))
print(plain(), plain() is thing, weakref.ref(thing) is plain, plain == told, hash(plain) == hash(thing))
print(weakref.getweakrefcount(thing), weakref.getweakrefs(thing)[0] is plain)
del thing
print(plain(), told(), plain == told)
for refused in (1, "a", (), [], {}, None):
    try:
        weakref.ref(refused)
    except TypeError as error:
        print(error)

values, keys, members = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
one, two, three = Thing(1), Thing(2), Thing(3)
values["one"], keys[two] = one, "two"
members.add(three)
print(dict(values), keys[two], three in members, len(values), len(keys), len(members))
del one, two, three
print(dict(values), list(keys), list(members), len(values), len(keys), len(members))

thing = Thing(5)
proxy = weakref.proxy(thing)
proxy.number += 1
print(proxy.number, proxy.get(), thing)
method = weakref.WeakMethod(thing.get)
print(method()())
ended = weakref.finalize(thing, print, "ended", sep="!")
print(ended.alive)
del thing
print(ended.alive, method())
try:
    proxy.number
except ReferenceError as error:
    print(error)


class Slotted:
    __slots__ = ("a",)


class Referable:
    __slots__ = ("a", "__weakref__")


try:
    weakref.ref(Slotted())
except TypeError as error:
    print(error)
kept = Referable()
print(weakref.ref(kept)() is kept, weakref.ref(print)() is print, weakref.ref(Thing)() is Thing)


class Named(weakref.ref):
    def __init__(self, thing, callback=None, **names):
        super().__init__(thing, callback)
        self.names = names


kept = Thing(9)
print(Named(kept, name=1).names, Named(kept)() is kept)
cycle = Thing(0)
cycle.itself = cycle
reference = weakref.ref(cycle, lambda reference: print("the cycle ended"))
del cycle
gc.collect()
print(reference())
at_exit = weakref.finalize(kept, print, "at the end")


class Circle:
    def __init__(self):
        self.me = self

    def __del__(self):
        kept.append(self)


# Weak references to what is found dead give nothing, whatever its last words do.
kept = []
circle = Circle()
reference = weakref.ref(circle, lambda gone: print("told"))
del circle
print(gc.collect() > 0, reference(), len(kept))
kept.clear()
gc.collect()
print(kept)


import array
import collections
import re
import struct

for thing in (collections.deque(), array.array("i"), re.compile("a"), struct.Struct("i")):
    print(weakref.ref(thing)() is thing)
try:
    weakref.ref(re.match("a", "a"))
except TypeError as error:
    print(error)
