# Loops that call closures keep nothing alive that the closures captured.


class Counted:
    alive = 0

    def __init__(self):
        Counted.alive += 1

    def __del__(self):
        Counted.alive -= 1

    def value(self, k):
        return k % 3


def reader():
    held = Counted()

    def read(k):
        return held.value(k)

    return read


def captured(n):
    total = most = 0
    for k in range(n):
        read = reader()
        total += read(k)
        most = max(most, Counted.alive)
    return total, most


def kept_in_defaults(n):
    total = most = 0
    for k in range(n):
        read = lambda k, held=Counted(): held.value(k)
        total += read(k)
        most = max(most, Counted.alive)
    return total, most


def now_this_now_that(n):
    total = 0
    for k in range(n):
        one, other = reader(), lambda k, held=Counted(): held.value(k) + 1
        for read in (one, other, one):
            total += read(k)
    return total


def called_once(n):
    total = 0
    for k in range(n):
        total += reader()(k)
    return total


def outer(n):
    return sum(called_once(40) for _ in range(n))


for function in captured, kept_in_defaults, now_this_now_that, called_once, outer:
    for n in 10, 3000, 5:
        print(function.__name__, function(n), Counted.alive)


# What has several lives: the same closure, and others of the same code, before and after it is gone.
def steps():
    made = [reader() for _ in range(3)]
    for turn in range(1500):
        yield made[turn % len(made)](turn)
        if turn % 500 == 499:
            made.pop()
            yield Counted.alive


print(sum(steps()), Counted.alive)
