# What `locals()` and its kin see after loops that have been hot: every variable, also those that nothing else reads.


def after(n):
    for i in range(n):
        x = i * 2
    return locals()


print(after(3), after(50000))


def evaluated(n):
    for i in range(n):
        x = i * 2
        y = x + 1
    return eval("x + y + i")


print(evaluated(50000))


def listed(n):
    look = vars
    k = 0
    while k < n:
        x = k * 2
        k += 1
        if k == 7:
            late = k
    return dir(), look()


print(listed(50000))


def within(n):
    seen = []
    for i in range(n):
        square = i * i
        if i % 20000 == 19999:
            seen.append(sorted(locals().items(), key=lambda item: item[0])[:2])
    return seen


print(within(60000))


def executed(n):
    names = {}
    for i in range(n):
        last = i
        half = last / 2
    exec("found = (last, half, i)", {**locals()}, names)
    return names


print(executed(30000))


def raised(n):
    try:
        for i in range(n):
            value = 100 // (n - 5 - i)
    except ZeroDivisionError:
        return {name: kept for name, kept in locals().items()}


print(raised(40000))


def nested(n):
    for i in range(n):
        for j in range(3):
            product = i * j
    return 0, sum(1 for name in locals() if name != "n")


print(nested(20000)[1])


class Formatter:
    def __init__(self, n):
        self.text = []
        for i in range(n):
            width = i % 10
            if i == n - 1:
                self.text.append("%(i)d of %(n)d: %(width)d" % locals())


print(Formatter(30000).text)


def items(n):
    for i in range(n):
        twice = 2 * i
        yield twice
    yield sorted(locals())


print([*items(30000)][-2:])
