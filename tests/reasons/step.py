# E010 in a loop: a range whose step has become zero.
def f(n):
    total = 0
    for i in range(n):
        for j in range(0, 6, (n - 1 - i) % 3 + (i < n - 1)):
            total += j
    return total


try:
    print(f(3001))
except ValueError as problem:
    print(problem)
