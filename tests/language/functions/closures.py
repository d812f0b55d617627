"""Closures, nonlocal, global."""


def counter():
    count = 0

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = 0

    return increment, reset


inc, reset = counter()
other, _ = counter()
print(inc(), inc(), inc(5), other(), inc())
reset()
print(inc(), other())


def adders():
    return [lambda x: x + i for i in range(3)], [lambda x, i=i: x + i for i in range(3)]


late, early = adders()
print([f(10) for f in late], [f(10) for f in early])
functions = []
for n in range(3):
    functions.append(lambda: n)
print([f() for f in functions])


def deep():
    a = 1

    def middle():
        b = 2

        def inner():
            nonlocal a, b
            a += 10
            b += 20
            return a, b

        print(inner(), a, b)
        return inner

    f = middle()
    print(f(), a)


deep()
total = 0


def add(n):
    global total, fresh
    total += n
    fresh = n


add(5); add(7)
print(total, fresh)


def shadow():
    total = 100
    len = lambda x: "mine"
    return total, len([1])


print(shadow(), total, len([1]))


def compose(*functions):
    def run(x):
        for f in functions:
            x = f(x)
        return x
    return run


print(compose(lambda x: x + 1, lambda x: x * 2, str)(5))


def memo(f):
    known = {}

    def wrapped(n):
        if n not in known:
            known[n] = f(n)
        return known[n]
    return wrapped


def slow_fib(n):
    return n if n < 2 else slow_fib(n - 1) + slow_fib(n - 2)


slow_fib = memo(slow_fib)
print(slow_fib(80))


def before():
    def show():
        return value
    try:
        show()
    except NameError as problem:
        print(problem)
    value = 5
    print(show())
    del value
    try:
        show()
    except NameError as problem:
        print(problem)


before()


def parameter(x):
    def get():
        return x

    def set(value):
        nonlocal x
        x = value
    return get, set


get, set_ = parameter([1])
print(get()); set_("new"); print(get())


def loop_cell():
    result = []
    for i in range(3):
        def show():
            return i * 10
        result.append(show())
    return result, show()


print(loop_cell())
