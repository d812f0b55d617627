"""The functions of math that scripts use."""
import math

print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
for x in (0.0, 0.5, 1.0, 2.0, 10.0, 0.1, 3.7):
    print(x, math.sqrt(x), math.floor(x), math.ceil(x), math.trunc(x), math.fabs(-x), math.degrees(x), math.radians(x), math.isqrt(int(x)))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(7), math.ceil(10**20), math.floor(1e20))
print(math.factorial(0), math.factorial(20), math.factorial(25), math.gcd(12, 18), math.gcd(), math.gcd(-4, 6), math.lcm(4, 6), math.gcd(10**20, 10**15), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.comb(3, 5))
print(math.hypot(3, 4), math.hypot(1, 2, 2), math.hypot(), math.dist((0, 0), (3, 4)), math.copysign(3, -0.0), math.fmod(-7, 3), math.fmod(7.5, -2), math.modf(3.25), math.modf(-3.25), math.frexp(10.0), math.ldexp(0.625, 4), math.remainder(7, 4))
print(math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.05, rel_tol=0.1), math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.prod([0.5, 4]), math.prod([]))
print(math.pow(2, 10), math.pow(2, 0.5), math.exp(0), math.log(1), math.log(8, 2), math.log2(8), math.log10(1000), math.log10(10**30), math.log2(2**100), math.log(10**400) > 900, math.log1p(0), math.expm1(0), math.cbrt(27.0))
print(math.sin(0), math.cos(0), math.tan(0), math.asin(0), math.acos(1), math.atan(0), math.atan2(0, 1), math.sinh(0), math.cosh(0), math.tanh(0), math.isqrt(10**30), math.ulp(1.0), math.nextafter(1.0, 2.0), math.gamma(5), math.lgamma(1), math.erf(0), math.erfc(0))
for label, f in (("sqrt", lambda: math.sqrt(-1)), ("log", lambda: math.log(0)), ("log neg", lambda: math.log(-1)), ("log big neg", lambda: math.log(-10**400)), ("acos", lambda: math.acos(2)), ("fact", lambda: math.factorial(-1)), ("fact float", lambda: math.factorial(2.5)), ("exp", lambda: math.exp(1000)), ("pow", lambda: math.pow(0, -1)), ("pow2", lambda: math.pow(10, 400)), ("pow3", lambda: math.pow(-8, 1 / 3)), ("fmod", lambda: math.fmod(1, 0)), ("floor inf", lambda: math.floor(math.inf)), ("floor nan", lambda: math.floor(math.nan)), ("type", lambda: math.sqrt("x")), ("type complex", lambda: math.sin(1j)), ("none", lambda: math.cos(None)), ("args", lambda: math.sin()), ("args2", lambda: math.sin(1, 2)), ("isqrt", lambda: math.isqrt(-1)), ("gcd", lambda: math.gcd(1.5, 2)), ("comb", lambda: math.comb(-1, 2)), ("ldexp", lambda: math.ldexp(1.0, 5000)), ("sin inf", lambda: math.sin(math.inf)), ("sqrt big", lambda: math.sqrt(10**400)), ("cosh", lambda: math.cosh(1000)), ("atanh", lambda: math.atanh(1))):
    try:
        print(label, f())
    except (ValueError, OverflowError, TypeError) as problem:
        print(label, type(problem).__name__, problem)
