"""Recursion of several shapes."""


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def permutations(items):
    if len(items) <= 1:
        return [items]
    result = []
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            result.append([items[i]] + rest)
    return result


def flatten(item):
    if isinstance(item, list):
        return [leaf for part in item for leaf in flatten(part)]
    return [item]


def queens(n, row=0, columns=(), left=(), right=()):
    if row == n:
        return 1
    count = 0
    for c in range(n):
        if c not in columns and row - c not in left and row + c not in right:
            count += queens(n, row + 1, columns + (c,), left + (row - c,), right + (row + c,))
    return count


def quicksort(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(factorial(20), factorial(25), ackermann(2, 5), even(100), odd(7), hanoi(8, "a", "b", "c"))
print(permutations([1, 2, 3]), len(permutations(list("abcde"))), flatten([1, [2, [3, [4, []]], 5]]), queens(6))
print(quicksort([3, 6, 1, 8, 2, 9, 2]), gcd(1071, 462), gcd(2**70, 6**20), [fib(i) for i in range(15)], fib(18), deep(800))
print((lambda f, n: f(f, n))(lambda f, n: 1 if n == 0 else n * f(f, n - 1), 10))
