"""Defaults, keywords, * and **."""


def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, sorted(kwargs.items())


print(f(1, c=3), f(1, 5, c=3), f(1, 5, 6, 7, c=3, d=9, e=10, z=11), f(c=1, a=2), f(*[1, 2, 3], c=4), f(*(1,), **{"c": 5, "x": 6}), f(1, *"ab", c=0, **{}))


def positional(a, b, /, c, *, d):
    return a, b, c, d


print(positional(1, 2, 3, d=4), positional(1, 2, c=3, d=4))


def everything(*args, **kwargs):
    return args, kwargs


print(everything(), everything(1, 2), everything(a=1, b=2), everything(*[1], 2, *[3, 4], x=5, **{"y": 6}, z=7))


def grow(item, items=[]):
    items.append(item)
    return items


print(grow(1), grow(2), grow(3, []), grow(4))
default = 10


def late(x=default):
    return x


default = 20
print(late(), late(x=30), late(40))


def order(a, b=1, c=2):
    return a * 100 + b * 10 + c


print(order(1), order(1, 2), order(1, c=5), order(c=1, b=2, a=3), order(*[1, 2], **{"c": 9}))
calls = (
    lambda: order(), lambda: order(1, 2, 3, 4), lambda: order(1, a=2), lambda: order(1, x=2), lambda: f(1), lambda: f(c=1),
    lambda: positional(1, b=2, c=3, d=4), lambda: positional(1, 2, 3, 4), lambda: positional(1, 2, 3), lambda: order(b=2),
    lambda: everything(*5), lambda: everything(**5), lambda: everything(**{1: 2}), lambda: order(1, **{"b": 1, "c": 2, "d": 3}),
    lambda: order(1, 2, **{"b": 3}), lambda: late(1, 2), lambda: (lambda: 1)(5), lambda: (lambda a, b, c: 1)(), lambda: (lambda a, b: 1)(1),
    lambda: f(), lambda: (lambda *, a, b: 1)(), lambda: order(1, *[2, 3, 4]), lambda: len(), lambda: len(1, 2), lambda: abs("x"), lambda: everything(**{"a": 1}, a=2),
)
for call in calls:
    try:
        print(call())
    except TypeError as problem:
        print(problem)
print((lambda: 5)(), (lambda x, y=2: x * y)(3), (lambda *a, **k: (a, k))(1, b=2), (lambda a, /, *, b: a + b)(1, b=2))
print(order.__name__, (lambda: 1).__name__, everything.__doc__, order.__defaults__)
