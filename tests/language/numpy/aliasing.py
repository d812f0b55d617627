# Arrays that share memory: what one writes, the other reads, in every order of iterations.
import numpy as np


def shifted(a, b):
    for i in range(len(b)):
        b[i] = a[i] * 2.0 + 1.0
    return b


def run(first, second, n=40):
    base = np.arange(60.0) % 7
    shifted(base[first:first + n], base[second:second + n])
    return base.tolist()


for gap in (0, 1, 2, 3, 7, 8, 9, 16):
    print(gap, run(4, 4 + gap), run(4 + gap, 4))


def relaxed(u, new):
    for i in range(1, u.shape[0] - 1):
        for j in range(1, u.shape[1] - 1):
            new[i, j] = (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]) / 4
    return new


grid = (np.arange(400.0) % 11).reshape(20, 20)
print(relaxed(grid, np.zeros((20, 20))).sum())
print(relaxed(grid, grid).sum(), grid[3].tolist())
print(relaxed(grid, grid.T).sum(), grid[:, 4].tolist())
print(relaxed(grid[:-1], grid[1:]).sum(), grid[7].tolist())


def twice(a, b, c):
    for i in range(len(a)):
        b[i] = a[i] + 1.0
        c[i] = a[i] - 1.0
    return b, c


for first, second in ((0, 1), (1, 0), (0, 0), (0, 12), (3, 2)):
    base = np.arange(90.0)
    twice(np.arange(40.0), base[first:first + 40], base[second:second + 40])
    print(base.tolist())


# One element seen as others: of another type, or a part of it.
def through(z, re, n):
    out = []
    for i in range(n):
        re[i] = re[i] + 1
        out.append(z[i])
        z[i] = z[i] * 2
        out.append(re[i])
    return out


z = np.arange(8) + 1j
print(through(z, z.real, 8))
print(through(z, z.imag, 8))
words = np.arange(10, dtype=np.int32)
print(through(words, words.view(np.int16)[::2], 10))
print(words.tolist())


def carried(a, n):
    for k in range(n):
        for i in range(1, len(a)):
            a[i] = a[i - 1] + a[i] * 0.5
    return a.tolist()


print(carried(np.arange(12.0), 3))
print(carried(np.arange(12.0)[::-1], 3))


# The name is given to another array in the middle, which lives on in a view.
def swapped(u, n):
    new = np.zeros(len(u))
    for k in range(n):
        for i in range(len(u)):
            new[i] = u[i - 1] + 1
        u, new = new, u
    return u.tolist()


print(swapped(np.arange(9.0), 5))


# A function that compiled loops call gives an array another shape.
def turn_round(array, turn):
    if turn % 250 == 249:
        array.shape = (array.shape[1], array.shape[0])


def sum_of_corners(array, turns):
    total = 0.0
    for turn in range(turns):
        turn_round(array, turn)
        total += array[0, 1] + array[1, 0]
    return float(total)


twelve = np.arange(12.0).reshape(3, 4)
print(sum_of_corners(twelve, 1300), twelve.shape)
