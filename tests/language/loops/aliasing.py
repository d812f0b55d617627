"""Two names for one list, rows that are the same list, a list inside itself."""


def copy_within(a, b, n):
    for i in range(n - 1):
        b[i + 1] = a[i] + 1
    return a[-1], b[-1]


a = [0] * 5000
b = [0] * 5000
print(copy_within(a, b, 5000), copy_within(a, a, 5000), sum(a), sum(b))


def add_rows(grid, n):
    for step in range(n):
        for row in grid:
            for j in range(len(row)):
                row[j] += 1
    return grid


print(add_rows([[0] * 3] * 4, 500), add_rows([[0] * 3 for _ in range(4)], 500))


def swap_names(n):
    p = [1.0] * 100
    q = [0.0] * 100
    for step in range(n):
        for i in range(100):
            q[i] = p[i] * 0.5 + p[i - 1] * 0.5 + step * 0.001
        p, q = q, p
    return p[0], p[50], q[99], sum(p)


print(swap_names(60))


def replace_row(grid, n):
    total = 0
    for i in range(n):
        row = grid[i % 3]
        total += row[0]
        if i % 1000 == 0:
            grid[i % 3] = [row[0] + 1, i]
        row[0] += 1
    return total, grid


print(replace_row([[0], [10], [20]], 5000))


def same_twice(items, other):
    for i in range(len(items)):
        items[i] = 1
        other[i] = 2.5
        items[i] += 1
    return items[:3], other[:3], items is other


print(same_twice([0] * 3000, [0] * 3000), same_twice(*[[0] * 3000] * 2))


def sorting(items):
    n = len(items)
    for i in range(n):
        for j in range(n - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items


print(sorting([(i * 7919) % 101 for i in range(101)]), sorting([(i * 37 % 50) / 4 for i in range(50)])[:8])


def insertion(items):
    for i in range(1, len(items)):
        x = items[i]
        j = i - 1
        while j >= 0 and items[j] > x:
            items[j + 1] = items[j]
            j -= 1
        items[j + 1] = x
    return items


print(insertion([(i * 7919) % 97 for i in range(97)])[:10], insertion(list("hot loops over strings"))[-5:])
