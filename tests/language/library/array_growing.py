# Rows of machine numbers that grow while a loop reads them, and deques whose length is asked for.
from array import array
from collections import deque


def growing(n):
    row = array("d")
    total = 0.0
    for i in range(n):
        row.append(i * 0.25)
        total += row[i] + row[i // 2] + len(row)
        row[i // 3] = total % 7
    return total, len(row), sum(row)


def two_rows(n):
    even, odd = array("l"), array("l", [1])
    for i in range(n):
        if i % 2:
            odd.append(i + even[-1])
        else:
            even.append(i * odd[-1] % 1000)
    return even[-3:].tolist(), odd[-3:].tolist(), len(even) + len(odd)


def refused(n):
    row = array("b")
    failed = 0
    for i in range(n):
        try:
            row.append(i - 5)
        except OverflowError:
            failed += 1
        try:
            row.append("x" if i % 9 == 0 else 1)
        except TypeError:
            failed += 100
    return failed, len(row), row[4]


def queue(n):
    waiting = deque([0])
    total = most = 0
    for i in range(n):
        waiting.append(i)
        if len(waiting) > 10:
            total += waiting.popleft()
        while waiting and i % 50 == 0:
            total += waiting.pop()
        most = max(most, len(waiting))
    return total, most, len(waiting)


print(growing(400))
print(two_rows(300))
print(refused(200))
print(queue(1000))
