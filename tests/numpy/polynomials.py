# Polynomials by rising powers: the class, its text, the functions behind it, and the quadrature of Gauss.
import numpy as np
from numpy.polynomial import Polynomial as P, polynomial as pp, legendre as lg

p=P([1,2,3]); print(p, repr(p), p.coef, p.degree(), p(2), p.roots(), p.deriv(), p.integ(), p*p, p+1, p-P([1]), p**2, -p, p//P([1,1]), p%P([1,1]), divmod(p,P([1,1])), p.domain, p.window, p==P([1,2,3]), len(p), list(p), p.linspace(3), p.cutdeg(1), p.trim(), p.truncate(2), 2*p, 1-p, p/2, sep='\n')
print(P([1.5,-2.25,0,1e-5,123456789.123])); print(P([0.1,1/3])); print(P([1,-1])); print(P([-1,0,2])); print(P([1j,2]))
f=P.fit([0,1,2,3],[1,3,5,7.5],1); print(f, repr(f), f.convert(), f.convert().coef.round(10), f(1.5)); print(P.fromroots([1,2]))
print(format(p,'ascii'), P([1,2],domain=[0,1]), P.identity(), P.basis(2)); print(P(range(1,20)))
print(f.deriv(), f.integ(), f.roots(), P([1,2],domain=[0,1]).roots(), p(np.array([1,2.5])), pp.polyval(2,[1,2,3]), pp.polyval([1,2],[1,2,3]), pp.polyadd([1,2],[1,2,3]), pp.polymul([1,2],[1,3]), pp.polydiv([1,5,6],[1,2]), pp.polyroots([6,-5,1]), pp.polyfromroots([2,3]), pp.polyder([1,2,3]), pp.polyint([1,2,3]), pp.polyfit([0,1,2,3],[1,3,7,13],2).round(10), pp.polyvander([1,2],2), lg.legval(.5,[1,2,3]), lg.legval([.1,.2],[1,2,3,4]))
for n in (1, 2, 3, 5, 8):
    x, w = lg.leggauss(n)
    print(x.round(12) + 0.0, w.round(12), (w * np.cos(x)).sum().round(12))
print(np.polynomial.Polynomial([1, 2])(3), np.polynomial.polynomial.polyval(2, [1, 2, 3]))
for wrong in (lambda: p / p, lambda: P([1, 2], domain=[0, 1]) + p, lambda: pp.polyfit([1], [1, 2], 1), lambda: f"{p:x}"):
    try:
        wrong()
    except Exception as problem:
        print(type(problem).__name__, problem)
