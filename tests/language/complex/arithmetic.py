"""Operators on complex numbers."""
a = 1 + 2j
b = -3.5 + 0.25j
print(a + b, a - b, a * b, a / b, -a, +a, a ** 2, a ** b, a ** 0.5, a ** -1, a ** 0, 0j ** 0)
print(a + 1, 1 + a, a - 1, 1 - a, a * 2, 2 * a, a / 2, 2 / a, a + 1.5, 1.5 * a, a * True, 2 ** a, 1.5 ** a)
print(a == 1 + 2j, a != b, a == 1, 1 + 0j == 1, 1.5 + 0j == 1.5, 1j == 1, a in [1 + 2j], hash(3 + 0j) == hash(3))
print(abs(3 + 4j), abs(a), abs(-1j), abs(1e200 + 1e200j), abs(3e-200 + 4e-200j), a.real, a.imag, a.conjugate())
print(complex(1, 2), complex(1.5), complex(), complex("1+2j"), complex("-3j"), complex(" 2.5 "), complex("inf+nanj"), complex(1 + 2j, 3), complex(0, 1j))
print(1j * 1j, 1j ** 2, 1j ** 3, 1j ** 4, (1 + 1j) ** 8, (2 + 3j) ** 3, (1 + 2j) ** 10, (1 + 2j) ** -2, (1 + 2j) ** 2.5)
print((1 + 2j) * (3 + 4j) / (5 - 6j), (1e308 + 0j) * 10, 1 / (0.1 + 0.2j), (1 + 2j) / (1 + 2j), 1 / 1j, 5 / (3 + 4j))
x = 0j
x += 1
x *= 2j
x -= 0.5
x /= 4
x **= 2
print(x)
for function in (lambda: 1j / 0, lambda: 1j / 0j, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: complex("1+"), lambda: complex("1", 2), lambda: complex([])):
    try:
        print(function())
    except (ZeroDivisionError, ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
print(bool(0j), bool(0 + 1e-300j), type(1j).__name__, isinstance(1j, complex))
print(sum([1 + 1j, 2, 3.5]), [1j] * 3, {1j: 2}[1j], (1j,), str(1j), repr(-1j))
