# E002 left: an item of another type.
def f(items):
    total = 0
    for x in items:
        total += x
    return total


print(f([1, None, 2][:1] * 3000), f([1, "", 2][:1] * 3000 + [2**70] * 100))
