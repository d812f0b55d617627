# T005 in a loop: iterating over bytes that may change meanwhile.
def f(n):
    total = 0
    numbers = bytearray(range(5))
    for i in range(n):
        for x in numbers:
            total += x
    return total


print(f(3000))
