"""When the arguments of a call end: with the variables of the frame, in its order, in all tiers."""
class N:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def g(p, q):
    b = N('b')
    c = N('c')
    k = lambda: c
    a = N('a')
def h(p, q):
    b = N('b')
    c = N('c')
    a = N('a')
for i in range(3):
    g(N('p'), N('q')); print()
for i in range(3):
    h(N('p'), N('q')); print()
