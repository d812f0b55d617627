# Generators with something to clean up, run by hot loops: to their end, and let go of before it.
log = []


class Context:
    def __init__(self):
        self.entered = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, *what):
        self.entered += 2


def count(n, name="count"):
    i = 0
    try:
        while i < n:
            yield i
            i += 1
    finally:
        log.append((name, i))


def evens(n):
    for x in count(n, "evens"):
        if x % 2 == 0:
            yield x


def handled(n):
    for i in range(n):
        try:
            yield 100 // (i % 7)
        except ZeroDivisionError:
            yield -1


def within(context, n):
    with context as c:
        for i in range(n):
            yield i + c.entered


def told():
    result = list(log)
    log.clear()
    return result


def whole(n):
    total = 0
    for x in count(n):
        total += x
    for x in evens(n):
        total += x
    for x in handled(n):
        total ^= x
    context = Context()
    for x in within(context, n):
        total += x
    return total, context.entered


print(whole(3000), told())


def broken(turns):
    total = 0
    for i in range(turns):
        for x in count(40):
            total += x
            if x > i % 30:
                break
        if len(log) != i + 1:
            print("late")
    return total


print(broken(400), len(told()))


def broken_further_out(turns):
    total = 0
    for i in range(turns):
        for x in evens(40):
            if x > 20:
                break
            for k in range(5):
                if k > 3:
                    break
                total += k * x
        if len(log) != i + 1:
            print("late")
    return total


print(broken_further_out(300), len(told()))


def returned(n, most):
    for x in evens(n):
        if x > most:
            return x
    return -1


def returns(turns):
    total = 0
    for i in range(turns):
        total += returned(30, i % 40)
    return total


print(returns(600), len(told()), told())


def raised(n):
    total = 0
    for x in count(n):
        total += x
        if x == n - 10:
            raise ValueError(total)
    return total


for n in (50, 2000, 5000):
    try:
        raised(n)
    except ValueError as error:
        print(error, told())


def left(n):
    for x in count(n):
        if x == n // 2:
            x = str(x)
        yield x


print(sum(len(str(x)) for x in left(4000)), told())


def taken(n):
    numbers = count(n)
    first = next(numbers)
    total = first
    for x in numbers:
        total += x
    return total, next(numbers, "over")


print(taken(3000), told())


def waiting(n):
    numbers = evens(n)
    total = 0
    for x in numbers:
        total += x
        if x > n // 2:
            break
    for x in numbers:
        total -= 1
    numbers.close()
    return total


print(waiting(4000), told())
