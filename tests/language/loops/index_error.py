"""An index runs out of range after many good ones."""


def read(items, n):
    total = 0
    i = 0
    try:
        while i < n:
            total += items[i]
            i += 1
    except IndexError as problem:
        return total, i, str(problem)
    return total, i, None


def write(items, n):
    i = 0
    try:
        while i < n:
            items[i] = i * 2
            i += 1
    except IndexError as problem:
        return sum(items), i, str(problem)
    return sum(items), i, None


items = list(range(10000))
print(read(items, 10000), read(items, 10001), read(items, 20000))
print(write(items, 10000), write(items, 15000))
print(read([0.5] * 10000, 12000), write([0.5] * 10000, 12000))


def negative(items, n):
    total = 0
    for i in range(1, n + 1):
        total += items[-i]
    return total


print(negative(items, 10000))
try:
    negative(items, 10001)
except IndexError as problem:
    print(problem)


def wrap(items, n):
    total = 0
    k = len(items)
    for i in range(n):
        total += items[i % k] - items[i - k if i < k else -1]
    return total


print(wrap(items, 12000))


def shrinking(items):
    i = 0
    total = 0
    try:
        while True:
            total += items[i]
            i += 1
            if i % 3 == 0:
                items.pop()
    except IndexError:
        return total, i, len(items)


print(shrinking(list(range(10000))))


def string_index(text, n):
    count = 0
    try:
        for i in range(n):
            if text[i] == "a":
                count += 1
    except IndexError as problem:
        return count, i, str(problem)
    return count, i


print(string_index("abca" * 2000, 8000), string_index("abca" * 2000, 9000))


def tuple_index(t, n):
    total = 0
    for i in range(n):
        total += t[i % 5]
    return total


print(tuple_index((1, 2.5, 3, 4, 5), 10000))
try:
    tuple_index((1, 2, 3, 4), 10000)
except IndexError as problem:
    print(problem)
