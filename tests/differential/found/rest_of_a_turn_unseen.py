# A generator that waits at a yield within a turn, of a loop of which no turn was ever recorded.
def passing(items, k):
    for item in items:
        yield item


def both(n, x):
    for _ in range(n):
        yield x
        yield -x


def counted(given):
    number = 28
    number = len(list(passing(both(1, number), 3)))
    print(given, number)


for turn in range(8):
    try:
        print(counted(turn))
    except Exception as problem:
        pass
try:
    print(counted(-21.453125))
except Exception as problem:
    pass
