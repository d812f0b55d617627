"""cmath."""
import cmath
import math

print(cmath.pi, cmath.e, cmath.sqrt(-1), cmath.sqrt(4), cmath.sqrt(3 + 4j), cmath.sqrt(-4 - 0j), cmath.phase(-1), cmath.phase(1j), cmath.phase(0), cmath.polar(1j), cmath.rect(1, 0))
print(cmath.isnan(complex("nan")), cmath.isinf(complex("infj")), cmath.isfinite(1j), cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.inf, cmath.nanj, cmath.infj)
for z in (1 + 2j, -0.5 + 0.25j, 3j, -2 + 0j):
    for f in (cmath.exp, cmath.log, cmath.sin, cmath.cos, cmath.tan, cmath.sqrt, cmath.sinh, cmath.cosh, cmath.tanh, cmath.asin, cmath.acos, cmath.atan, cmath.log10):
        w = f(z)
        print(f"{w.real:.11f} {w.imag:.11f}".replace("-0.00000000000", "0.00000000000"), end="; ")
    print()
print(f"{abs(cmath.exp(1j * math.pi) + 1):.10f}", f"{cmath.rect(2, math.pi / 2).imag:.10f}", f"{cmath.polar(3 + 4j)[0]} {cmath.polar(3 + 4j)[1]:.12f}")
for f in (lambda: cmath.log(0), lambda: cmath.sqrt("x"), lambda: cmath.exp(1000), lambda: cmath.phase(None)):
    try:
        print(f())
    except (ValueError, OverflowError, TypeError) as problem:
        print(type(problem).__name__, problem)
