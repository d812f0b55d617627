# What an object lets go of at the end of a program ends at once; weak references give nothing then.
class N:
    def __init__(s,n): s.n=n
    def __del__(s): print("del", s.n)
def g():
    h=N("held by generator")
    try: yield 1
    finally: print("finally")
a=g(); next(a)
class P:
    def __init__(s,n): s.child=N("child of "+n)
    def __del__(s): print("P"); s.child=None; print("child gone")
p=P("p")
class Q:
    def __init__(s): s.items=[N("x"),N("y")]
    def __del__(s):
        s.items.pop(); print("popped"); s.items.clear(); print("cleared")
q=Q()


import weakref


class Seen:
    known = weakref.WeakValueDictionary()

    def __init__(self, name):
        self.name = name
        self.known[name] = self
        self.me = weakref.ref(self)

    def __del__(self):
        print("seen", self.name, sorted(self.known), self.me())


first, second = Seen("first"), Seen("second")
called = weakref.ref(first, lambda r: print("callback", r()))
