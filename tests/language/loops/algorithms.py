"""Whole small programs, as scripts have them."""
import math


def monte_carlo(n):
    seed = 42
    inside = 0
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        x = seed / 2147483648
        seed = (seed * 1103515245 + 12345) % 2147483648
        y = seed / 2147483648
        if x * x + y * y <= 1.0:
            inside += 1
    return 4.0 * inside / n


def gauss(n):
    a = [[1.0 / (i + j + 1) + (2.0 if i == j else 0.0) for j in range(n)] for i in range(n)]
    b = [float(i) for i in range(n)]
    for k in range(n):
        best = k
        for i in range(k + 1, n):
            if abs(a[i][k]) > abs(a[best][k]):
                best = i
        a[k], a[best] = a[best], a[k]
        b[k], b[best] = b[best], b[k]
        for i in range(k + 1, n):
            f = a[i][k] / a[k][k]
            for j in range(k, n):
                a[i][j] -= f * a[k][j]
            b[i] -= f * b[k]
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        s = b[i]
        for j in range(i + 1, n):
            s -= a[i][j] * x[j]
        x[i] = s / a[i][i]
    return x


def fft(values):
    n = len(values)
    if n == 1:
        return values
    even = fft(values[0::2])
    odd = fft(values[1::2])
    out = [0j] * n
    for k in range(n // 2):
        angle = -2 * math.pi * k / n
        t = complex(math.cos(angle), math.sin(angle)) * odd[k]
        out[k] = even[k] + t
        out[k + n // 2] = even[k] - t
    return out


def life(n, steps):
    cells = [[(i * 7 + j * 13) % 3 == 0 for j in range(n)] for i in range(n)]
    for _ in range(steps):
        after = [[False] * n for _ in range(n)]
        for i in range(n):
            for j in range(n):
                alive = 0
                for di in (-1, 0, 1):
                    for dj in (-1, 0, 1):
                        if (di or dj) and cells[(i + di) % n][(j + dj) % n]:
                            alive += 1
                after[i][j] = alive == 3 or cells[i][j] and alive == 2
        cells = after
    return sum(sum(row) for row in cells)


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def floyd(n):
    far = 10**9
    d = [[far] * n for _ in range(n)]
    for i in range(n):
        d[i][i] = 0
        d[i][(i * 3 + 1) % n] = i % 5 + 1
        d[i][(i + 7) % n] = 4
    for k in range(n):
        for i in range(n):
            for j in range(n):
                if d[i][k] + d[k][j] < d[i][j]:
                    d[i][j] = d[i][k] + d[k][j]
    return sum(map(sum, d)), max(max(row) for row in d)


def knapsack(capacity):
    best = [0] * (capacity + 1)
    for weight, value in ((5, 10), (4, 40), (6, 30), (3, 50), (7, 65)):
        for c in range(capacity, weight - 1, -1):
            best[c] = max(best[c], best[c - weight] + value)
    return best[capacity]


def runge_kutta(n):
    t, y = 0.0, 1.0
    h = 5.0 / n
    f = lambda t, y: -2 * y + math.sin(t)
    for _ in range(n):
        k1 = f(t, y)
        k2 = f(t + h / 2, y + h * k1 / 2)
        k3 = f(t + h / 2, y + h * k2 / 2)
        k4 = f(t + h, y + h * k3)
        y += h * (k1 + 2 * k2 + 2 * k3 + k4) / 6
        t += h
    return y


def perfect(n):
    return [k for k in range(2, n) if sum(d for d in range(1, k // 2 + 1) if k % d == 0) == k]


def pascal(n):
    row = [1]
    for _ in range(n):
        row = [1] + [row[i] + row[i + 1] for i in range(len(row) - 1)] + [1]
    return max(row), sum(row)


print(monte_carlo(3000), gauss(12)[:3], life(16, 4), levenshtein("kitten sitting", "sitting kitten"), floyd(24), knapsack(300), runge_kutta(300), perfect(500), pascal(70))
print([abs(v) for v in fft([complex(i % 5, -i % 3) for i in range(32)])][:6])
