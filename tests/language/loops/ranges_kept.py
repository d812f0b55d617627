"""Loops over ranges that exist, that go backwards, and whose step is a variable."""


def kept(turns):
    steps = range(3, 40, 4)
    total = 0
    for turn in range(turns):
        for x in steps:
            total += x
        over = range(turn % 5) if turn % 3 else [turn, 2]
        for x in over:
            total = total * 3 % 100003 + x
        if turn == turns - 5:
            steps = range(40, 3, -4)
        if turn == turns - 3:
            steps = range(5)
    return total


print(kept(200))


def backwards(n):
    row = list(range(n))
    total = 0
    for turn in range(60):
        for i in reversed(range(1, n)):
            row[i] += row[i - 1] % 7
        for i in reversed(range(turn, turn - 3)):
            total += i
        for i in reversed(range(n - 3)):
            if i == turn % 4:
                break
            total += row[i] * i
    rest = reversed(range(n))
    next(rest)
    for i in rest:
        total += i
    return total, row, list(rest)


print(backwards(12))
print(list(reversed(range(-2**63, -2**63 + 3))), sum(i for i in reversed(range(2**63 - 3, 2**63 - 1))))
for i in reversed(range(2**63 - 2, 2**63 + 1)):
    print(i)


def strided(values, n):
    total = 0
    half = 1
    while half < n:
        for a in range(half):
            for b in range(0, n, 2 * half):
                i, j = a + b, a + b + half
                values[i], values[j] = values[i] + values[j], values[i] - values[j]
                total += i ^ j
        half *= 2
    return total, values


print(strided([float(x) for x in range(16)], 16))
print(strided(list(range(256)), 256)[0])


def sieve(n):
    marks = [True] * (n + 1)
    count = 0
    for p in range(2, n + 1):
        if marks[p]:
            count += 1
            for m in range(p * p, n + 1, p):
                marks[m] = False
    return count


print(sieve(5000))


def downwards(values, step):
    seen = []
    for turn in range(80):
        for i in range(len(values) - 1, -1, -step):
            seen.append(values[i] + values[i - len(values)])
        step = step % 5 + 1
    return len(seen), sum(seen)


print(downwards(list(range(23)), 1))


def outside(values, step):
    done = 0
    try:
        for turn in range(100):
            for i in range(0, len(values) + (turn > 90) * step, step):
                values[i] += 1
                done += 1
    except IndexError as error:
        return done, str(error)


print(outside([0] * 20, 3), outside([0] * 20, 20))


def standing(n, step):
    i = turns = 0
    while i < n:
        i += step
        turns += 1
        if turns > 500:
            break
    return i, turns


print(standing(100, 0), standing(100, 7), standing(2**62, 2**61))
