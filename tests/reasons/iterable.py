# T005 in a loop: iterating over what runs script code.
def f(n):
    total = 0
    numbers = range(5)
    for i in range(n):
        for x in numbers:
            total += x
    return total


print(f(3000))
