"""Sums of many floats, in order."""
import math


def harmonic(n):
    total = 0.0
    for k in range(1, n + 1):
        total += 1 / k
    return total


def leibniz(n):
    total = 0.0
    sign = 1.0
    for k in range(n):
        total += sign / (2 * k + 1)
        sign = -sign
    return 4 * total


def newton(value):
    guess = value
    while abs(guess * guess - value) > 1e-12:
        guess = (guess + value / guess) / 2
    return guess


print(harmonic(1000), harmonic(5000), leibniz(1000), leibniz(4999))
print(newton(2), newton(3.0), newton(10), math.sqrt(2))
x = 0.5
for i in range(200):
    x = 3.9 * x * (1 - x)
print(x)
total = 0.0
for i in range(1000):
    total += math.sin(i) * math.cos(i / 3) / (1 + i % 7)
print(total)
print(math.fsum([0.1] * 10), sum([0.1] * 10), 0.1 + 0.2 + 0.3, 0.1 + (0.2 + 0.3))
print(1e16 + 1.0 + 1.0, 1e16 + 2.0, 4.35 * 100, 1.1 * 1.1, 3 * 1.1, 0.1 * 0.1 * 0.1, 2.0 ** 0.5 * 2.0 ** 0.5)
print(5.0 % 3, -5.0 % 3, 5.5 // 2, -5.5 // 2, 1e20 % 7, 1e20 // 7, 0.3 % 0.1, 0.3 // 0.1, 1 % 0.1)
