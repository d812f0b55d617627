# E005 left: a way not seen before.
def f(n):
    total = 0
    for i in range(n):
        if i > 2000:
            total += 2
        else:
            total += 1
    return total


print(f(4000))
