"""Integers far beyond a machine word."""


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


f = factorial(50)
print(f)
print(factorial(100) // factorial(98), factorial(30) % 10**9 + 7)
print(fibonacci(300))
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, a - b, a * b, b // a, b % a, -b // a, -b % a, b // -a, b % -a)
print(a & b, a | b, a ^ b, ~a, a << 7, a >> 7, -a >> 7, -a >> 200, a >> 200)
print(-a & b, -a | b, -a ^ b, -a & -b)
print(a < b, a <= a, a == a + 0, a != b, -a > -b, a > 1e30, a < 1e29, a == float(a))
print(divmod(b, a), divmod(-b, 10**9), divmod(b, -(10**9)))
print(int("1" + "0" * 40), int("-" + "9" * 25), int("0x" + "f" * 20, 16), int("-0b" + "1" * 70, 2))
print(hex(a), oct(a), bin(a), hex(-a))
print(float(a), float(10**22), float(2**53 + 1), float(2**63), int(1e22), int(1e300) % 1000)
print(a.bit_length(), (2**64).bit_length(), (2**64 - 1).bit_length(), (-2**64).bit_length(), (0).bit_length())
print(str(2**200), len(str(3**1000)), (3**500) % 1000007)
print(bool(a), bool(a - a), a - a, type(a - a + 1), (a - a + 5) * 3)
print(abs(-a), -(-a) == a, +a == a, a * 0, a * -1, a * 1.0)
print(10**25 // 10**5, 10**25 / 10**5, 10**25 / 3, 1 / 10**25, (10**400) / (10**399))
print(sum([10**18] * 20), max(10**20, 10**19), min(-10**20, 5), sorted([10**20, 1, -10**20, 2**64]))
print(2**64 in [1, 2**64], {2**70: "x"}[2**70], hash(2**61 - 1), hash(2**61), hash(-(2**61)), hash(10**30))
