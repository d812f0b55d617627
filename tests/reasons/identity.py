# E008 left: a function that is another one now.
def g(x):
    return x


def f(n):
    total = 0
    for i in range(n):
        total += g(i)
    return total


print(f(3000))
old = g


def g(x):
    return old(x) + 1


print(f(3000))
