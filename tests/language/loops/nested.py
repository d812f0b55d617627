"""Nested loops with break, continue and else, at depth."""


def triples(n):
    found = []
    for a in range(1, n):
        for b in range(a, n):
            c = b
            while c < n:
                if a * a + b * b == c * c:
                    found.append((a, b, c))
                    break
                if c * c > a * a + b * b:
                    break
                c += 1
            else:
                continue
    return len(found), found[:5], found[-1]


def primes(n):
    result = []
    for candidate in range(2, n):
        for p in result:
            if p * p > candidate:
                result.append(candidate)
                break
            if candidate % p == 0:
                break
        else:
            result.append(candidate)
    return len(result), result[-3:]


def spiral(n):
    total = 0
    i = 0
    while i < n:
        j = 0
        while True:
            if j > i:
                break
            k = j
            while k > 0:
                if k % 5 == 0:
                    k -= 3
                    continue
                total += k
                k -= 2
            else:
                total += 1
            j += 1
        i += 1
    return total


def matmul(n):
    a = [[i * j % 7 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 5 + 0.5 for j in range(n)] for i in range(n)]
    c = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            s = 0.0
            for k in range(n):
                s += a[i][k] * b[k][j]
            c[i][j] = s
    return c[1][2], c[n - 1][n - 1], sum(sum(row) for row in c)


def early_return(n):
    for i in range(n):
        for j in range(n):
            for k in range(n):
                if i * j * k == 3000:
                    return i, j, k
    return None


def wave(n, m):
    before = [0.0] * m
    now = [0.0] * m
    now[m // 2] = 1.0
    for step in range(n):
        after = [0.0] * m
        for i in range(1, m - 1):
            after[i] = 2 * now[i] - before[i] + 0.25 * (now[i - 1] - 2 * now[i] + now[i + 1])
        before, now = now, after
    return now[m // 2], sum(now), max(now)


def triangular(n):
    count = 0
    for i in range(n):
        for j in range(i):
            for k in range(j, i, 2):
                if (i + j + k) % 3 == 0:
                    continue
                count += 1
    return count


def downwards(n):
    total = 0
    for i in range(n, 0, -3):
        for j in range(i, -i, -7):
            total += i * j - j // 3
    return total


print(triples(60), primes(3000), spiral(60), matmul(24), early_return(40), wave(60, 101), triangular(70), downwards(400))
