# T011 in a loop: a generator.
def numbers(n):
    for i in range(n):
        yield i


def f(n):
    total = 0
    for i in range(n):
        for x in numbers(3):
            total += x
    return total


print(f(2000))
