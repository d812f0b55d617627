# Whoever takes all items may keep them while the generator runs; nobody sees a difference.
def numbers(n, log):
    for i in range(n):
        log.append(i)
        yield i
    log.append("end")


log = []
print(sum(numbers(4, log)), list(numbers(3, log)), tuple(numbers(2, log)), sorted(numbers(3, log)), log)
print(sum(float(i) for i in range(5)), sum((i for i in range(3)), 0.5), sum([i] for i in range(0)))
print(sum(2**62 for _ in range(4)), sum(True for _ in range(3)))
print(sum(([i] for i in range(3)), []))
print({i % 3 for i in range(9)} == set(i % 3 for i in range(9)), len(frozenset((i, str(i)) for i in range(4))))
print(sorted(set("ab"[i % 2] * (i % 3) for i in range(9))))


# What a yield gives is None, also where the item was kept.
def asking():
    print("got", (yield 1))
    print("got", (yield 2))


print(list(asking()), sum(asking()), set(asking()))


# Something fails in the middle: in the generator, or with the item.
def failing():
    yield 1
    raise KeyError("inside")


for take in (list, sum, set, tuple):
    try:
        take(failing())
    except KeyError as error:
        print(take.__name__, error, error.__traceback__.tb_next.tb_frame.f_code.co_name)


def odd(item):
    yield 1
    yield item
    yield 3


for take, item in ((set, []), (sum, "x"), (set, (1, [])), (frozenset, {})):
    try:
        take(odd(item))
    except TypeError as error:
        print(error, error.__traceback__.tb_next)


class Loud:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        print("hash", self.value)
        if self.value == 2:
            raise ValueError("no hash")
        return 1

    def __eq__(self, other):
        print("eq", self.value)
        return False


print(len(set(Loud(i) for i in range(2))))
try:
    set(Loud(i) for i in range(1, 4))
except ValueError as error:
    print(error)


# The generator goes on where somebody else began, and may be left in between.
g = numbers(6, [])
print(next(g), sum(g), list(g))
g = (i for i in range(10))
print(any(i > 2 for i in g), list(g))
g = (i for i in range(10))
print(all(i < 3 for i in g), list(g), any(g), all(g))
print(any(x for x in (0, None, False, "", [], 0.0)), any(x for x in (0, "a", 1 / 2)), all(x for x in (1, True, "b", [0])))
print(all((yield_ := x) for x in (1, 2, 0, 3)), yield_, any(x for x in ()), all(x for x in ()))


class Truth:
    def __bool__(self):
        print("asked")
        return False


print(any(Truth() for _ in range(2)), all(Truth() for _ in range(2)))


def nested(n):
    for i in range(n):
        yield sum(j for j in range(i))


print(list(nested(5)), sum(nested(5)), set(nested(4)))


# Both kinds of loops, and a yield inside of a try.
def while_loop(n):
    while n:
        try:
            yield n
        finally:
            n -= 1


print(list(while_loop(4)), sum(while_loop(4)))
