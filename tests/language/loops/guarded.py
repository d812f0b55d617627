# `else` of loops, and `try` inside and around them.


def for_else(n):
    c = 0
    for i in range(2, n):
        for j in range(2, i):
            if i % j == 0:
                break
        else:
            c += 1
    return c


def trys(n):
    s = 0
    for i in range(n):
        try:
            s += 100 // (i % 7)
        except ZeroDivisionError:
            s += 1
        finally:
            s += 2
    try:
        for i in range(n):
            s += i
            if i == 500:
                raise ValueError(i)
    except ValueError as e:
        s -= e.args[0]
    d = {}
    for i in range(n):
        try:
            d[i % 11] += 1
        except KeyError:
            d[i % 11] = 1
        else:
            s += 1
    return s, d


def try_flow(n):
    s = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                continue
            if i == n - 5:
                break
            s += i
        finally:
            s += 1
    return s


def outer_else(n, m):
    s = 0
    for i in range(n):
        s += i
        if i == m:
            s += 1000000
            break
    else:
        s = -s
    return s


def while_else(n, m):
    i = 0
    while i < n:
        i += 1
        if i == m:
            break
    else:
        i = -1
    return i


for function in (for_else, trys, try_flow):
    for count in (5, 40, 400, 3000):
        print(function.__name__, count, function(count))
for n, m in ((10, 3), (10, 30), (3000, 2500), (3000, 5000), (3000, 1)):
    print(outer_else(n, m), while_else(n, m))
