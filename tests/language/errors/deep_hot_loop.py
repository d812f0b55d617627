def inner(values, k):
    return values[k] * 2


def outer(n):
    values = list(range(1000))
    total = 0
    for i in range(n):
        total += inner(values, i)
    return total


print(outer(1000))
print(outer(5000))
