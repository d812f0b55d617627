"""abs(z) against a bound, with points just inside, on and just outside the circle."""


def count_inside(points, bound):
    inside = 0
    on_or_inside = 0
    for z in points:
        if abs(z) < bound:
            inside += 1
        if abs(z) <= bound:
            on_or_inside += 1
    return inside, on_or_inside


exact = [complex(2, 0), complex(0, 2), complex(-2, 0), complex(1.2, 1.6), complex(-1.6, 1.2)] * 200
above = [complex(2.0000000000000004, 0), complex(2, 1e-9), complex(2, 1e-7), complex(1.2000000000000002, 1.6), complex(2, 4.3e-8)] * 200
below = [complex(1.9999999999999998, 0), complex(1.2, 1.5999999999999999), complex(1.1999999999999997, 1.6)] * 200
print(count_inside(exact, 2), count_inside(above, 2), count_inside(below, 2), count_inside(exact + above + below, 2.0))
root = 1.4142135623730951
near = []
for i in range(-20, 21):
    for j in range(-20, 21):
        near.append(complex(root + i * 2.220446049250313e-16, root + j * 2.220446049250313e-16))
print(count_inside(near, 2), count_inside(near, 2.0000000000000004), count_inside(near, 1.9999999999999998))
nan = float("nan")
inf = float("inf")
odd = [complex(nan, 1), complex(1, nan), complex(inf, 1), complex(nan, inf), complex(-inf, nan), complex(0, -inf), complex(0, 0), complex(-0.0, 5e-324), complex(1e-200, 1e-200), complex(1e200, 1e200), complex(3e307, 4e307)] * 100
print(count_inside(odd, 2), count_inside(odd, inf), count_inside(odd, 0), count_inside(odd, -1), count_inside(odd, 1e-300), count_inside(odd, nan), count_inside(odd, 5e307))


def escape(z, c, limit):
    n = 0
    while n < limit and abs(z) < 2:
        z = z * z + c
        n += 1
    return n, z


def escape_reversed(z, c, limit):
    n = 0
    while abs(z) <= 2.0 and not n >= limit:
        z = z ** 2 + c
        n += 1
    return n


total = 0
for i in range(60):
    n, z = escape(complex(-1.8 + 0.06 * i, 0.3), -0.62772 - 0.42193j, 200)
    total += n
    if i % 10 == 0:
        print(n, z, escape_reversed(complex(-1.8 + 0.06 * i, 0.3), -0.62772 - 0.42193j, 200))
print(total, escape(2 + 0j, 0, 1000), escape(1 + 0j, 0, 5000), escape(-2 + 0j, -2 + 0j, 50), escape(1.9999999999999998 + 0j, 0j, 50))
print(escape(0j, 0, 5000), escape(5, 1, 10), escape(0.5, 0.1, 3000)[0], escape(1, 0, 4000), escape(0j, 1j, 3000), escape(0j, -1 + 0j, 3001))


def moved(n):
    z = 0.1 + 0.2j
    total = 0.0
    for i in range(n):
        z = z * (0.6 + 0.8j)
        total += z.real - z.imag + abs(z)
        z = z.conjugate() if i % 100 == 0 else z
    return z, total


print(moved(5000))
print(escape(complex(nan, 0), 0, 100)[0], escape(complex(1e308, 0), 0, 100)[0], escape(complex(0.0, -0.0), complex(-0.0, 0.0), 10))
try:
    print(abs(complex(1.7e308, 1.7e308)))
except OverflowError as problem:
    print(problem)


def overflow_in_loop(n):
    z = 1e300 + 1e300j
    total = 0
    for i in range(n):
        z = z * 1.001
        if abs(z) < 1e308:
            total += 1
    return total


try:
    print(overflow_in_loop(100000))
except OverflowError as problem:
    print(problem)
