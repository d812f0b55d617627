"""Escape loops over complex points, the kind a hot loop is made of."""


def steps(z, c, limit):
    n = 0
    while n < limit and abs(z) < 2:
        z = z * z + c
        n += 1
    return n


def row(y, width, c, limit):
    counts = []
    for k in range(width):
        x = -1.8 + 3.6 * k / width
        counts.append(steps(complex(x, y), c, limit))
    return counts


total = 0
for k in range(30):
    counts = row(1.8 - 3.6 * k / 30, 30, -0.62772 - 0.42193j, 100)
    total += sum(counts)
    if k % 5 == 0:
        print(counts)
print(total)
z = 0j
for i in range(40):
    z = z * z + (0.285 + 0.01j)
print(z, abs(z))
# The orbits of these points have left, stayed, and stood exactly on the circle.
for point in (2 + 0j, -2 + 0j, 2j, 1.9999999999999998 + 0j, 1.2 + 1.6j, -1.2 - 1.6j, 1.6 + 1.2j, complex(2**0.5, 2**0.5),
              complex(1.4142135623730950, 1.4142135623730950), complex(1.414213562373095, 1.4142135623730951)):
    print(point, abs(point), abs(point) < 2, abs(point) <= 2, point.real * point.real + point.imag * point.imag < 4)
