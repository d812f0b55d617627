# T001 in a loop: a statement that only the interpreter runs.
def f(n):
    for i in range(n):
        import math
    return math.floor(i / 2)


print(f(3000))
