# E012 left: a key that is not there.
def f(n):
    d = {1: 2}
    total = 0
    for i in range(n):
        try:
            total += d[i % 100 // 98]
        except KeyError:
            total += 1
    return total


print(f(3000))
