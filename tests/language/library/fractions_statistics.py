from fractions import Fraction as F
from statistics import *
import statistics, numbers, random, math


def t(f, *a, **k):
    try: print('ok', f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
for a in ((), (3,), (6,4), (-6,-4), ('3/4',), (' -3/4 ',), ('1.5',), ('1e3',), ('.5e-2',), ('-1_000.25',), (0.1,), (F(1,2),F(3,4)), ('x',), ('1/0',), (1,0), (1.5,2), ('1 /2',), ('',), ('1.',), ('_1',), ('1/-2',), (None,), (True,), (float('inf'),), (float('nan'),), (1j,), ('2e',), ('+7',)): t(F, *a)
vals = [F(1,2), F(-7,3), F(0), F(5), 2, -3, 0.5, 0, True, 1+2j]
import operator as o
for f in (o.add,o.sub,o.mul,o.truediv,o.floordiv,o.mod,divmod,o.pow,o.lt,o.le,o.gt,o.ge,o.eq,o.ne):
    for a in vals:
        for b in vals:
            if isinstance(a,F) or isinstance(b,F): print(f.__name__, a, b, end=' '); t(f,a,b)
x = F(-22,7); print(repr(x), str(x), int(x), float(x), math.floor(x), math.ceil(x), round(x), round(x,2), round(x,-1), abs(x), -x, +x, bool(x), hash(x), hash(F(1,3)), hash(F(5)), hash(F(1,2))==hash(0.5), math.trunc(x), x.limit_denominator(3), F(math.pi).limit_denominator(100), F.from_float(0.25), x.numerator, x.denominator, x.as_integer_ratio(), complex(x), x.conjugate(), x.real, x.imag, round(F(5,2)), round(F(7,2)))
print(sum([F(1,i) for i in range(1,30)]), F('3.1415926535').limit_denominator(10), hash(F(1, 2**61-1)), F(3,4) in {0.75}, sorted([F(1,2),0.3,F(1,3)]), isinstance(x, numbers.Rational), isinstance(x, numbers.Integral), isinstance(3, numbers.Integral), isinstance(3.0, numbers.Rational), isinstance(1j, numbers.Complex), isinstance(1.0, numbers.Real), isinstance(True, numbers.Number), max(F(1,2),F(2,3)), '%s %r %.3f' % (x,x,x))
t(lambda: F(1,2)+'x'); t(lambda: F(1,2) < 'x'); t(lambda: F(0)**-1); t(x.limit_denominator, 0); t(lambda: 2**F(1,2)); t(lambda: F(4,9)**F(1,2)); t(lambda: F(2)**F(3)); t(lambda: (-8)**F(1,3)); t(F.from_float, 'x'); t(format, x, ''); t(format, x, '>10')
print(sorted(numbers.Complex.__abstractmethods__), sorted(numbers.Real.__abstractmethods__), sorted(numbers.Rational.__abstractmethods__), sorted(numbers.Integral.__abstractmethods__), sorted(numbers.Number.__abstractmethods__)); t(numbers.Real)
random.seed(1)
datas = [[1,2,3,4], [1.5,2.25,3.125], [1], [], [1,1,2,2,3], [F(1,3),F(1,6)], [1,2.5,F(1,2)], [0.1]*10, [1e308,1e308], [-1,2,3], [0,1,2], [True,False], [1e16,1,1], [random.random() for _ in range(50)], [random.randrange(10**20) for _ in range(20)], ['a','b'], [2.5,3,5.75,8.1], [1,1]]
for d in datas:
    print(d[:5])
    for f in (mean,fmean,geometric_mean,harmonic_mean,median,median_low,median_high,median_grouped,mode,multimode,quantiles,variance,pvariance,stdev,pstdev):
        print(f.__name__, end=' '); t(f, d)
t(quantiles,[1,2,3,4,5],n=10,method='inclusive'); t(quantiles,[1,2,3,4,5],n=3); t(quantiles,[1,2],method='x'); t(quantiles,[1,2],n=0); t(variance,[1,2,3,4],2); t(stdev,[1,2,3,4],2.5); t(pvariance,[1,2,3,4],F(5,2)); t(fmean,[1,2,3],[3,2,1]); t(fmean,[1],[0]); t(harmonic_mean,[40,60],weights=[5,30]); t(harmonic_mean,[10,20,60]); t(median_grouped,[1,2,2,3,4,4,4,5],2)
x=[random.random() for _ in range(20)]; y=[random.random()+xx for xx in x]
t(covariance,x,y); t(correlation,x,y); t(linear_regression,x,y); t(linear_regression,x,y,proportional=True); t(correlation,[1,1],[1,2]); t(correlation,[1],[2]); t(covariance,[1,2],[1]); t(linear_regression,[1,1],[1,2]); s,i=linear_regression([1,2,3],[2,4,6.5]); print(s,i)
n=NormalDist(100,15); print(n, n.mean, n.variance, n.stdev, n.median, n.mode, n.pdf(110), n.cdf(110), n.inv_cdf(.9), n.inv_cdf(.5), n.inv_cdf(.001), n.inv_cdf(1e-20), n.quantiles(5), n.zscore(130), n+5, n*2, n/3, -n, n-NormalDist(3,4), 5-n, 2*n, n+n, n==NormalDist(100,15), hash(n)==hash(NormalDist(100,15)), n.overlap(NormalDist(90,20)), n.overlap(NormalDist(90,15)), NormalDist.from_samples([1,2,3,4.5]), n.samples(3,seed=4)); t(NormalDist,1,-1); t(n.inv_cdf,0); t(NormalDist(1,0).pdf,1); t(n.overlap, 3)
print([NormalDist().inv_cdf(i/97) for i in range(1,97)])
for _ in range(20):
    d=[random.uniform(-1e3,1e3)**3 for _ in range(random.randrange(2,9))]; print(stdev(d), pvariance(d), mean(d), variance(d))
