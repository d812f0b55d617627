"""Variables whose types differ between calls, looked at on ways that are seldom taken."""

nan = float("nan")


def compare(p1, p2, p3):
    t = 0
    v = complex(nan, 6.640625)
    w = 1.890625
    for i in range(-234, 234, 2):
        if True and w > w:
            p2 += (1.5 / -3) - (-1.546875 - w)
        if abs(v) < 2:
            t += 1
        if i % 33 == 0 and ((p1 % 97) >= p2):
            continue
        t += 1
    return t


def length(p, c, n):
    t = 0
    for i in range(n):
        if c > 5:
            t += len(p)
        if c > 7 and p[0] > 3:
            t += p[1]
        t += 1
    return t


for turn in range(8):
    print(compare(-10, False, turn))
print(compare(0, 2.09375, complex(-22.703125, -20.546875)))
total = 0
for k in range(60):
    total += length([1, 2, 3], k % 9, 20) + length([4.5, 2, 3], k % 9, 20)
    total += length(5, 0, 20) + length(None, 1, 20) + length(True, 2, 20)
    total += length((4, 2), k % 9, 3)
print(total)


def rebound():
    last = 23.5
    for i in range(97):
        if i == 5:
            last = False
        for k in range(3, 9, 3):
            last = last
    return last


for turn in range(8):
    print(rebound())
