# E004 left: an index out of range.
def f(n, items):
    total = 0
    for i in range(n):
        try:
            total += items[i % 100]
        except IndexError:
            total += 1
    return total


print(f(3000, [1] * 90))
