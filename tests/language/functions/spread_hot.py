# Functions with `*args` and `**kwargs` that are called in loops which become hot.

def first(a, *rest):
    return a + len(rest)


def summed(*numbers):
    got = 0
    for number in numbers:
        got += number
    return got


def named(a, b=2, *rest, scale=1, **others):
    return (a + b + len(rest)) * scale + len(others)


def kept(store, *args, **kwargs):
    store.append((args, kwargs))


class Log:
    def __init__(self, level):
        self.level = level
        self.lines = []

    def enabled(self, level):
        return level >= self.level

    def debug(self, message, *args, **kwargs):
        if self.enabled(10):
            self.write(message, args, **kwargs)

    def write(self, message, args, **kwargs):
        self.lines.append(message % args)


def quiet(log, n):
    for i in range(n):
        log.debug("message %d", i)
    return len(log.lines)


def loop(n):
    got = 0
    for i in range(n):
        got += first(i) + first(i, 1) + first(i, 1, 2.5, "x")
        got += summed(i, i + 1, 3)
        got += named(i) + named(i, 1, 2, 3) + named(i, b=7, scale=2)
    return got


print(loop(1500))
print(quiet(Log(20), 1000), quiet(Log(5), 300))

store = []
for i in range(200):
    kept(store, i, str(i))
print(len(store), store[7], store[-1], store[0][1] is not store[1][1])

for i in range(200):
    kept(store, i, key=i)
print(store[-1])


def grown(n):
    seen = []
    for i in range(n):
        def change(*args, **kwargs):
            kwargs["i"] = args
            return kwargs
        seen.append(change(i))
    return seen[3], seen[-1], len(seen)


print(grown(150))


# What is too much or missing raises as ever.
def wrong(n):
    texts = set()
    for i in range(n):
        try:
            if i % 3 == 0:
                first()
            elif i % 3 == 1:
                named(1, a=2)
            else:
                named()
        except TypeError as error:
            texts.add(str(error))
    return sorted(texts)


print(wrong(300))


# Functions that pass on what they were given.
def counted(function):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


@counted
def sums(a, b=10, *more, scale=1):
    return (a + b + sum(more)) * scale


def through(n):
    got = 0
    for i in range(n):
        got += sums(i) + sums(i, 2) + sums(i, 2, 3, 4)
        if i % 50 == 7:
            got += sums(i, scale=3) + sums(a=i, b=1)
    return got, sums.calls


print(through(600))


class Base:
    def __init__(self, *args, **kwargs):
        self.args = args
        self.kwargs = kwargs


class Derived(Base):
    def __init__(self, first, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.first = first


def objects(n):
    got = 0
    for i in range(n):
        made = Derived(i, 1, 2)
        got += made.first + len(made.args) + len(made.kwargs)
    return got, made.args, made.kwargs


print(objects(500), Derived(1, x=2).kwargs)


def spread(items, n):
    got = 0
    for i in range(n):
        pair = (i, i + 1)
        got += max(*pair) + first(*pair) + first(*items)
    return got


print(spread([1, 2, 3], 400), spread((4,), 400))
