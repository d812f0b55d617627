LOG = []


def guarded(items):
    try:
        for item in items:
            yield item
    finally:
        LOG.append(len(LOG))


for item in guarded([True] * 20000):
    pass
try:
    pass
except Exception:
    pass
print(LOG)


def within(n):
    total = 0
    for item in guarded(range(n)):
        total += item
    try:
        total += 1
    finally:
        total += 2
    return total


print([within(n) for n in (3, 30, 3000, 30000)], LOG)
