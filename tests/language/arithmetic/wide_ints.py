# Ints of two and three words: random numbers, hashes, products that are reduced at once.

M64 = (1 << 64) - 1


def lcg(n):
    s = 1
    for _ in range(n):
        s = (s * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return s


def xorshift(n):
    x = 88172645463325252
    for _ in range(n):
        x ^= (x << 13) & M64
        x ^= x >> 7
        x ^= (x << 17) & M64
    return x


def fnv(data):
    h = 0xcbf29ce484222325
    for b in data:
        h = ((h ^ b) * 0x100000001b3) & M64
    return h


def fnv_modulo(data):
    h = 0xcbf29ce484222325
    for b in data:
        h ^= b
        h = h * 0x100000001b3 % 2**64
    return h


def splitmix(n):
    state, total = 0, 0
    for _ in range(n):
        state = (state + 0x9e3779b97f4a7c15) & M64
        z = state
        z = ((z ^ (z >> 30)) * 0xbf58476d1ce4e5b9) & M64
        z = ((z ^ (z >> 27)) * 0x94d049bb133111eb) & M64
        total ^= z ^ (z >> 31)
    return total


def reduced(n):
    s, m = 123456789, 2305843009213693951
    for _ in range(n):
        s = s * s % m
    return s


def every_sign(numbers):
    seen = []
    for a in numbers:
        for b in numbers:
            row = [(a * b + 3) & M64, (a * b - a) & -1, (a * b) % (b or 1), (a * b - 7) % -5, ((a ^ b) * 3) % 1000]
            row += [(a << 3) & M64, (a << 64) % 977, ((a | b) << 1) & 255, (a - b * 2) % 11, (a * b) // (b or 1) - a]
            row += [a + b, a - b, a * b, a & b, a | b, a ^ b, a >> 5, ~a, -a, a == b, a < b]
            if b:
                row += [a // b, a % b, divmod(a, b)]
            seen.append(hash(tuple(row)))
    return seen[:3], hash(tuple(seen)), len(seen)


class Odd(int):
    def __mul__(self, other):
        return 'odd'

    def __rmod__(self, other):
        return ('rmod', other)

    def __and__(self, other):
        return ('and', other)


def of_others(a, b, m):
    for attempt in (lambda: a * b % m, lambda: a * b & m, lambda: (a << b) & m, lambda: (a * b + a) % m):
        try:
            print(repr(attempt()), end=' ')
        except Exception as error:
            print(type(error).__name__, error, end=' ')
    print()


def order(n):
    seen = []

    def note(value):
        seen.append(value)
        return value

    for _ in range(n):
        seen.clear()
        note(1 << 62) * note(3) % note(1000)
        try:
            note(1 << 62) * note(5) % note(0)
        except ZeroDivisionError as error:
            seen.append(str(error))
    return seen


print(lcg(1000), xorshift(1000), splitmix(500), reduced(1000))
print(fnv(bytes(range(256))), fnv_modulo(bytes(range(256))))
edges = [0, 1, -1, 5, -7, 2**31, 2**62, 2**63 - 1, 2**63, -2**63, -2**63 - 1, M64, -M64, 2**64, 2**95 + 12345,
         2**126, 2**127 - 1, 2**127, -2**127, -2**127 - 1, 2**128 - 1, 2**128, -2**128, 3**100, -3**150]
print(every_sign(edges))
of_others(2, 3, 4)
of_others(2.5, 3, 2)
of_others('ab', 3, 'x')
of_others('%d', 1, 5)
of_others(Odd(7), 3, 5)
of_others(7, 3, Odd(5))
of_others(1 << 70, -1, 3)
of_others(1 << 70, 0, 0)
of_others(True, 3, True)
of_others([1], 2, 3)
of_others(None, 2, 3)
print(order(50))
