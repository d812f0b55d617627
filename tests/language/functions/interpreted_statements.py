# Functions with statements that are not compiled: the interpreter runs them in the middle.
import struct


def pack(n, out):
    if n == 0:
        return 0
    out.append(struct.pack("<hh", n & 255, n % 7))
    s = 0
    for k in range(n % 5):
        s += k * n
        s ^= k
        s -= n // 3
        s += k % 3
        s *= 2
        s &= 0xFFFF
        s |= 1
        s += n
        s -= k
        s ^= 3
        s += 5
    return s + pack(n - 1, out)


out = []
print(sum(pack(40, out) for _ in range(60)), len(out), out[-3:])


def raises(n):
    a = n * 2
    b = a + 1
    c = b * a
    d = c - b
    e = d % 1000
    f = e + a
    g = f * 3
    h = g % 17
    text = "%d" % (n if n % 50 else "x")
    return h + len(text) + (raises(n - 1) if n % 4 else 0)


bad = total = 0
for n in range(1500):
    try:
        total += raises(n)
    except TypeError as error:
        bad += 1
        last = str(error)
print(total, bad, last)


def keywords(**given):
    return sum(given.values())


def deep(n, a, b):
    if n < 0:
        return a
    c = a + b
    d = c * 2
    e = d - a
    f = e % 97
    g = f + b
    h = g * g
    i = h % 89
    j = i + a
    k = j - b
    l = k % 83
    m = keywords(a=l, b=n)
    return (deep(n - 1, m % 50, b) + deep(n - 3, l, m)) % 100003


print([deep(12, 1, i) for i in range(12)])
