# E014 left: a break that passes by an else.
def f(n, m):
    for i in range(n):
        if i == m:
            break
    else:
        return -1
    return i


print([f(300, m) for m in range(250, 320)])
