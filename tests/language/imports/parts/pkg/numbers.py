value = 3


def add(x):
    return x + value


def total(n):
    s = 0
    for i in range(n):
        s += add(i) % 7
    return s


def fail():
    return 1 / 0
