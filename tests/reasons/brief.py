# T014 --jit=on: entering a unit costs more than so little work
def key(x):
    return -x


print(sorted(range(200000), key=key)[:3])
