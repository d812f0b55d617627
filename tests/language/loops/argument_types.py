"""One function with a hot loop, called with every mix of types."""


def power_sum(x, n):
    total = x * 0
    term = x
    for i in range(n):
        total += term
        term = term * x % 1009 if not isinstance(x, complex) else term * x
    return total


for round in range(3):
    for x in (3, 3.5, True, 10**20 + 7):
        print(power_sum(x, 300), end=" ")
    print(power_sum(0.6 + 0.8j, 50))


def total(items):
    result = 0
    for item in items:
        result = result + item
    return result


inputs = [list(range(1000)), [0.5] * 1000, [1j] * 1000, [True] * 1000, tuple(range(500)), range(700), [1, 2.5, 3j] * 200, {1: 2, 3: 4}, [10**18] * 50, (x / 3 for x in range(100)), [], [2**63 - 1, 1], {5, 6}]
for items in inputs:
    print(total(items), end=" ")
print()


def compare(a, b, n):
    less = 0
    for i in range(n):
        if a < b:
            less += 1
        a, b = b, a
    return less


print(compare(1, 2, 1000), compare(1.5, 2, 1000), compare("a", "b", 1000), compare([1], [2], 1000), compare(True, 2.5, 1001), compare((1, 2), (1, 3), 999), compare(10**30, 1e30, 1000), compare(float("nan"), 1, 1000))
try:
    compare(1, "x", 1000)
except TypeError as problem:
    print(problem)


def indexed(container, n):
    last = None
    for i in range(n):
        last = container[i % len(container)]
    return last


print(indexed([1, 2, 3], 1000), indexed((1.5, 2), 1001), indexed("hello", 1002), indexed(range(10, 20), 1003), indexed({0: "a", 1: "b"}, 1001), indexed([[1], [2]], 1000))


def apply(f, n):
    x = 1
    for i in range(n):
        x = f(x)
    return x


print(apply(lambda v: v + 1, 3000), apply(lambda v: v * 1.001, 3000), apply(lambda v: -v, 3001), apply(lambda v: (v * 7 + 3) % 1000003, 3000), apply(str, 5), apply(lambda v: v * 2, 100), apply(abs, 100))


def late_change(n, switch, kinds):
    x = kinds[0]
    for i in range(n):
        if i == switch:
            x = kinds[1]
        x = x + x - x
    return x


for kinds in ((1, 2.5), (2.5, 1), (1, 2j), (1, True), (2**62, 1), (1, 2**62), (1, 2**64), (1.5, 10**30), (1j, 1)):
    print(late_change(3000, 2000, kinds), end=" ")
print()
try:
    late_change(3000, 2000, (1, None))
except TypeError as problem:
    print(problem)
try:
    late_change(3000, 2000, (1, "s"))
except TypeError as problem:
    print(problem)
