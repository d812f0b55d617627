class A: pass
class B(A):
    def __eq__(self, o): return "B"
class C:
    def __ne__(self, o): return "C"
    __hash__ = None
class M(type):
    def __eq__(cls, o): return "M"
    __hash__ = type.__hash__
class D(metaclass=M): pass
class E(int): pass
class F(list): pass
for x in (A(), B(), C(), D, D(), E(0), F(), A, 3, "x"):
    print(None == x, None != x, x == None, x != None, 0 == x, x == 0)
def hot(xs):
    n = 0
    for x in xs * 500:
        if None == x: n += 1
        if None != x: n += 2
    return n
print(hot([A(), None, A()]), hot([None, 3]), hot([B(), None]))
