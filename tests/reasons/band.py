# E009 left: a magnitude too close to the bound to be compared by its square.
def f(n):
    z = 0.6 + 0.8j
    count = 0
    for i in range(n):
        if abs(z) < 1.0:
            count += 1
    return count


print(f(3000))
