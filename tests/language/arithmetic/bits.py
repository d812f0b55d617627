"""Bitwise operators and shifts."""
for a in (0, 1, -1, 5, -6, 255, -256, 2**31, 2**62, -2**63):
    print(a, ~a, a & 255, a | 255, a ^ 255, a >> 1, a >> 3, a >> 64, a << 1, a << 2)
print(1 << 62, 1 << 63, 1 << 64, -1 << 63, -1 << 64, 3 << 62)
print(6 & 3, 6 | 3, 6 ^ 3, -6 & 3, -6 | 3, -6 ^ 3, 6 & -3)
print(True & True, True | False, True ^ True, True & 1, True << 3, ~True, True & False)
print(type(True & True).__name__, type(True & 1).__name__, type(~False).__name__)
print(1 << 0, 0 << 100, 0 >> 100, -1 >> 100, 5 >> 0)
for shift in (-1, -100):
    try:
        print(1 << shift)
    except ValueError as problem:
        print(problem)
    try:
        print(1 >> shift)
    except ValueError as problem:
        print(problem)
x = 0b1011
x <<= 3
x |= 1
x &= ~2
x ^= 0xFF
x >>= 1
print(x)
print(0x_ff, 0o17, 0b1010, 1_000_000, 0xDEAD_BEEF)
