# Series of mixed types, zeros with signs, and what polynomials and other series refuse alike.
import numpy as np
from numpy.polynomial import polynomial as P, chebyshev as C, legendre as L
cs=[[1,2,3],[1j,2],[0.,-0.],[1,2,0],[-1,-2,-3],[0,0,5],[2],[1.5,0,0,1e-3]]
for M,p in ((P,'poly'),(C,'cheb'),(L,'leg')):
    f=lambda n: getattr(M,p+n)
    for a in cs:
        for b in cs: print(repr(f('add')(a,b)),repr(f('sub')(a,b)),repr(f('mul')(a,b)))
        for m in (0,1,2): print(f('der')(a,m), f('int')(a,m,k=[3][:m],lbnd=1,scl=2))
        for bad in (dict(m=-1),dict(m=1,k=[1,2]),dict(lbnd=[1]),dict(scl=[1])):
            try: print(f('int')(a,**bad))
            except Exception as e: print(type(e).__name__,e)
print(P.polyint(np.arange(6.).reshape(2,3),axis=1), P.polyder([1],3))
