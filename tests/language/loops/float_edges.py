"""nan, inf and the signed zero inside hot loops."""
nan = float("nan")
inf = float("inf")


def compare_all(values, n):
    less = equal = greater = other = 0
    k = len(values)
    for i in range(n):
        a = values[i % k]
        b = values[(i // k) % k]
        if a < b:
            less += 1
        elif a == b:
            equal += 1
        elif a > b:
            greater += 1
        else:
            other += 1
    return less, equal, greater, other


print(compare_all([0.0, -0.0, 1.0, nan, inf, -inf, 5e-324], 4900), compare_all([0, 0.0, nan, 2**53, 2.0**53], 2500))


def reach_infinity(n):
    x = 1.0
    for i in range(n):
        x = x * 1.5
        if x == inf:
            return i, x
    return n, x


def become_nan(n):
    x = 1e308
    count = 0
    for i in range(n):
        x = x * 10 - x
        if x != x:
            count += 1
    return x, count


def signed_zero(n):
    x = 1.0
    signs = []
    for i in range(n):
        x = x * -0.5
        if x == 0 and len(signs) < 6:
            signs.append(x)
    return signs, x


def zeros(n):
    text = ""
    x = 0.0
    for i in range(n):
        x = -x
        y = x + 0.0
        z = x * 1.0
        w = 0.0 - x
        v = x - 0.0
        u = 0 * x
        t = x + 0
        if i >= n - 2:
            text += f"{x} {y} {z} {w} {v} {u} {t} {abs(x)} {-x}; "
    return text


def underflow(n):
    x = 1e-300
    for i in range(n):
        x /= 3
    return x


def minmax(values, n):
    low = inf
    high = -inf
    for i in range(n):
        v = values[i % len(values)]
        low = min(low, v)
        high = max(high, v)
    return low, high


def absolute(n):
    total = 0.0
    for i in range(n):
        x = (i - n / 2) * -0.25
        total += abs(x) if x < 0 else -abs(x)
    return total


def conditions(values, n):
    true = 0
    for i in range(n):
        v = values[i % len(values)]
        if v:
            true += 1
        if not v > 0:
            true += 100
        if not v <= 0:
            true += 10000
    return true


def float_as_condition(n):
    x = float(n)
    count = 0
    while x:
        x -= 1.0
        count += 1
    return count


def floor_and_mod(n):
    parts = 0.0
    for i in range(-n, n):
        x = i / 8
        parts += x // 1 + x % 1 + x // -0.75 - x % -0.75
    return parts


def int_of_float(n):
    total = 0
    for i in range(-n, n):
        x = i * 0.37
        total += int(x) + round(x) + int(x + 0.5)
    return total


def int_of_large(n):
    x = 1.0
    total = 0
    for i in range(n):
        x = x * 2.0 if x < 1e25 else 1.0
        total += int(x)
    return total


def power(n):
    total = 0.0
    for i in range(1, n):
        total += i ** 0.5 + i ** -1 + (i / n) ** 2 + 2 ** (i % 10) + (-i / 7) ** 3
    return total


print(reach_infinity(5000), become_nan(500), signed_zero(1200), zeros(1000), underflow(100), minmax([3.5, -2.0, 8.25], 1000), minmax([1, nan, 2], 1000), minmax([0.0, -0.0], 1000))
print(absolute(3000), conditions([0.0, -0.0, nan, 1.0, -1.0, inf], 3000), float_as_condition(4000), floor_and_mod(2000), int_of_float(2000), int_of_large(3000), power(2000))


def int_of_inf(n):
    x = 1.0
    for i in range(n):
        x *= 3.0
        y = int(x)
    return y


try:
    int_of_inf(3000)
except OverflowError as problem:
    print(problem)


def overflow_power(n):
    x = 1.5
    for i in range(n):
        y = x ** i
    return y


try:
    overflow_power(5000)
except OverflowError as problem:
    print(problem)
