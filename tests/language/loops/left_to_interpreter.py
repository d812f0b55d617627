# Statements that only the interpreter runs, raises, nested functions and exits inside inlined calls.


def rare(n):
    d = {}
    t = 0
    for i in range(n):
        t += i
        if i % 50 == 0:
            d[i] = f"{i:>6}"
        if i % 70 == 3 and i in d:
            del d[i]
    return t, len(d), d[50]

def helper(x):
    if x % 97 == 5:
        y = x * 2
        return y + 1
    return x

def inlined(n):
    s = 0
    for i in range(n):
        s += helper(i)
        try:
            if i % 41 == 0:
                raise KeyError(i)
            s += 1
        except KeyError as e:
            s -= e.args[0]
    return s

def defs(n):
    s = 0
    for i in range(n):
        f = lambda x: x + i
        s += f(1)
    return s

def mutual(n):
    def even(k):
        return True if k == 0 else odd(k - 1)
    def odd(k):
        return False if k == 0 else even(k - 1)
    return [even(i) for i in range(n)].count(True)

def deep(n):
    def outer(x):
        def inner(y):
            if y % 31 == 7:
                return inner2(y)
            return y
        return inner(x)
    def inner2(z):
        return z * 3 if z % 2 else z
    s = 0
    for i in range(n):
        s += outer(i)
    return s

def fails(n):
    s = 0
    for i in range(n):
        s += helper(i) // (1500 - i)
    return s

def quick(a):
    def sort(lo, hi):
        if lo >= hi:
            return 0
        p = a[(lo + hi) // 2]
        i, j = lo, hi
        c = 0
        while i <= j:
            while a[i] < p:
                i += 1
                c += 1
            while a[j] > p:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        return c + sort(lo, j) + sort(i, hi)
    return sort(0, len(a) - 1)
x = 12345
data = []
for _ in range(3000):
    x = (x * 1103515245 + 12345) % 2147483648
    data.append(x % 10000)
print(quick(data), data[:5], data[-3:])
for f in (rare, inlined, defs, mutual, deep, fails):
    for n in (60, 400, 3000) if f is not mutual else (20, 90):
        try:
            print(f.__name__, n, f(n))
        except Exception as e:
            print(f.__name__, n, type(e), e)
print(fails(2000))
