"""Sums, differences and products around 2**31, 2**53, 2**63 and 2**64."""


def main():
    for power in (31, 32, 53, 62, 63, 64, 127):
        edge = 1 << power
        for value in (edge - 1, edge, edge + 1, -edge - 1, -edge, -edge + 1):
            print(power, value, value + 1, value - 1, value * 2, value * value, -value, abs(value), ~value)


main()
top = 9223372036854775807
low = -9223372036854775808
print(top + 1, low - 1, low + top, top - low, low - top)
print(-low, abs(low), low // -1, low % -1, divmod(low, -1))
print(top * top, low * low, top * low, low * -1)
print(top + 1 - 1 == top, low - 1 + 1 == low, type(top + 1 - 1))
print(3037000499 ** 2, 3037000500 ** 2, 3037000500 * 3037000500)
print(4294967296 * 4294967296, 4294967295 * 4294967297)
x = top
x += 1
x -= 1
x *= 2
x //= 2
print(x, x == top)
