# E014 left: an exception raised in the loop.
def f(n):
    total = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError
            total += 1
        except ValueError:
            total += 2
    return total


print(f(3000))
