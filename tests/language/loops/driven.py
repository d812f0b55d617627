# Loops over generators: the generator runs inside of the loop, and whatever leaves the loop finds it as it stands.


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(source):
    for v in source:
        yield v * v


def keep(source, wanted):
    for v in source:
        if v % 3 != wanted:
            yield v


def pairs(n):
    for i in range(n):
        for j in range(i):
            yield i, j


def several(n):
    yield -1
    for i in range(n):
        yield i
        if i % 7 == 0:
            yield i * 100
    yield -2
    return 99


def plain(n):
    total = 0
    for v in count(n):
        total += v
    return total


def chain(n):
    total = 0
    for v in keep(squares(count(n)), 0):
        total += v & 1023
    return total


def unpacked(n):
    total = 0
    for i, j in pairs(n):
        total += i * j
    return total


def broken(n, at):
    total = 0
    for v in squares(count(n)):
        if v > at:
            break
        if v % 2:
            continue
        total += v
    else:
        total = -total
    return total, v


def returned(n, at):
    for v in squares(count(n)):
        if v == at:
            return "found", v
    return "none"


print(plain(10), plain(3000), plain(0))
print(chain(3000))
print(unpacked(80))
print(broken(3000, 1000000), broken(3000, 10**9), broken(5, 1))
print(returned(3000, 2500 * 2500), returned(3000, 7))


def many(n):
    seen = 0
    for v in several(n):
        seen = (seen * 31 + v) % 1000003
    return seen


print(many(10), many(3000))


def inner(n):
    total = 0
    for i in range(n):
        for v in squares(count(i % 5)):
            total += v + i
        for v in several(2):
            total ^= v
    return total


print(inner(10), inner(2000))


# What a generator cannot do natively happens in the interpreter, and the generator goes on from there.
def growing(n):
    x = 1
    for i in range(n):
        x *= 3
        yield x


def grown(n):
    total = 0
    for v in growing(n):
        total += v % 1000
    return total


print(grown(30), grown(300))


def changing(n):
    x = 0
    for i in range(n):
        if i == n - 100:
            x = 0.5
        if i == n - 50:
            x = "text"
        if i == n - 20:
            x = None
        yield x
        if not isinstance(x, str) and x is not None:
            x += 1


def changed(n):
    kinds = {}
    for v in changing(n):
        name = type(v).__name__
        kinds[name] = kinds.get(name, 0) + 1
    return kinds


print(changed(200), changed(2000))


# Exceptions come out of the loop with the generator's frame, or go into it no more.
def failing(n):
    for i in range(n + 1):
        yield 100 // (n - i)


def failed(n):
    total = 0
    try:
        for v in failing(n):
            total += v
    except ZeroDivisionError as error:
        places = []
        trace = error.__traceback__
        while trace:
            places.append((trace.tb_frame.f_code.co_name, trace.tb_lineno))
            trace = trace.tb_next
        return total, places
    return total


print(failed(3), failed(3000))


def stopping(n):
    for i in range(n):
        if i == n - 1:
            raise StopIteration("no")
        yield i


def stopped(n):
    total = 0
    try:
        for v in stopping(n):
            total += v
    except RuntimeError as error:
        return total, str(error), repr(error.__cause__)


print(stopped(3), stopped(3000))


def raising(n):
    generator = squares(count(n))
    total = 0
    try:
        for v in generator:
            if v == (n - 5) ** 2:
                raise KeyError(v)
            total += v
    except KeyError:
        pass
    return total, next(generator), sum(generator)


print(raising(10), raising(3000))


# Others may have the generator too.
def shared(n):
    generator = count(n)
    total = 0
    for v in generator:
        total += v
        if v % 10 == 3:
            total += next(generator) * 1000
    return total, list(generator)


print(shared(20), shared(3000))


def listed(n):
    generators = [count(n), squares(count(n))]
    total = 0
    for i in range(2):
        for v in generators[i]:
            total += v
    return total, [next(generator, "end") for generator in generators]


print(listed(20), listed(3000))


def restarted(n):
    generator = count(n)
    turns = []
    for part in range(6):
        total = 0
        for v in generator:
            total += v
            if v % (n // 4) == n // 4 - 1:
                break
        turns.append(total)
    return turns


print(restarted(20), restarted(4000))


# What a generator changes is changed when its item is there, and not before.
def noting(n, notes):
    for i in range(n):
        notes.append(i)
        yield i
        notes[-1] = -notes[-1]


def noted(n):
    notes = []
    seen = []
    for v in noting(n, notes):
        seen.append((len(notes), notes[-1]))
        if v == n - 3:
            break
    return seen[-2:], notes[-3:]


print(noted(10), noted(3000))


def captured(n):
    step = 1

    def steps():
        at = 0
        while at < n:
            yield at
            at += step

    total = 0
    for v in steps():
        total += v
        if v > n // 2:
            step = 3
    return total


print(captured(10), captured(3000))


def answered(n):
    got = []
    for i in range(n):
        answer = yield i
        if answer is not None:
            got.append(answer)
    yield got


def asked(n):
    last = None
    for v in answered(n):
        last = v
    return last


print(asked(10), asked(3000))


def cleaning(n, notes):
    try:
        for i in range(n):
            yield i
    finally:
        notes.append("clean")


def cleaned(n):
    notes = []
    total = 0
    for v in cleaning(n, notes):
        total += v
        if v == n - 2:
            break
    return total, notes


print(cleaned(10), cleaned(3000))


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


def points(n):
    for i in range(n):
        yield Point(i, 0.5 * i)


def moved(n):
    at = Point(0, 0.0)
    for point in points(n):
        at = at + point
    return at.x, at.y


print(moved(10), moved(3000))


def helper(v):
    return v * 2 + 1


def calling(n):
    for i in range(n):
        yield helper(i) + helper(-i)


def called(n):
    total = 0
    for v in calling(n):
        total += helper(v)
    return total


print(called(10), called(3000))

total = 0
for v in keep(squares(count(3000)), 1):
    total += v
print(total)


def delegating(n):
    yield from range(n)
    yield from count(n)
    for v in squares(count(3)):
        yield v


def delegated(n):
    total = 0
    for v in delegating(n):
        total += v
    return total


print(delegated(10), delegated(3000))


def expressions(n):
    total = 0
    for v in (w * w for w in range(n) if w % 3):
        total += v
    return total


print(expressions(10), expressions(3000))


# Functions that take all items: what becomes of them is kept where the generator runs.
def summed(n):
    return [
        sum(v * v for v in range(n)),
        sum(v & 1023 for v in keep(squares(count(n)), 0)),
        sum(0.5 * v for v in range(n)),
        sum((v * 1j for v in range(n)), 0.25),
        sum(v > 3 for v in range(n)),
        sum((3**v for v in range(min(n, 100))), 1),
        sum(several(n)),
    ]


print(summed(10))
print(summed(3000))


def collected(n):
    squared = list(v * v for v in count(n))
    mixed = tuple(v if v % 5 else str(v) for v in range(n))
    halves = sorted(v / 2 for v in keep(count(n), 1))
    return squared[-1], len(squared), mixed[:6], mixed[-2:], halves[:2], halves[-1]


print(collected(10), collected(3000))


def wrong(n):
    try:
        return sum(v if v < n - 2 else "text" for v in range(n))
    except TypeError as error:
        return str(error)


print(wrong(10), wrong(3000))


def partly(n):
    generator = count(n)
    for v in generator:
        if v == n // 2:
            break
    return sum(generator), list(generator)


print(partly(10), partly(3000))


# What takes items out of a generator is done once, whatever becomes of the rest of its statement.
class Held:
    def __init__(self, items, more):
        super().__init__()
        self.items = items
        self.more = more


def held(n):
    taken = []
    for i in range(n):
        generator = count(5)
        other = iter([1, 2, 3])
        made = Held(list(generator), 2 in other)
        taken.append((len(made.items), made.more, next(other, None)))
    return taken[-1], len(set(taken))


print(held(3), held(300))
