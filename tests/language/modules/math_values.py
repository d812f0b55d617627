"""Digits of the transcendental functions, rounded so that any good libm agrees."""
import math

for i in range(-8, 9):
    x = i * 0.37
    print(f"{x:.2f}", f"{math.sin(x):.13e} {math.cos(x):.13e} {math.tan(x):.13e} {math.exp(x):.13e} {math.atan(x):.13e} {math.sinh(x):.13e} {math.tanh(x):.13e}")
for i in range(1, 9):
    x = i * 0.9
    print(f"{math.log(x):.13e} {math.log10(x):.13e} {math.log2(x):.13e} {math.log1p(x):.13e} {x ** 0.7:.13e} {math.pow(x, -1.3):.13e} {math.asinh(x):.13e} {math.acosh(x + 1):.13e} {math.erf(x / 4):.13e} {math.gamma(x):.12e}")
for i in range(-4, 5):
    x = i * 0.24
    print(f"{math.asin(x):.13e} {math.acos(x):.13e} {math.atanh(x):.13e} {math.atan2(x, -0.5):.13e} {math.hypot(x, 1.5):.13e}")
