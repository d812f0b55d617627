# E001 left: a product that does not fit.
def f(n, x):
    total = 0
    for i in range(n):
        total += i * x % 7
    return total


print(f(3000, 3), f(3000, 2**61))
