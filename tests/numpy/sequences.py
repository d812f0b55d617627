# Tuples, ranges and other sequences among the places of an index.
import numpy as np
a=np.arange(24).reshape(4,6)
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: a[(1,3),1:]); t(lambda: a[(1,3),(0,2)]); t(lambda: a[:,(0,2)]); t(lambda: a[((1,3),)]); t(lambda: a[range(2)]); t(lambda: a[range(2),1]); t(lambda: a[(),1]); t(lambda: a[(True,False,True,True),0]); t(lambda: a[((1,2),(0,1)),]); t(lambda: a[(1.5,2),0]); t(lambda: a['x']); t(lambda: a[(1,'x'),0])
def s():
    b=a.copy(); b[(0,1),1:]=9; return b
t(s)
def d():
    b=a.copy(); b[:,(1,2)]+=100; return b
t(d)
a=np.arange(24.).reshape(4,6); b=a>5
class Seq:
    def __len__(s): return 2
    def __getitem__(s,i):
        if i>1: raise IndexError
        return i+1
from collections import deque
for ix in (Seq(), deque([1,2]), [range(2),[0,1]], (range(2),range(2)), [(0,1),(1,2)], np.int8(1), True, (True,1), [[True,False,True,False]], ([0,1],None,1), (Ellipsis,(0,1)), (0,(1,2),...), [None], {1,2}, 1.0, np.float64(1), '0', [], (), [[]], np.array([]), slice(None), (slice(0,2),[1,2]), b, (b[:,0],[0,1,2]), (b[:,0],slice(2)), np.array(2), np.array([True]*4), iter([1]), (x for x in [0]), np.array([[0,1],[2,3]]), -5, (0,6), [7], ([0],[9]), (1,2,3)):
    t(lambda: a[ix])
    def s():
        c=a.copy(); c[ix]=7; return c
    t(s)
