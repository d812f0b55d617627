import itertools
from itertools import product, permutations, combinations
def a(n):
    c = 0
    for i in range(n):
        for x, y in itertools.product([1, 2], (3, 4)):
            c += x * y + i
        for p in permutations([1, 2, 3], 2):
            c += p[0] - p[1]
        for x, y in combinations('abc', 2):
            c += ord(x) < ord(y)
        for x in itertools.chain([1, 2], (3,), range(3), 'x'):
            c += len(x) if isinstance(x, str) else x
        for k in itertools.count(i):
            if k > i + 3: break
            c += k
        for x in itertools.islice([1, 2, 3, 4], 1, 4, 2): c += x
        for x, y in itertools.zip_longest([1, 2], [3]):
            c += x + (y or 0)
        for x, y in itertools.pairwise([1, 5, 2]): c += y - x
        for x in itertools.combinations_with_replacement((1, 2), 2): c += sum(x)
    return c
def b(n):
    c = 0
    for x, y, z in product(range(n), repeat=3):
        if x * x + y * y == z * z: c += 1
    for x, y in product(range(n), range(n)): c += x ^ y
    for p in permutations(range(6)):
        if p[0] < p[1]: c += p[2]
    for x, y in combinations(range(n * 3), 2):
        if (x + y) % 7 == 0: c += 1
    for x in itertools.chain.from_iterable([[1, 2], [3]] * n): c += x
    for k in itertools.count(0.5, 0.25):
        if k > n: break
        c += k
    for x in itertools.cycle([1, 2, 3]):
        c += x
        if c % 1 > 2 or c > 9000: break
    for x in itertools.accumulate(range(n)): c += x
    for x, g in itertools.groupby([1, 1, 2] * n): c += x + len(list(g))
    return c
def muts():
    out = []
    d = {i: i for i in range(2000)}
    try:
        for k in itertools.chain(d, [1]):
            if k == 1500: d[-1] = 0
            out.append(k)
    except RuntimeError as e: print(e, len(out))
    l = [1] * 1000
    n = 0
    for x in itertools.islice(l, 5000):
        n += x
        if len(l) < 3000: l.append(2)
    print(n, len(l))
    it = itertools.count(2 ** 62, 2 ** 55)
    t = 0
    for x in it:
        t ^= x
        if x > 2 ** 64: break
    print(t, next(it))
    s = 0
    g = (i for i in range(3000))
    for x in itertools.islice(g, 100, 2900, 3): s += x
    print(s, next(g))
    class I:
        def __iter__(self): print('iter'); return iter([1, 2])
    for x in itertools.chain([0] * 500, I()): s += x
    print(s)
def same(n):
    c = 0
    for i in range(n):
        it = itertools.chain([1, 2], [3])
        c += next(it)
        for x in it: c += x
        c += sum(product([1, 2], [3]).__next__())
    return c
print(a(300), b(12), same(500)); muts()
