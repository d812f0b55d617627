# T003 in a loop: a call of something that only the interpreter calls.
def f(n):
    items = [3, 1, 2]
    for i in range(n):
        items.sort(key=None)
    return items


print(f(3000))
