# Patterns of sequences in hot loops: tuples and lists by length, what is no sequence, nested ones, mixed subjects.
from collections import namedtuple

Point = namedtuple("Point", "x y")


def machine(program, most):
    total = at = steps = 0
    while steps < most:
        steps += 1
        match program[at]:
            case ("inc", k):
                total += k
            case ("add", k, (a, b)):
                total += k * a - b
            case ["jump", limit, target]:
                if total < limit:
                    at = target
                    continue
            case ("halt",):
                break
            case _:
                total -= 1
        at += 1
    return total, at, steps


def kinds(values, n):
    seen = [0] * 9
    for i in range(n):
        match values[i % len(values)]:
            case []:
                seen[0] += 1
            case [x]:
                seen[1] += 1
            case [int(x), float(y)]:
                seen[2] += 1
            case [x, [y, *rest]]:
                seen[3] += len(rest)
            case [first, *middle, last]:
                seen[4] += first == last
            case {"k": k, **others}:
                seen[5] += k + len(others)
            case str() | bytes():
                seen[6] += 1
            case None | True | False:
                seen[7] += 1
            case _:
                seen[8] += 1
    return seen


def pairs(items, n):
    total = 0
    for i in range(n):
        match items[i % len(items)]:
            case (x, y) if x < y:
                total += x
            case (x, y):
                total += y
            case (x, y, z):
                total += x * y * z
    return total


class Holder:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, at):
        return self.items[at]


def held(values, n):
    found = 0
    for i in range(n):
        match values[i % len(values)]:
            case (a, b):
                found += a + b
            case Holder(items=[a, b]):
                found += a * b
    return found


def evaluate(tree):
    match tree:
        case int(x):
            return x
        case ("+", a, b):
            return evaluate(a) + evaluate(b)
        case ("*", a, b):
            return evaluate(a) * evaluate(b)
        case ("-", a):
            return -evaluate(a)


program = [("inc", 1), ("add", 3, (2, 5)), ["jump", 900, 0], "no", ("inc",), ("halt",)]
mixed = [[], (1,), [1, 2.0], (1, [2, 3, 4]), [5, 6, 5], {"k": 2, "m": 1}, "ab", b"ab", None, True, 2.5, range(2), {1}]
for _ in range(3):
    print(machine(program, 5000), kinds(mixed, 650), kinds(mixed[:4], 300), kinds([mixed[2]], 300))
    print(pairs([(1, 2), (4, 3)], 400), pairs([(1, 2), [4, 3], (1, 2, 3), Point(5, 6)], 400))
    print(held([(1, 2), Holder([3, 4]), Point(1, 1)], 300))
    print(sum(evaluate(("+", ("*", i, 2), ("-", ("+", i, 1)))) for i in range(400)))
try:
    print(machine(program[:1], 5000))
except IndexError as error:
    print(error)
