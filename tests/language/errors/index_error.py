data = [[1, 2], [3, 4]]


def get(i, j):
    return data[i][j]


print(get(1, 1))
print(get(1, 2))
