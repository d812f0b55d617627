# Whatever a loop goes over: enumerate, zip, reversed, dictionaries, text, sets.


def iters(n):
    a = list(range(n))
    s = 0
    for i, x in enumerate(a):
        s += i * x
    for x, y in zip(a, a[1:]):
        s += x * y
    for x in reversed(a):
        s = s * 3 % 1000003 + x
    d = {i: i * i for i in range(n)}
    for k in d:
        s += k
    for k, v in d.items():
        s += k ^ v
    for v in d.values():
        s += v
    t = 0
    for ch in "hello world" * n:
        if ch == "o":
            t += 1
    for q in {1, 2, 3}:
        t += q
    for i, (p, q) in enumerate(zip(a, a)):
        t += i * p - q
    return s, t


def inner_iters(n):
    a = [3, 1, 2]
    s = 0
    for r in range(n):
        for i, x in enumerate(a):
            s += i * x + r
        for dx, dy in ((0, 1), (1, 0), (-1, 0)):
            s += dx * r - dy
        for c in "abc":
            s += ord(c)
        for x, y in zip(a, (4, 5, 6)):
            s += x * y
    return s


def minmax(n):
    a = [(i * 37) % 101 for i in range(n)]
    s = 0
    for i in range(n):
        s += max(a) - min(a[:3]) + sum(a[:5]) + len(a[2:4])
        t = a[0], a[1]
        x, y = t
        s += x - y
        a[0], a[1] = a[1], a[0]
    return s


def noneloop(n):
    best = None
    for i in range(n):
        v = (i * 7919) % 1000
        if best is None or v > best:
            best = v
    last = None
    c = 0
    for i in range(n):
        if last is not None and last == i % 3:
            c += 1
        last = i % 3 if i % 5 else None
    return best, c, last


def cplx(n):
    z = 0.3 + 0.2j
    l = []
    for i in range(n):
        z = z ** 2 + 0.1
        l.append(z)
        if i % 7 == 0:
            l[-1] = z.conjugate()
    return l[-1], len(l), l[0]


for function in (iters, inner_iters, minmax, noneloop, cplx):
    for count in (5, 40, 400, 3000):
        print(function.__name__, count, function(count))
