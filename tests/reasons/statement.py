# T001 in a loop: a statement that only the interpreter runs.
def f(n):
    d = {}
    for i in range(n):
        d[i] = i
        del d[i]
    return len(d)


print(f(3000))
