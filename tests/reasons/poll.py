# E011 left: objects to be let go of.
def f(n):
    length, last = 0, ""
    for i in range(n):
        length += len(last)
        last = str(i) * 50
    return length


print(f(50000))
