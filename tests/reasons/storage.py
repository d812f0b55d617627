# E003 left: a list with other storage.
def f(rows):
    count = 0
    for row in rows:
        if row[0] > 0:
            count += 1
    return count


print(f([[1]] * 3000 + [[0.5]] * 20))
