"""Generator expressions that a built-in function consumes on the spot."""


def loops(n, items):
    total = 0
    seen = []
    for i in range(n):
        k = i % 7
        if any(x == k for x in items):
            total += 1
        if all(x != k for x in items):
            total += 10
        total += sum(x * k for x in items if x)
        total += max(x - k for x in items) + min(x ^ k for x in items)
        seen.append(tuple(x + k for x in items))
        total += len(set(x % 3 + k for x in items)) + len(list(x for x in items))
        total += dict((x, k) for x in items)[items[0]]
        total += sorted((x * 31 % 17 for x in items), reverse=True)[0]
        total += sorted(x * 31 % 17 for x in items)[0]
        seen.append("-".join(str(x + k) for x in items))
    return total, seen[:2], seen[-2:]


print(loops(300, [1, 2, 5, 11]))


def nested(n):
    found = 0
    for a in range(1, n):
        if any(a * b == c and b > a for b in range(n) for c in range(a, 3 * n) if c % 2):
            found += 1
        if all(b + c < a + n for b in range(4) for c in range(a)):
            found += 100
        found += sum(sum(b * c for c in range(b)) for b in range(5))
        found += sum(max((b * c) % 7 for c in range(1, b)) for b in range(2, 6))
    return found


print(nested(40))


def logged(name, value):
    print(name, value, end="; ")
    return value


print(any(logged("any", x) for x in [0, 3, 5]))
print(all(logged("all", x) for x in [1, 0, 5]))
print(any(logged("two", x * y) for x in [0, 1, 2] for y in [0, 1]))
print(all(logged("three", x < y) for x in [0, 1] for y in [1, 2] if y))
print(any(x for x in []), all(x for x in []), sum(x for x in []))
print(sum(x for x in [0.1] * 10), sum((x for x in [1, 2.5, 2j])), sum(x for x in [True, False, True]))
print(sum(x for x in [2**62, 2**62, 2**63]), sum(-0.0 for x in range(3)))
print(sum((x for x in [1, 2]), 10), sum((x for x in [[1], [2, 3]]), []), sum((x for x in [(1,)]), ()))
print(max(x for x in [1, 1.0, True]), min(x for x in [1.0, 1, True]), max(x for x in ["b", "ab"]))
nan = float("nan")
print(max(x for x in [nan, 1.0, 2.0]), max(x for x in [1.0, nan, 2.0]), min(x for x in [2.0, nan, 1.0]))
print(tuple(x for x in "ab"), list(x for x in (1, 2)), sorted(set(x for x in "hello")))
print(dict((k, v) for v, k in enumerate("abca")), dict(p for p in [(1, 2), "ab"]))
print(sorted((x for x in "bca"), key=lambda x: -ord(x)), ", ".join(x.upper() for x in "abc"))
print(b"-".join(x for x in [b"a", b"b"]))


class Loud:
    def __init__(self, name):
        self.name = name

    def __bool__(self):
        print("bool", self.name, end="; ")
        return self.name == "yes"

    def __lt__(self, other):
        print(self.name, "<", other.name, end="; ")
        return self.name < other.name

    def __gt__(self, other):
        print(self.name, ">", other.name, end="; ")
        return self.name > other.name

    def __add__(self, other):
        print(self.name, "+", end="; ")
        return self

    def __radd__(self, other):
        print(other, "+", self.name, end="; ")
        return self

    def __hash__(self):
        print("hash", self.name, end="; ")
        return 1

    def __eq__(self, other):
        return self.name == other.name

    def __del__(self):
        print("gone", self.name, end="; ")


names = ["no", "yes", "perhaps"]
print(any(Loud(x) for x in names))
print(all(Loud(x) for x in names))
best = max(Loud(x) for x in names)
print(best.name)
best = min(Loud(x) for x in names)
print(best.name)
best = sum(Loud(x) for x in names)
print(best.name)
best = set(Loud(x) for x in names)
print(len(best))
del best


def closing():
    try:
        yield from range(10)
    finally:
        print("closed", end="; ")


print(any(x > 2 for x in closing()), sum(x for x in closing()))


def variables(x):
    outer = x
    before = sum(x * outer for x in range(4))
    makers = list((lambda: x + outer) for x in range(3))
    outer = 100
    after = [make() for make in makers]
    return x, before, after, sorted(locals())


print(variables(5))
x = "mine"
print(sum(x for x in range(3)), x)


class Body:
    factor = 3
    total = sum(x * 2 for x in range(factor))
    __hidden = [1, 2]

    def method(self):
        return sum(x for x in self.__hidden), any(self is x for x in [self])


print(Body.total, Body().method())


def recursive(n):
    return 1 + sum(recursive(k) for k in range(n))


print(recursive(9))


def in_generator(items):
    for i in items:
        yield sum(i * j for j in items)
        yield any(i == j for j in items)


print(list(in_generator([1, 2, 3])))


def shadowed(items):
    def sum(values):
        return "own " + type(values).__name__
    return sum(x for x in items), max(x for x in items)


print(shadowed([1, 2]))


def given(any):
    return any(x for x in "ab")


print(given(lambda values: next(values)), given(list))
