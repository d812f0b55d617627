"""Conversions between very large numbers and text."""
n = 10**4000
print(len(str(n)), str(n)[:5], len(str(-n)))
try:
    print(len(str(10**4300)))
except ValueError as problem:
    print(problem)
try:
    int("1" * 4301)
except ValueError as problem:
    print(problem)
print(len(str(10**4299)), int("9" * 4300) % 97, len(hex(10**5000)), int("f" * 5000, 16) % 97, len(bin(1 << 20000)))
print((3**5000) % 1000003, (7**3000 // 7**2990), 2**5000 % 10**20, pow(3, 10**50, 10**9 + 7), (10**3000 + 1) * (10**3000 - 1) == 10**6000 - 1)
f = 1
for i in range(1, 1001):
    f *= i
print(f % (10**9 + 7), f.bit_length(), len(str(f)), f // 2**990 % 1000)
