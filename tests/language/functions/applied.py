"""Functions that `map` and `filter` apply to what is taken at once."""


def double(x):
    return x * 2


def stop_at_three(x):
    if x == 3:
        raise StopIteration
    return x


def odd(x):
    return x % 2


print(list(map(double, [1, 2, 3])), sum(map(double, range(4))), tuple(map(lambda x: x + 1, (1, 2))), set(map(double, [1, 1])))
print(list(filter(odd, range(6))), max(filter(lambda x: x > 2, [1, 3, 2, 5])), sorted(map(lambda x: -x, [1, 3, 2])))
print(list(map(double, filter(odd, map(lambda x: x + 1, range(6))))), ",".join(map(lambda x: str(x), [1, 2])))
print(list(map(stop_at_three, range(6))), list(filter(lambda x: stop_at_three(x) or True, [1, 2, 3, 4])))
numbers = iter(range(10))
left = map(stop_at_three, numbers)
print(list(left), list(left), next(numbers, "none"))
print(any(map(lambda x: x > 1, [1, 2, 3])), all(map(odd, [1, 2, 3])))
rest = iter([1, 2, 3, 4])
print(any(map(lambda x: x == 2, rest)), list(rest))


def make(n):
    yield n
    yield n + 1


print([list(made) for made in map(make, [1, 10])])


def fail(x):
    return 1 // x


try:
    list(map(fail, [1, 0]))
except ZeroDivisionError as error:
    print(error)

calls = []


def note(x, more=5):
    calls.append((x, more))
    return x


list(map(note, "ab"))
list(map(note, "ab", "cd"))
print(calls)

items = [1, 2, 3]


def grow(x):
    if len(items) < 6:
        items.append(x * 10)
    return x


print(list(map(grow, items)))
print(list(map(int, "123")), list(map(str, [1, 2.5])), list(filter(None, [0, 1, "", "a"])), list(map(len, ["a", "bc"])))
print(list(filter(str.isdigit, "a1b2")), list(map("{}!".format, [1, 2])), dict(map(lambda x: (x, x * x), range(3))))
print(list(map(lambda: 1, [])))
list(map(lambda a, b: 1, [1]))
