# Captured variables, read and written by compiled loops and by the functions they call.


def make_counter():
    count = 0
    total = 0.0
    def bump(x):
        nonlocal count, total
        count += 1
        total += x
        return count
    def get():
        return count, total
    return bump, get


def use(n):
    bump, get = make_counter()
    s = 0
    for i in range(n):
        s += bump(i * 0.5)
    return s, get()


def outer(n):
    k = 3
    acc = 0
    def f(x):
        return x * k
    for i in range(n):
        acc += f(i)
        if i == n // 2:
            k = 5
    return acc, k


def local_cell(n):
    def g(x):
        y = x + 1
        def h():
            return y * 2
        return h
    s = 0
    for i in range(n):
        s += g(i)()
    return s


def rec(n):
    def fib(k):
        return k if k < 2 else fib(k - 1) + fib(k - 2)
    return fib(n)


for function in (use, outer, local_cell):
    for count in (5, 40, 400, 3000):
        print(function.__name__, count, function(count))
print(rec(15))
