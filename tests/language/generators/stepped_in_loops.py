# next() of generators and iterators in hot loops: what they hold, how they end, who else has them.
import itertools
from types import SimpleNamespace


def lcg(seed):
    x = seed
    while True:
        x = (x * 1103515245 + 12345) % 2**31
        yield x / 2**31


def evens():
    n = 0
    while True:
        yield n
        n += 2


def counted(n):
    for i in range(n):
        yield i * i


def over(items):
    for item in items:
        yield item + 1


def paired(items):
    for i, item in enumerate(items):
        yield i * item


def inner(rows):
    while True:
        for row in rows:
            for item in row:
                yield item


def inner_pairs(rows):
    while True:
        for i, row in enumerate(rows):
            yield i, row[0]


def filtered(n):
    for i in range(n):
        if i % 3 == 1:
            yield i


def two(n):
    a = 0
    while True:
        yield a
        a += n
        yield -a


def told():
    total = 0
    while True:
        got = yield total
        total += 1 if got is None else got


def noisy(log):
    n = 0
    while True:
        n += 1
        log.append(n)
        yield n


def guarded(log):
    n = 0
    try:
        while True:
            n += 1
            yield n
    finally:
        log.append(("closed", n))


def objects(n):
    kept = []
    while True:
        kept = kept + [n]
        if len(kept) > 5:
            kept = []
        yield kept


def closure(step):
    total = 0

    def more():
        nonlocal total
        total += step
        return total

    while True:
        yield more()


def reads(step):
    def make():
        at = 0
        while True:
            at += step
            yield at

    return make()


def mixes():
    x = 0
    while True:
        x += 1
        yield x if x % 50 else float(x)


def large():
    x = 2**61
    while True:
        x += 2**58
        yield x


def raises(n):
    for i in range(n):
        yield 10 // (n - 1 - i)


def delegates(n):
    yield from counted(n)


TOTAL = """
def total(g, n):
    s = 0
    for i in range(n):
        s += next(g)
    return s
"""


def total(g, n):
    """Each call has a function of its own, so that each sees one kind of iterator."""
    names = {}
    exec(TOTAL, names)
    return names["total"](g, n)


PULLED = """
def pulled(g, n):
    out = []
    for i in range(n):
        item = next(g)
        if i % 7 == 0:
            out.append(item)
    return out[:8], out[-3:]
"""


def pulled(g, n):
    names = {}
    exec(PULLED, names)
    return names["pulled"](g, n)


def until(g, limit):
    n = 0
    while True:
        try:
            x = next(g)
        except StopIteration:
            return "end", n
        if x > limit:
            return x, n
        n += 1


def defaulted(g, n):
    s = 0
    for _ in range(n):
        s += next(g, -1)
    return s


def alternating(g, h, n):
    s = 0
    for i in range(n):
        s += next(g) - next(h)
        if i % 100 == 99:
            g, h = h, g
    return s


def same(g, n):
    s = 0
    for i in range(n):
        s = s * 3 + next(g) - next(g)
        s %= 1000003
    return s


def held(box, n):
    s = 0
    for _ in range(n):
        s += next(box.source)
        if s > 10**6:
            s -= 10**6
            box.source = evens()
    return s


def sent(g, n):
    next(g)
    s = 0
    for i in range(n):
        s += g.send(i % 3)
        s -= next(g)
    return s


for _ in range(3):
    print(round(total(lcg(42), 600), 6), total(evens(), 500), total(counted(700), 600))
    print(total(over(list(range(500))), 400), total(over((1.5, 2) * 300), 500), total(paired([3] * 900), 500))
    print(total(inner([[1, 2, 3], (4, 5), [6]]), 500), pulled(inner_pairs([[1], [2.5], [7]]), 300))
    print(total(filtered(2000), 500), total(two(3), 401), total(told(), 300), sent(told(), 300))
    log = []
    print(total(noisy(log), 300), len(log), log[-1])
    log = []
    print(total(guarded(log), 300), log)
    print([len(x) for x in pulled(objects(7), 300)[0]], total(closure(3), 300), total(reads(5), 300))
    print(total(mixes(), 320), total(large(), 300))
    for g in (raises(250), counted(250), delegates(250), evens()):
        try:
            print(total(g, 300))
        except (ZeroDivisionError, StopIteration) as error:
            print(type(error).__name__, error)
        print(next(g, "over"))
    print(until(counted(300), 10**9), until(evens(), 555), defaulted(counted(200), 300))
    print(alternating(evens(), lcg(3), 420), same(evens(), 300), held(SimpleNamespace(source=evens()), 3000))
    it = iter(range(1000))
    print(total(it, 500), next(it), total(iter([1, 2.5] * 300), 500), total(itertools.count(5), 400))
    print(total(itertools.cycle([1, 2, 3]), 400), total(zip(range(9)).__iter__() and iter((4,) * 400), 400))
    for it in (iter([1] * 250), iter("abc"), itertools.islice(evens(), 250), map(abs, [-1] * 250)):
        try:
            print(total(it, 300))
        except (StopIteration, TypeError) as error:
            print(type(error).__name__, error)


shared = evens()


def nested(n):
    s = 0
    for i in range(n):
        s += next(shared)
        for j in range(3):
            s += next(shared) * j
    return s


def recursive():
    me = None

    def run():
        n = 0
        while True:
            n += 1
            if n == 260:
                try:
                    next(me)
                except ValueError as error:
                    yield str(error)
            yield n

    me = run()
    out = []
    for _ in range(300):
        out.append(next(me))
    return out[255:262]


print(nested(300), next(shared), recursive())
