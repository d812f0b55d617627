"""Aliases and copies."""
a = [1, 2]
b = a
b.append(3)
print(a, a is b, a is [1, 2, 3], a == [1, 2, 3], a is not b)
c = a[:]
c.append(4)
print(a, c)


def change(items, item):
    items.append(item)
    items = [item]
    return items


print(change(a, 9), a)
grid = [[0] * 3] * 2
grid[0][0] = 1
grid[1] = [7, 7, 7]
print(grid)
row = grid[0]
row[2] = "end"
print(grid, None is None, True is True, None is not False, (a is a) is True)
d = {"list": a}
d["list"].append("via dict")
print(a, d["list"] is a)
t = (a, a)
t[0].append("via tuple")
print(t[1][-1])
x = y = []
x.append(1)
print(y)
x += [2]
print(y, x is y)
x = x + [3]
print(y, x, x is y)
nested = [a, [a]]
a.clear()
print(nested)
