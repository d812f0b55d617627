"""Hot loops that read and write module variables, at module level and in functions."""
count = 0
step = 1
limit = 5000
for i in range(limit):
    count += step
    if i == 3000:
        step = 0.5
print(count, step)
scale = 2


def use(n):
    total = 0
    for i in range(n):
        total += i * scale
    return total


print(use(3000))
scale = 2.5
print(use(3000))
scale = "x"
try:
    use(3000)
except TypeError as problem:
    print(problem)
scale = 3


def change(i):
    global scale
    if i == 2000:
        scale = -1


def use_changing(n):
    total = 0
    for i in range(n):
        change(i)
        total += scale
    return total


print(use_changing(3000))


def write(n):
    global count
    count = 0
    for i in range(n):
        count = count + i
    return count


print(write(4000), count)


def helper(x):
    return x + 1


def calls(n):
    total = 0
    for i in range(n):
        total += helper(i)
    return total


print(calls(3000))


def helper(x):
    return x * 2


print(calls(3000))
original = helper


def swap_helper(x):
    return -original(x)


def calls_changing(n):
    global helper
    total = 0
    for i in range(n):
        total += helper(i)
        if i == 1500:
            helper = swap_helper
    return total


print(calls_changing(3000))
i = 0
total = 0
while i < 10000:
    if i % 3 == 0 or i % 5 == 0:
        total += i
    i += 1
print(total, i)
x = 0.0
n = 0
while x < 100:
    x += 0.1
    n += 1
print(n, x)
items = []
for i in range(2000):
    items.append(i * i)
    if len(items) > 10:
        items = items[5:]
print(items)
len_before = len
calls_of_len = 0


def counting_len(thing):
    global calls_of_len
    calls_of_len += 1
    return len_before(thing)


for i in range(3000):
    if i == 2000:
        len = counting_len
    x = len(items)
del len
print(calls_of_len, x, len(items))


def delete_in_loop(n):
    global temporary
    total = 0
    temporary = 1
    try:
        for i in range(n):
            total += temporary
            if i == 2500:
                del temporary
    except NameError as problem:
        return total, str(problem)


print(delete_in_loop(4000))
