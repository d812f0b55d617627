# E003 left: a list with other storage.
def f(rows):
    total = 0
    for row in rows:
        total += row[0]
    return total


print(f([[1]] * 3000), f([[0.5]] * 3000))
