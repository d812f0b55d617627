"""Hot recursion, with types and depths that change."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def float_fib(n):
    if n < 2:
        return n * 1.0
    return float_fib(n - 1) + float_fib(n - 2)


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def collatz(n):
    return 0 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


def power(x, n):
    if n == 0:
        return 1
    half = power(x, n // 2)
    return half * half * x if n % 2 else half * half


def grow(n):
    return 1 if n == 0 else grow(n - 1) * n


def fails(n):
    if n == 0:
        raise ValueError("bottom")
    return fails(n - 1) + 1


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def tree(depth):
    return None if depth == 0 else (tree(depth - 1), depth, tree(depth - 1))


def weigh(node):
    return 0 if node is None else weigh(node[0]) + node[1] + weigh(node[2])


def mixed(n):
    if n < 2:
        return 0.5 if n else 1
    return mixed(n - 1) + mixed(n - 2)


print(fib(17), fib(18), fib(5.0), fib(True), float_fib(15), fib(-3), fib(2.5))
print(tak(10, 6, 3), ackermann(2, 6), max(collatz(n) for n in range(1, 300)), power(3, 100), power(1.5, 20), power(1j, 7), power(2, 62), power(2, 63), grow(30), even(200), odd(301), weigh(tree(9)), mixed(14))
caught = 0
for depth in range(200):
    try:
        fails(depth % 20)
    except ValueError:
        caught += 1
print(caught)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


for n in (10, 100, 900):
    print(deep(n))
try:
    deep(100000)
except RecursionError as problem:
    print(type(problem).__name__)
print(deep(900), fib(12))
