"""What is left behind when a statement raises half-way."""
items = [1, 2, 3]
try:
    items[0] = items[5]
except IndexError:
    print(items)
try:
    items[0], items[10], items[2] = "a", "b", "c"
except IndexError:
    print(items)
a = b = 0
try:
    a, b = 1, 1 / 0
except ZeroDivisionError:
    print(a, b)
try:
    a = b = 1 / 0
except ZeroDivisionError:
    print(a, b)
d = {}
try:
    d["x"] = d["y"]
except KeyError:
    print(d)
n = 5
try:
    n += "x"
except TypeError:
    print(n)
count = 0


def tick():
    global count
    count += 1
    return count


try:
    [tick(), tick(), 1 / 0, tick()]
except ZeroDivisionError:
    print(count)
try:
    print(tick(), tick(), undefined_thing, tick())
except NameError:
    print(count)
total = 0
for value in (1, 2, "x", 4, None, 6):
    try:
        total += value
    except TypeError:
        total -= 1000
print(total)
matrix = [[1, 2], [3, 4]]
try:
    for row in matrix:
        for j in range(3):
            row[j] *= 10
except IndexError as problem:
    print(matrix, j, problem)
result = []
try:
    for i in range(5):
        result.append(10 // (3 - i))
except ZeroDivisionError:
    print(result, i)
try:
    sorted([3, 1, "a", 2])
except TypeError:
    pass
try:
    x = [1, 2, 3]
    x[tick() % 3] += 1 / 0
except ZeroDivisionError:
    print(x, count)
i = 0
while i < 5:
    try:
        i += 1
        if i % 2:
            raise ValueError(i)
        print("even", i)
    except ValueError as problem:
        print("odd", problem.args[0])
