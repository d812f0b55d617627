"""while and for with break, continue and else."""
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    if n == 4:
        break
    print("while", n)
else:
    print("not here")
while n > 0:
    n -= 1
else:
    print("else after while", n)
for i in range(3):
    print("for", i)
else:
    print("else after for", i)
for i in []:
    print("never")
else:
    print("else after empty", i)
for i in range(10):
    if i == 3:
        break
else:
    print("not here")
print(i)


def find(grid, wanted):
    for r, row in enumerate(grid):
        for c, item in enumerate(row):
            if item == wanted:
                break
        else:
            continue
        break
    else:
        return None
    return r, c


grid = [[1, 2], [3, 4], [5, 6]]
print(find(grid, 4), find(grid, 5), find(grid, 9))
for ch in "abc": print(ch, end=" ")
print()
for x in (1, "a", None): print(x, end=" ")
print()
for a, b in [(1, 2), (3, 4)]:
    print(a * b, end=" ")
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a, b, end=" ")
for a, *rest in [(1, 2, 3), "xyz"]:
    print(a, rest, end=" ")
for [a, b] in [[5, 6]]: print(a, b)
items = [1, 2, 3]
for item in items:
    if len(items) < 6:
        items.append(item * 10)
print(items)
for item in items[:]:
    if item > 5:
        items.remove(item)
print(items)
box = [0]
for box[0] in range(3):
    print(box, end=" ")
d = {}
for d["k"] in "xy":
    print(d, end=" ")
print()
while True:
    while True:
        n += 1
        if n > 3:
            break
    if n > 5:
        break
print(n)
i = 10
while i:
    i -= 1
    if i % 3 == 0: continue
    for j in range(i):
        if j == 2: break
    else:
        print("short", i)
print([k for k in range(3)], i, j)
