"""Small functions called from hot loops."""


def add(a, b):
    return a + b


def clamp(x, low=0, high=10):
    if x < low:
        return low
    if x > high:
        return high
    return x


def step(x, *, by=1):
    return x + by


def nothing(x):
    pass


def swap(a, b):
    return b, a


def spread(*args, **kwargs):
    return len(args) + len(kwargs)


def search(items, wanted):
    for i in range(len(items)):
        if items[i] == wanted:
            return i
    return -1


def norm(v):
    return (v[0] * v[0] + v[1] * v[1]) ** 0.5


def maybe(x):
    if x % 100 == 99:
        return None
    return x


def fails(x):
    if x == 1500:
        raise ValueError(x)
    return 1


def run(n):
    total = 0
    for i in range(n):
        total = add(total, i)
        total += clamp(i - 5) + clamp(i, high=3) + clamp(low=1, x=0)
        total += step(i) - step(i, by=2)
        if nothing(i) is not None:
            total = -1
        a, b = swap(i, total)
        total = a
        total += spread(i, i, key=i)
    return total


def mixed(n):
    total = 0
    for i in range(n):
        total = add(total, i if i < 1000 else i * 0.5)
    return total, add("a", "b"), add([1], [2])


def with_none(n):
    count = 0
    total = 0
    for i in range(n):
        x = maybe(i)
        if x is None:
            count += 1
        else:
            total += x
    return count, total


def failing(n):
    done = 0
    try:
        for i in range(n):
            done += fails(i)
    except ValueError as problem:
        return done, problem.args
    return done


def finding(n):
    items = list(range(0, 60, 3))
    found = 0
    for i in range(n):
        if search(items, i % 60) >= 0:
            found += 1
    return found


def norms(n):
    total = 0.0
    for i in range(n):
        total += norm((i, i + 1)) + norm([0.5, i])
    return total


def three_deep(n):
    def a(x):
        return b(x) + 1

    def b(x):
        return c(x) * 2

    def c(x):
        return x - 3 if x != 1777 else "x" * 0 or 0.5

    total = 0
    for i in range(n):
        total += a(i)
    return total


def too_few(n):
    f = add
    for i in range(n):
        if i == 1200:
            f = clamp
        f(i, i)
        if i == 1400:
            f = norm
    return "never"


print(run(2000), mixed(2000), with_none(3000), failing(2000), failing(1000), finding(500), norms(1000), three_deep(3000))
try:
    too_few(2000)
except TypeError as problem:
    print(problem)
