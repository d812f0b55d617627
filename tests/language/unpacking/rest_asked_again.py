"""A variable that takes the rest: when iterators are asked, and how often."""
class G:
    def __iter__(s): s.n = 0; return s
    def __next__(s):
        s.n += 1
        if s.n > 4: raise StopIteration
        return s.n
class H:
    def __init__(s, n): s.n = n
    def __iter__(s):
        print('iter', end=' ')
        for i in range(s.n): yield i
def gen(n):
    for i in range(n):
        print('gives', i, end=' ')
        yield i
for i in range(3):
    x, *y = G(); print(x, y)
    *x, y = G(); print(x, y)
    x, *y, z = G(); print(x, y, z)
    a, b, *c = H(2); print(a, b, c)
    a, *b = gen(3); print(a, b)
    *a, = range(3); print(a)
    (a, *b), c = [H(3), 1]; print(a, b, c)
    for f in (lambda: H(1), lambda: gen(1), lambda: 5, lambda: 'a', lambda: [1], lambda: {}, lambda: {1: 2, 3: 4, 5: 6}):
        try: a, b, *c, d = f(); print(a, b, c, d)
        except Exception as e: print(e)
    for p, *q in [(1, 2, 3), 'ab', [4]]: print(p, q)
