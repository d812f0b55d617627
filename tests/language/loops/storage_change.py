"""The list of a hot loop changes what it holds."""


def fill(n, at, value):
    items = [0] * n
    for i in range(n):
        items[i] = i
        if i == at:
            items[i] = value
    return items


for value in (0.5, True, None, "text", 10**30, 2j, [1]):
    items = fill(5000, 4000, value)
    print(items[3998:4003], len(items))


def append_mixed(n):
    items = []
    for i in range(n):
        if i < 2000:
            items.append(i)
        elif i < 4000:
            items.append(i / 2)
        else:
            items.append(str(i))
    return items[1998:2003], items[3998:4002], len(items)


print(append_mixed(6000))


def read_changed(items, n):
    total = 0
    for i in range(n):
        total += items[i % len(items)]
        if i == 3000:
            items[0] = 0.25
        if i == 5000:
            items[1] = 10**25
        if i == 7000:
            items.append(1)
            items[1] = 0
    return total


print(read_changed([1, 2, 3], 10000), read_changed([1.5, 2.5], 10000), read_changed([True, False], 10000))


def change_in_call(n):
    items = [1] * 10

    def poke(i):
        if i == 5000:
            items[3] = "poked"
        return i

    count = 0
    for i in range(n):
        poke(i)
        if items[3] == "poked":
            count += 1
    return count


print(change_in_call(8000))


def float_into_int(n):
    a = [0] * 100
    for step in range(n):
        for i in range(100):
            a[i] = a[i] + (0.5 if step == 30 else 1)
    return a[0], a[99], type(a[0]).__name__


print(float_into_int(60))


def int_into_float(n):
    a = [0.0] * 100
    for step in range(n):
        for i in range(100):
            a[i] = step * i if step % 2 else a[i] * 0.5
    return a[7], a[99], type(a[7]).__name__, type(a[0]).__name__


print(int_into_float(50), int_into_float(51))


def bools(n):
    flags = [False] * n
    for i in range(n):
        flags[i] = i % 3 == 0
    flags[10] = 1
    count = 0
    for i in range(n):
        if flags[i]:
            count += 1
    return count, flags[:12]


print(bools(5000))


def growing(n):
    items = [0]
    i = 0
    while i < len(items) < n:
        items.append(items[i] + 1)
        items.append(items[i] + 2)
        i += 1
    return len(items), sum(items), items[-1]


print(growing(10000))


def cleared(n):
    items = [1, 2, 3]
    total = 0
    for i in range(n):
        total += len(items)
        if i % 1000 == 500:
            items.clear()
        if i % 1000 == 700:
            items.extend([1.5, 2])
    return total, items


print(cleared(5000))
