# T002 in a loop: an attribute that only the interpreter looks up.
def f(n):
    items = [1, 2]
    for i in range(n):
        method = items.__len__
    return method()


print(f(3000))
