"""The accumulator changes from int to float in the middle of a hot loop."""


def run(n, switch):
    total = 0
    for i in range(n):
        if i == switch:
            total = total + 0.5
        total += i
    return total


print(run(20000, 10000), run(20000, -1), run(20000, 0), run(20000, 19999), run(20000, 20000))


def back_and_forth(n):
    x = 1
    changes = 0
    for i in range(n):
        if i % 1000 == 999:
            x = int(x) % 97 if isinstance(x, float) else x * 1.5
            changes += 1
        x = x + 1
    return x, changes


print(back_and_forth(20000))


def mixed(items):
    total = 0
    for item in items:
        total += item
    return total


print(mixed([1] * 5000 + [0.5] * 5000), mixed([True] * 3000 + [2] * 3000 + [1j] + [1] * 100), mixed([0.25] * 8000), mixed([10**20] + [1] * 5000))
