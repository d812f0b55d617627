# At the end of a program what its names lead to ends while all names are still there; dead cycles before that.
import weakref, atexit
def helper(x): return x * 2
class Node:
    def __init__(self, name, child=None):
        self.name = name; self.child = child
    def __del__(self):
        print("end of", self.name, helper(3), LAST)
class Maker:
    def __init__(self): self.inner = Node("made inside")
    def __del__(self): print("maker", self.inner.name)
def gen(n):
    try:
        yield n
    finally:
        print("generator ended", helper(n))
    
a = Node("a")
things = [Node("x"), Node("y"), {"k": Node("z")}]
m = Maker()
g = gen(4); next(g)
b = Node("b", a)
b.self = b
c = Node("c"); c.d = Node("d"); c.d.c = c
del c
_private = Node("private")
def closure():
    held = Node("held")
    return lambda: held
f = closure()
atexit.register(print, "atexit")
LAST = "last"
