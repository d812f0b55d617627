# Loops whose iterations do not depend on each other, in every shape that may run side by side.


def escape_counts(points, limit):
    counts = [0] * len(points)
    for i in range(len(points)):
        z = points[i]
        c = points[i]
        n = 0
        while n < limit and abs(z) < 2:
            z = z * z + c
            n += 1
        counts[i] = n
    return counts


def escape_parts(xs, ys, limit):
    counts = [0] * len(xs)
    last = [0.0] * len(xs)
    for i in range(len(xs)):
        x = y = 0.0
        n = 0
        while n < limit:
            xx = x * x
            yy = y * y
            if xx + yy > 4.0:
                break
            y = 2.0 * x * y + ys[i]
            x = xx - yy + xs[i]
            n += 1
        counts[i] = n
        last[i] = x
    return counts, last


def inside(rows, columns, limit):
    total = 0
    steps = 0
    best = -1
    for row in range(rows):
        cy = 2.0 * row / rows - 1.0
        for column in range(columns):
            cx = 3.0 * column / columns - 2.0
            x = y = 0.0
            n = 0
            while n < limit and x * x + y * y <= 4.0:
                x, y = x * x - y * y + cx, 2.0 * x * y + cy
                n += 1
            steps += n
            if n == limit:
                total += 1
            elif n > best:
                best = n
    return total, steps, best


def halve_until_small(values, bound):
    out = []
    for v in values:
        out.append(0.0)
    for i in range(len(values)):
        v = values[i]
        k = 0
        while v > bound:
            if k % 2 == 0:
                v = v * 0.5
            else:
                v = v - 1.0
            k += 1
        out[i] = v + k
    return out


def map_floats(a, b, out):
    for i in range(len(a)):
        out[i] = a[i] * 2.5 + b[i]


def smooth(a, out):
    for i in range(1, len(a) - 1):
        out[i] = (a[i - 1] + a[i] + a[i + 1]) / 3.0


def shift(a, out, by):
    for i in range(by, len(a)):
        out[i] = a[i - by] * 1.5


def select(a, out):
    for i in range(len(a)):
        x = a[i]
        if x < 0.0:
            y = -x * 2.0
        else:
            y = x + 1.0
        out[i] = y


def inverse(a, out):
    for i in range(len(a)):
        out[i] = 1.0 / a[i]


def root(a, out, out2):
    for i in range(len(a)):
        r = a[i] ** 0.5
        out[i] = r
        out2[i] = r * a[i]


def integers(a, b, out):
    for i in range(len(a)):
        x = a[i] * 1.0
        n = 0
        while x < 1e6 and n < 40:
            x = x * 1.7 + 1.0
            n += b[i]
        out[i] = n


def by_twos(a, out, step):
    for i in range(0, len(a), step):
        out[i] = a[i] * 3.0


def flat_rows(grid, out, width):
    for j in range(len(grid) // width):
        for i in range(width):
            out[j * width + i] = grid[j * width + i] * 0.5 + grid[j * width]


def checksum(values):
    total = 0.0
    for i, v in enumerate(values):
        total = total * 0.9 + v * (i % 7)
    return total


for size in (0, 1, 7, 8, 9, 16, 23, 64, 101):
    points = [complex(-2.2 + 3.3 * k / (size + 1), 0.1 + k % 5 * 0.21) for k in range(size)]
    print(size, sum(escape_counts(points, 60)), escape_counts(points, 60)[:12])
    xs = [p.real for p in points]
    ys = [p.imag for p in points]
    counts, last = escape_parts(xs, ys, 50)
    print(sum(counts), checksum(last))

print(inside(20, 43, 80))
print(escape_counts([complex(2.0, 0.0), complex(0.0, 2.0), complex(1.2, 1.6)] * 9, 30))
nan, inf = float("nan"), float("inf")
strange = [nan, inf, -inf, 0.0, -0.0, 1e308, 5e-324, 2.0] * 5
print(escape_counts([complex(x, 0.25) for x in strange if abs(x) < 1e200], 20)[:12])
print(escape_parts(strange, strange[::-1], 9))
print(checksum(halve_until_small([k * 3.7 for k in range(60)], 4.0)))

for size in (5, 24, 50):
    a = [k * 0.75 - 9.0 for k in range(size)]
    b = [k * -0.25 for k in range(size)]
    out = [0.0] * size
    map_floats(a, b, out)
    print(checksum(out))
    map_floats(out, out, out)
    print(checksum(out))
    smooth(a, out)
    print(checksum(out))
    smooth(out, out)
    print(checksum(out))
    for by in (1, 2, 3, 8, 11):
        if by < size:
            shift(a, out, by)
            print(checksum(out))
            c = a[:]
            shift(c, c, by)
            print(checksum(c))
    select(a, out)
    print(checksum(out))
    select(out, out)
    print(checksum(out))
    integers(a, [1] * size, [0] * size)
    counts = [0] * size
    integers(a, [k % 3 + 1 for k in range(size)], counts)
    print(counts[:20], sum(counts))
    for step in (1, 2, 3):
        by_twos(a, out, step)
        print(checksum(out))
    flat_rows(a, out, 5)
    print(checksum(out))

# One iteration fails: all before it have happened, none behind it.
for bad in (0, 3, 8, 19, 30):
    a = [1.0 + k for k in range(33)]
    out = [0.0] * 33
    a[bad] = 0.0
    try:
        inverse(a, out)
    except ZeroDivisionError as error:
        print(bad, error, out)
a = [float(k) for k in range(40)]
out, out2 = [0.0] * 40, [0.0] * 20
try:
    root(a, out, out2)
except IndexError as error:
    print(error, checksum(out), checksum(out2), out[18:24])
a = [float(k) for k in range(40)]
a[21] = 3
root(a, [0.0] * 40, a)
print(a)
huge = [2**62 + k for k in range(20)]
counts = [0] * 20
integers([1.0] * 20, huge, counts)
print(counts[:3], sum(counts))

# At the level of the module every variable is seen afterwards.
values = [0.125 * k for k in range(45)]
result = [0] * 45
for i in range(45):
    v = values[i]
    n = 0
    while v < 100.0 and n < 30:
        v = v * v + 0.7
        n += 1
    result[i] = n
print(i, v, n, result)
