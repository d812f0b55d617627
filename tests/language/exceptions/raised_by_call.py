# A call that raises where a handler stands around it in the same loop, or function, whatever runs the two.
def deep(n, k):
    total = 0
    for i in range(n):
        if n > 1:
            total += deep(n - 2, k) % 7
        else:
            total += i
    if k == 0:
        raise ValueError(n)
    return total


def count(turns):
    bad = total = 0
    for i in range(turns):
        try:
            total += deep(5, i % 300)
        except ValueError as error:
            bad += error.args[0]
        finally:
            total += 1
    return total, bad


def guarded(n, k):
    if n == 0:
        if k % 50 == 0:
            raise KeyError(k)
        return 1
    try:
        return guarded(n - 1, k) + guarded(n - 1, k + 1)
    except KeyError as error:
        return error.args[0]


def outermost(turns):
    total = 0
    for k in range(turns):
        total += guarded(4, k)
    return total


print(count(1200))
print(outermost(300))


def unhandled(turns):
    for i in range(turns):
        try:
            deep(5, turns - 1 - i)
        except KeyError:
            print("not this one")


unhandled(600)
