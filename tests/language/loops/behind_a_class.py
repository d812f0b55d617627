class A:
    def __init__(self, x):
        self.x = x
    def f(self, y):
        return self.x + y
    def name(self): return 'A'
class B(A):
    def __init__(self, x, z):
        super().__init__(x)
        self.z = z
    def f(self, y):
        return super().f(y) * 2 + self.z
    def name(self): return 'B' + super().name()
class M:
    def f(self, y): return super().f(y) + 1
class C(M, B):
    def __init__(self, x):
        super().__init__(x, 7)
        self.k = x
class E(Exception):
    def __init__(self, m):
        super().__init__(m)
        self.m = m
class P:
    def __init__(self):
        super().__init__()
        self.v = 1
def run(n):
    b = B(1, 2); c = C(3); t = 0
    for i in range(n):
        t += b.f(i)
        t += c.f(i)
        q = B(i, 1)
        t += q.x + q.z
        r = C(i)
        t += r.x + r.z + r.k
        t += len(c.name())
        p = P()
        t += p.v
    return t
def errs(n):
    t = 0
    for i in range(n):
        try:
            raise E(i)
        except E as e:
            t += e.m
    return t
def patched(n):
    b = B(1, 2); t = 0
    for i in range(n):
        t += b.f(i)
        if i == n // 2:
            A.f = lambda self, y: -y
    return t
class S:
    def go(self, n):
        def inner(k):
            return super(S, self).__hash__() is not None
        t = 0
        for i in range(n): t += inner(i)
        return t
class Cell(A):
    def f(self, y):
        g = lambda: self
        return super().f(y) + (g() is self)
def cells(n):
    c = Cell(4); t = 0
    for i in range(n): t += c.f(i)
    return t
print(run(3000), errs(500), cells(2000), patched(2000), S().go(500))
