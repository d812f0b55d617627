# E006 left: a division by zero.
def f(n):
    total = 0
    for i in range(n):
        try:
            total += 10 // (i % 200 - 150)
        except ZeroDivisionError:
            total += 1
    return total


print(f(20000))
