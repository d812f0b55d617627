# T014 --jit=on: entering a unit costs more than so little work
def key(x):
    return -x


numbers = list(range(200000))
numbers.sort(key=key)
print(numbers[:3])
