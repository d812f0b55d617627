"""In which order a frame lets go of its variables, and what they are called."""
class N:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def f4(p, q):
    c = N('c')
    def k(): return p
    a = N('a')
def f5(p, q):
    c = N('c')
    k = lambda: c
    a = N('a')
def f6(p, q):
    c = N('c')
    k = [c for _ in range(1)]
    del k
    a = N('a')
for f in f4, f5:
    f(N('p'), N('q')); print()
def f(z, b=1):
    x = y = a = 2
    def k(): return y, a, z, x
    w = 1
    def q(): return z, x, y, a
    print(locals().keys())
    return k, q
k, q = f(1)
for g in (f, k, q): print(g.__code__.co_varnames, g.__code__.co_cellvars, g.__code__.co_freevars, len(g.__closure__ or ()))
import inspect
print(inspect.getclosurevars(k))
class C:
    def m(self):
        zz = 1
        class D: 
            def n(self): return __class__, self2, zz
            print(locals().keys())
        self2 = self
        return D
C().m()
