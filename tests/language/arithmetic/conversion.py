"""int(), float(), round() and friends."""
print(int(3.9), int(-3.9), int("42"), int("  -42\n"), int("1_000"), int(True), int(), int("0x1f", 16), int("z", 36), int("0b11", 0))
print(int("101", 2), int("-77", 8), int("ff", 16), int(1e15), int(-0.0), int(2.0**70))
print(float("1.5"), float(" -2e3 "), float("inf"), float("-Infinity"), float("nan"), float("1_0.5"), float(3), float(True), float())
print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1234.5678, -2), round(5, -1), round(15, -1), round(25, -1))
print(round(1e20), round(2.5, 0), round(-0.4), round(-0.4, 0), round(1.005, 2), round(0.15, 1), round(7), round(10**20, -19), round(True))
print(round(1234567, -3), round(-1250, -2), round(1350, -2), round(3.14159, 3), round(1e300, 5), round(1e-300, 5))
print(type(round(2.0)).__name__, type(round(2.0, 1)).__name__, type(round(2, 1)).__name__)
for text in ("", "abc", "1.5", "1__0", "0x10", "_1", "1 2"):
    try:
        print(int(text))
    except ValueError as problem:
        print(problem)
for text in ("", "abc", "1.5.2", "1e", "--1", "0x1p3", "in f"):
    try:
        print(float(text))
    except ValueError as problem:
        print(problem)
for value in (float("inf"), float("-inf"), float("nan")):
    try:
        print(int(value))
    except (OverflowError, ValueError) as problem:
        print(type(problem).__name__, problem)
    try:
        print(round(value))
    except (OverflowError, ValueError) as problem:
        print(type(problem).__name__, problem)
for value in (None, [], 1j):
    try:
        print(int(value))
    except TypeError as problem:
        print(problem)
    try:
        print(float(value))
    except TypeError as problem:
        print(problem)
try:
    int("12", 1)
except ValueError as problem:
    print(problem)
try:
    int("9", 8)
except ValueError as problem:
    print(problem)
try:
    int(5, 10)
except TypeError as problem:
    print(problem)
print((5).bit_length(), (255).bit_count(), (7).conjugate(), (7).real, (7).imag, (7).numerator, (7).denominator)
print((2.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (10).as_integer_ratio(), (2.5).conjugate(), (2.5).real, (2.5).imag)
print((0.1).hex(), float.fromhex("0x1.8p1"), (1e300).hex(), (-0.0).hex())
