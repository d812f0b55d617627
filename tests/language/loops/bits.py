"""Integer loops with shifts and masks."""


def xorshift(n):
    x = 88172645463325252
    for _ in range(n):
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
    return x


def xorshift32(n):
    x = 2463534242
    for _ in range(n):
        x ^= (x << 13) & 0xFFFFFFFF
        x ^= x >> 17
        x ^= (x << 5) & 0xFFFFFFFF
    return x


def popcount(n):
    total = 0
    for i in range(n):
        x = i
        while x:
            x &= x - 1
            total += 1
    return total


def fnv(n):
    h = 2166136261
    for i in range(n):
        h = ((h ^ (i & 255)) * 16777619) & 0xFFFFFFFF
    return h


def negative_shift(n):
    total = 0
    for i in range(-n, n):
        total += (i >> 3) ^ (i << 2) ^ ~i
    return total


def shift_error(n):
    total = 0
    try:
        for i in range(n):
            total += 1 << (1000 - i) % 50 if i < 1000 else 1 << (1000 - i)
    except ValueError as problem:
        return total, i, str(problem)


def wide_shift(n):
    total = 0
    for i in range(n):
        total ^= 1 << (i % 70)
        total ^= total >> (i % 90)
    return total


def isqrt(n):
    total = 0
    for value in range(n):
        x = value
        y = (x + 1) // 2
        while y < x:
            x = y
            y = (x + value // x) // 2
        total += x
    return total


def gcds(n):
    total = 0
    for i in range(1, n):
        a, b = i * 37, n * 3
        while b:
            a, b = b, a % b
        total += a
    return total


def modpow(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


print(xorshift(2000), xorshift32(5000), popcount(3000), fnv(5000), negative_shift(3000), shift_error(2000), wide_shift(2000), isqrt(2000), gcds(2000))
print([modpow(3, 10**k, 1000003) for k in range(8)], modpow(2, 10**30, 10**9 + 7), modpow(7, 12345, 2**61 - 1))
print(True & 1, [bool(i & 1) & True for i in range(4)], sum(i ^ 5 | 3 for i in range(1000)))
