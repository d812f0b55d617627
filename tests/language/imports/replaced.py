# What a script puts in the place of `__import__` is asked by every form of the statement.
import builtins
import os
import sys

original = builtins.__import__


def told(name, globals=None, locals=None, fromlist=(), level=0):
    print("import", name, fromlist, level, globals is not None)
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = told
import math
import os.path
import os.path as path
from math import pi, sqrt

builtins.__import__ = lambda name, *rest: len(name)
import test

builtins.__import__ = original
print(math.pi == pi, os.path is path, sqrt(4), test)

print(__import__("sys") is sys)
module = type(sys)("made")
del module.__name__
try:
    module.nothing
except AttributeError as error:
    print(error)


class Explodes:
    def __init__(self, value):
        self.value, self.asked = value, 0

    def __bool__(self):
        self.asked += 1
        return self.value


for make in (lambda e: e and 1 or 2, lambda e: (e or 0) and 3, lambda e: (e and 4) and 5):
    for value in (True, False):
        it = Explodes(value)
        result = make(it)
        print(result if isinstance(result, int) else "itself", it.asked)


class Lengths(dict):
    def __getitem__(self, key):
        return len(key)


class Listed(dict):
    def __getitem__(self, key):
        return dir

    def keys(self):
        return ["z", "y"]


print(eval("a + word", Lengths()), eval("dir()", {}, Listed()))
