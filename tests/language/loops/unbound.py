"""Names that become bound or unbound in a hot loop."""


def conditional(n, at):
    for i in range(n):
        if i == at:
            late = i
        if i > at:
            late += 1
    return late


print(conditional(3000, 1000))
try:
    conditional(3000, 5000)
except UnboundLocalError as problem:
    print(problem)


def deleted(n, at):
    x = 1
    total = 0
    for i in range(n):
        total += x
        if i == at:
            del x
    return total


print(deleted(2000, 5000))
try:
    deleted(2000, 1500)
except UnboundLocalError as problem:
    print(problem)


def used_first(n):
    count = 0
    for i in range(n):
        try:
            total = total + 1
        except UnboundLocalError:
            total = 0
            count += 1
        if i == 1000:
            del total
    return total, count


print(used_first(3000))


def inner_loop_variable(n):
    total = 0
    for i in range(n):
        for j in range(i % 3):
            total += j
        if i > 2:
            total += j
    return total, j


print(inner_loop_variable(2000))


def never(n):
    for i in range(n):
        pass
    return i


print(never(2000))
try:
    never(0)
except UnboundLocalError as problem:
    print(problem)


def exception_name(n):
    bad = 0
    for i in range(n):
        try:
            if i % 500 == 499:
                raise KeyError(i)
        except KeyError as e:
            bad += e.args[0]
        try:
            e
        except UnboundLocalError:
            bad += 1
    return bad


print(exception_name(1000))
