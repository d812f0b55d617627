"""Hot loops through closures and captured variables."""


def make_counter():
    n = 0

    def tick():
        nonlocal n
        n += 1
        return n
    return tick


tick = make_counter()
for _ in range(5000):
    tick()
print(tick())


def accumulate(n):
    total = 0

    def add(x):
        nonlocal total
        total += x

    for i in range(n):
        add(i)
        if i == n - 100:
            add(0.5)
    return total


print(accumulate(3000))


def captured_loop_variable(n):
    functions = []
    for i in range(n):
        if i % 500 == 0:
            functions.append(lambda: i)
    return [f() for f in functions]


print(captured_loop_variable(2000))


def polynomial(*coefficients):
    def evaluate(x):
        result = 0
        for c in coefficients:
            result = result * x + c
        return result
    return evaluate


p = polynomial(1, -2, 3.5, 4)
print(sum(p(x / 10) for x in range(500)), p(2), p(1j))


def integrate(f, a, b, n):
    h = (b - a) / n
    total = 0.5 * (f(a) + f(b))
    for i in range(1, n):
        total += f(a + i * h)
    return total * h


print(integrate(lambda x: x * x, 0, 3, 2000), integrate(lambda x: 1 / (1 + x * x), 0, 1, 2000), integrate(p, -1, 1, 1000))


def bisect(f, low, high):
    steps = 0
    while high - low > 1e-12:
        middle = (low + high) / 2
        if (f(low) < 0) != (f(middle) < 0):
            high = middle
        else:
            low = middle
        steps += 1
    return low, steps


print(bisect(lambda x: x ** 3 - 2 * x - 5, 2, 3))


def nested_capture(n):
    a = 0

    def outer(k):
        nonlocal a

        def inner(m):
            nonlocal a
            a += m
            return a
        return inner(k) + inner(1)

    total = 0
    for i in range(n):
        total += outer(i % 3)
    return total, a


print(nested_capture(2000))


def loop_reads_cell(n):
    x = 1

    def set(value):
        nonlocal x
        x = value

    total = 0
    for i in range(n):
        total += x
        if i == n // 2:
            set(0.25)
        if i == n - 10:
            set("text")
            break
    return total, x


print(loop_reads_cell(4000))
