# Outer iterations that do not depend on each other, with inner loops that all of them leave together.
def product(left, right):
    rows = []
    for row in left:
        entries = [0.0] * len(right[0])
        for j in range(len(entries)):
            entry = 0.0
            for k in range(len(right)):
                entry += row[k] * right[k][j]
            entries[j] = entry
        rows.append(entries)
    return rows


left = [[(i * 7 + j) % 5 - 1.5 for j in range(37)] for i in range(11)]
right = [[(i + j * 3) % 7 * 0.5 for j in range(43)] for i in range(37)]
for row in product(left, right)[::3]:
    print(row)


def into(left, right, out):
    for j in range(len(out)):
        entry = 0.0
        for k in range(len(right)):
            entry += left[k] * right[k][j]
        out[j] = entry


# What is written is one of the rows that are read.
into(left[0], right, right[20])
print(right[20])
short = [list(row) for row in right]
short[30] = short[30][:25]
try:
    into(left[0], short, short[0])
except IndexError as error:
    print(error, short[0][24], short[0][25])


def window(values, weights, out):
    for i in range(len(out)):
        total = 0.0
        for k in range(len(weights)):
            total += values[i + k] * weights[k]
        out[i] = total


values = [i % 9 * 0.25 for i in range(100)]
out = [0.0] * 97
window(values, [0.5, 0.25, 0.125, 0.0625], out)
print(sum(out), out[96])
window(values, [0.5, 0.25, 0.125, 0.0625], values[:97])
try:
    window(values, [1.0] * 8, out)
except IndexError as error:
    print(error, out[92], out[93])


def quotients(n):
    out = [0.0] * n
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)
        out[i] = total
    return out


print(quotients(41))
