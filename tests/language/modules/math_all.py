# The math module.

def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


import math

values = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 2.0, 3.7, -3.7, 10.0, 1e-10, 1e10, 700.0, -700.0, 1e300, 1e-320, 171.5, -171.5, float("inf"), float("-inf"), float("nan")]
names = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "ceil", "cos", "cosh", "degrees", "erf", "erfc", "exp", "exp2", "expm1", "fabs", "floor", "frexp", "gamma", "isfinite", "isinf", "isnan", "lgamma", "log", "log10", "log1p", "log2", "modf", "radians", "sin", "sinh", "sqrt", "tan", "tanh", "trunc", "ulp"]
for name in names:
    f = getattr(math, name)
    for x in values:
        try:
            print(name, x, f(x))
        except Exception as error:
            print(name, x, type(error).__name__, error)
for name in ["atan2", "copysign", "fmod", "hypot", "pow", "remainder", "nextafter", "isclose", "log", "dist"]:
    f = getattr(math, name)
    for x in [0.0, -0.0, 1.5, -2.5, 1e200, 3.0, float("inf"), float("-inf"), float("nan")]:
        for y in [0.0, -0.0, 2.0, -3.5, 0.5, 1e200, float("inf"), float("nan")]:
            try:
                print(name, x, y, f((x, 1.0), (y, 2.0)) if name == "dist" else f(x, y))
            except Exception as error:
                print(name, x, y, type(error).__name__, error)
for n in [0, 1, 5, 10, 20, 21, 25, 100]:
    print(math.factorial(n), math.isqrt(n), math.isqrt(n * 10**30))
for n, k in [(5, 2), (10, 0), (10, 10), (10, 11), (100, 50), (5, 3), (64, 32), (10**10, 3), (67, 33)]:
    print(math.comb(n, k), math.perm(n, k))
show(lambda: math.perm(5))
show(lambda: math.comb(-1, 2))
show(lambda: math.comb(5, -2))
show(lambda: math.perm(-1, 2))
show(lambda: math.perm(5, -2))
show(lambda: math.comb(5.0, 2))
show(lambda: math.comb(5))
show(lambda: math.factorial(-1))
show(lambda: math.factorial(5.0))
show(lambda: math.factorial("a"))
show(lambda: math.factorial(10**20))
show(lambda: math.isqrt(-1))
show(lambda: math.isqrt(2.0))
show(lambda: math.gcd())
show(lambda: math.gcd(12, 18, 8))
show(lambda: math.gcd(-12, 0))
show(lambda: math.gcd(2**70, 2**65 * 3))
show(lambda: math.gcd(1.5, 2))
show(lambda: math.lcm())
show(lambda: math.lcm(4, 6, 10))
show(lambda: math.lcm(0, 5))
show(lambda: math.fsum([0.1] * 10))
show(lambda: math.fsum([1e308, 1e308, -1e308]))
show(lambda: math.fsum([1e100, 1.0, -1e100]))
show(lambda: math.fsum([float("inf"), float("-inf")]))
show(lambda: math.fsum([float("nan"), 1]))
show(lambda: math.fsum([1, 2, "a"]))
show(lambda: math.prod([1, 2, 3, 4]))
show(lambda: math.prod([1.5, 2], start=3))
show(lambda: math.prod([]))
show(lambda: math.prod([2**62, 4, 0.5]))
show(lambda: math.hypot())
show(lambda: math.hypot(3, 4, 12))
show(lambda: math.hypot(1e200, 1e200))
show(lambda: math.hypot(1e-200, 1e-200, 1e-200))
show(lambda: math.dist([1, 2], [4, 6]))
show(lambda: math.dist([1, 2], [4]))
show(lambda: math.dist((1, 2, 3), (4, 6, 8)))
show(lambda: math.log(8, 2))
show(lambda: math.log(10**400))
show(lambda: math.log(10**400, 10))
show(lambda: math.log2(2**2000))
show(lambda: math.log10(10**500))
show(lambda: math.log(0))
show(lambda: math.log(-1))
show(lambda: math.log(1, 1))
show(lambda: math.log(0.0, 10))
show(lambda: math.log())
show(lambda: math.log(1, 2, 3))
show(lambda: math.sqrt("a"))
show(lambda: math.sqrt())
show(lambda: math.sqrt(-1))
show(lambda: math.sqrt(10**400))
show(lambda: math.sqrt(x=1))
show(lambda: math.sin(1j))
show(lambda: math.floor(2**70 + 0.5))
show(lambda: math.floor(10**30))
show(lambda: math.ceil(-0.5))
show(lambda: math.trunc(5))
show(lambda: math.trunc("a"))
show(lambda: math.floor("a"))
show(lambda: math.ldexp(1.5, 10))
show(lambda: math.ldexp(1.5, 10000))
show(lambda: math.ldexp(1.5, -10000))
show(lambda: math.ldexp(1.5, 10**30))
show(lambda: math.ldexp(1.5, 1.5))
show(lambda: math.isclose(1, 1 + 1e-10))
show(lambda: math.isclose(1, 2, rel_tol=0.5))
show(lambda: math.isclose(1, 2, abs_tol=1))
show(lambda: math.isclose(1, 2, rel_tol=-1))
show(lambda: math.isclose(1))
show(lambda: math.pow(2, 0.5))
show(lambda: math.pow(2, 10000))
show(lambda: math.pow(-2, 0.5))
show(lambda: math.fmod(5, 0))
show(lambda: math.exp(1000))
show(lambda: math.gamma(5))
show(lambda: math.gamma(-1))
show(lambda: math.lgamma(0.5))
show(lambda: math.nextafter(1, 2))
show(lambda: math.ulp(1))
show(lambda: (math.pi, math.e, math.tau, math.inf, math.nan))
show(lambda: math)
show(lambda: math.__name__)
show(lambda: math.sqrt)
show(lambda: math.nothing)
from math import sqrt, pi as p
print(sqrt(2), p)
import math as m
print(m.cos(m.pi))
