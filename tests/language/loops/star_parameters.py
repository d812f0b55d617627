import logging
def h(a, *r, k=3, **kw):
    kw['z'] = a
    return a + len(r) + k + len(kw)
def s(*a): return sum(a)
def first(a, b=2, *rest): return (a, b, rest)
def opt(a, /, b, *, c=5): return a * b + c
def kw(**k): return len(k)
def f(n):
    t = 0
    for i in range(n):
        t += h(i) + h(i, 1, 2) + h(i, 1, k=4) + s() + s(i) + s(1, 2, i) + s(1.5, i)
        x = first(i)
        y = first(i, 3, 4, i)
        t += len(x) + y[2][1] + x[1] + opt(i, 2) + opt(i, b=3, c=i) + kw()
    return t
def g(n):
    t = 0
    for i in range(n):
        t += h(i, q=1) + kw(a=1, b=i)
        try:
            opt(i, 2, 3)
        except TypeError as e:
            t += len(str(e))
        try:
            s(1, x=2)
        except TypeError as e:
            t += len(str(e))
    return t
def deco(fn):
    def wrap(*args, **kwargs):
        return fn(*args, **kwargs) + 1
    return wrap
@deco
def inner(a, b=1): return a * b
def w(n):
    t = 0
    for i in range(n): t += inner(i) + inner(i, 2) + inner(i, b=3)
    return t
def keep(n):
    out = []
    def k(*a, **kw):
        out.append((a, kw))
        return a
    for i in range(n): k(i, [i])
    out[0][1]['x'] = 1
    return out[0], out[-1], len(out), out[1][1]
log = logging.getLogger('x')
def lg(n):
    for i in range(n): log.debug('no %s', i)
    return log.isEnabledFor(10)
print(f(3000), g(1000), w(2000), keep(500), lg(2000))
