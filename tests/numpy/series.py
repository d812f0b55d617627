"""Series of all kinds of polynomials: classes, functions, and how they are shown."""

import numpy as np
from numpy.polynomial import Polynomial as P, Chebyshev as T, Legendre, Hermite, HermiteE, Laguerre
for K in (P,T,Legendre,Hermite,HermiteE,Laguerre):
    p=K([1,2,3]); q=K([0.5,-1])
    for f in (lambda: p, lambda: print(p), lambda: p+q, lambda: p*q, lambda: p-q, lambda: p//q, lambda: p%q, lambda: p**3, lambda: p(2.5), lambda: p(np.linspace(-1,1,5)), lambda: p.deriv(), lambda: p.deriv(2), lambda: p.integ(), lambda: p.integ(2,[1,2]), lambda: p.roots(), lambda: p.degree(), lambda: K.fromroots([1,2,3]), lambda: K.basis(3), lambda: K.identity(), lambda: p.convert(kind=P), lambda: P([1,2,3,4]).convert(kind=K), lambda: K.fit(np.arange(6.), np.arange(6.)**2 + 0.5, 3).coef.round(9) + 0.0, lambda: p+[1,2], lambda: 2*p, lambda: p/2, lambda: p==K([1,2,3]), lambda: p.trim(), lambda: p.truncate(2), lambda: p.cutdeg(1), lambda: p.linspace(3), lambda: format(p,'ascii'), lambda: str(K([1,2,3],domain=[0,2])), lambda: K([1,2,3],domain=[0,2]), lambda: K([1,2,3],symbol='z'), lambda: p.copy(), lambda: p.mapparms(), lambda: K([1+2j,3]), lambda: str(K([1e-10,-2.5e20,1])), lambda: K([]), lambda: p+K([1,2],domain=[0,3]), lambda: p/p, lambda: K([1,2],window=[1,2,3]), lambda: p.domain, lambda: p.window, lambda: len(p), lambda: list(p), lambda: divmod(p,q), lambda: -p, lambda: hash(p), lambda: K.cast(P([1,2,3])), lambda: p**-1, lambda: p.deriv(-1), lambda: p.integ(1,[1,2])):
        try: print(repr(f()))
        except Exception as e: print(type(e).__name__, e)
import numpy.polynomial.legendre as L, numpy.polynomial.hermite as H, numpy.polynomial.chebyshev as C, numpy.polynomial.laguerre as G, numpy.polynomial.hermite_e as HE
np.set_printoptions(precision=6)
for m,pre in ((L,'leg'),(H,'herm'),(C,'cheb'),(G,'lag'),(HE,'herme')):
    x,w=getattr(m,pre+'gauss')(5); print(x,w)
    for f in ('val','der','int','vander','roots','companion','mulx'):
        fn=getattr(m,pre+f)
        try: print(pre+f, fn([0.1,0.2],[1,2,3]) if f=='val' else fn([0.1,0.2],3) if f=='vander' else fn([1,2,3.]))
        except Exception as e: print(type(e).__name__, e)
    print(getattr(m,pre+'val2d')(np.arange(2.),np.arange(2.),np.arange(6.).reshape(2,3)), getattr(m,pre+'grid2d')(np.arange(2.),np.arange(3.),np.arange(6.).reshape(2,3)), getattr(m,pre+'weight')(np.array([.1,.2])), getattr(m,pre+'line')(1,2))
    print(getattr(m, pre + "fit")(np.arange(5.0), np.arange(5.0)**2, [0, 2]).round(9) + 0.0, getattr(m, 'poly2'+pre)([1,2,3]), getattr(m, pre+'2poly')([1,2,3]), getattr(m,pre+'vander2d')([1.,2],[3.,4],[1,2]))
