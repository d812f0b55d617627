def inner(v, k):
    if k == 37: raise ValueError
    return v + 1
def f(n):
    t = 0
    for i in range(n):
        z = i * 2
        try:
            x = inner(i, i % 50)
        except ValueError:
            t += z
        else:
            t += x
    return t
def deep(n, k):
    if n == 0:
        if k % 97 == 3: raise KeyError(k)
        return k
    z = n * k
    try:
        x = deep(n - 1, k)
    except KeyError as e:
        if n > 3: return z
        raise
    return x + n
def g(n):
    t = 0
    for i in range(n):
        try:
            t += deep(6, i)
        except KeyError as e:
            t -= 1
    return t
def gen(n):
    last = 0
    def keep(x):
        nonlocal last
        last = x
        return last
    def show(): return last
    for i in range(n):
        last = yield show() + i
        keep(last or i)
def h(n):
    k = gen(n); t = next(k)
    for i in range(n - 1):
        t += k.send(i)
    return t
print(f(5000), g(5000), h(3000))
