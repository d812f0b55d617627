"""A divisor becomes zero after many iterations."""


def divide(n, at, how):
    total = 0
    for i in range(n):
        d = at - i
        if how == "/":
            total += 100 / d
        elif how == "//":
            total += 100 // d
        elif how == "%":
            total += 100 % d
        else:
            total += divmod(100, d)[0]
    return total


for how in ("/", "//", "%", "divmod"):
    print(how, divide(9999, 10000, how))
    try:
        divide(20000, 10000, how)
    except ZeroDivisionError as problem:
        print(how, problem)


def float_divide(n, at):
    x = float(at)
    total = 0.0
    for i in range(n):
        total += 1.0 / x
        x -= 1.0
    return total


print(float_divide(5000, 5000))
try:
    float_divide(5001, 5000)
except ZeroDivisionError as problem:
    print(problem)


def caught_inside(n):
    good = bad = 0
    total = 0.0
    for i in range(n):
        try:
            total += 10 / (i % 7)
            good += 1
        except ZeroDivisionError:
            bad += 1
    return good, bad, total


print(caught_inside(7000))


def rare(n):
    bad = []
    for i in range(n):
        try:
            1 // (i - 5000)
        except ZeroDivisionError:
            bad.append(i)
    return bad


print(rare(10000))


def negative_operands(n):
    total = 0
    for i in range(-n, n):
        if i != 0:
            total += (1000 // i) * 3 + 1000 % i - (-1000) // i + (-1000) % i
    return total


print(negative_operands(3000))


def float_modulo(n):
    total = 0.0
    for i in range(-n, n):
        total += (i * 0.7) % 3.0 + (i * 0.7) // 2.0 + i % 2.5 + (i * 0.3) % -1.7
    return total


print(float_modulo(3000))
