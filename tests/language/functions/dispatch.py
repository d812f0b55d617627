# What is called is now this function and now that: out of dictionaries and lists, by name, as bound methods.


def push(machine, n):
    machine.stack.append(n)


def add(machine, n):
    top = machine.stack.pop()
    machine.stack[-1] += top


def multiply(machine, n=3):
    machine.stack[-1] = machine.stack[-1] * n % 1000003


def jump(machine, n):
    if machine.stack[-1] % 1009:
        machine.at = n


class Machine:
    def __init__(self, code):
        self.code = code
        self.stack = [0]
        self.at = 0
        self.steps = 0

    def run(self, most):
        while self.at < len(self.code) and self.steps < most:
            name, n = self.code[self.at]
            self.at += 1
            self.steps += 1
            if n is None:
                TABLE[name](self, 2)
            else:
                TABLE[name](self, n)
        return self.stack


TABLE = {"push": push, "add": add, "multiply": multiply, "jump": jump}
machine = Machine([("push", 5), ("add", None), ("multiply", 7), ("push", 2), ("add", 1), ("jump", 0), ("multiply", None)])
print(machine.run(6000), machine.steps, machine.at)


def double(x, by=2):
    return x * by


def half(x):
    return x / 2


def text(x):
    return str(x)[:5]


def none(x):
    return None


def fails(x):
    raise ValueError(x)


def make(n):
    def inner(x):
        return x + n

    return inner


steps = [double, half, text, none, make(1), make(10)]
total = 0
kinds = {}
for i in range(3000):
    result = steps[i * i % 6](i)
    kinds[type(result).__name__] = kinds.get(type(result).__name__, 0) + 1
    total += result if isinstance(result, (int, float)) else len(result or "")
print(total, kinds)

steps.append(fails)
bad = 0
for i in range(3000):
    try:
        steps[i % 7](i)
    except ValueError as error:
        bad += error.args[0]
print(bad)


class Walker:
    def __init__(self):
        self.handlers = {int: self.whole, float: self.real, str: self.word}
        self.seen = 0

    def whole(self, x):
        self.seen += 1
        return x

    def real(self, x):
        return int(x)

    def word(self, x):
        return len(x) + self.seen


walker = Walker()
values = [1, 2.5, "three", 4, 5.5]
total = 0
for i in range(3000):
    value = values[i % 5]
    total += walker.handlers[type(value)](value)
print(total, walker.seen)


# Functions that were not seen, in a variable that does not change in the loop.
def shift(x, by=1, times=2):
    return x + by * times


def late(n):
    f = double
    total = 0
    for i in range(n):
        if i == n // 2:
            f = shift
        total += f(i)
        if i == n - 10:
            f = half
    return total


print([late(3000) for _ in range(3)])


# What an instance has itself is called without it: a function, a lambda, a bound method, a class.
class Heap:
    def __init__(self, key):
        self.key = key
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        at = len(items) - 1
        while at and self.key(items[at]) < self.key(items[(at - 1) // 2]):
            items[at], items[(at - 1) // 2] = items[(at - 1) // 2], items[at]
            at = (at - 1) // 2


def second(pair):
    return pair[1]


class Weights:
    def __init__(self, sign):
        self.sign = sign

    def weight(self, pair):
        return pair[1] * self.sign


for key in second, lambda pair: -pair[1], Weights(-1).weight, Weights(1).weight, str, lambda pair, times=2: pair[0] * times:
    heap = Heap(key)
    for i in range(400):
        heap.push((i, i * 7919 % 1009))
    print(heap.items[:2], heap.items[-1])

heaps = [Heap(second), Heap(lambda pair: -pair[0]), Heap(Weights(1).weight)]
for i in range(900):
    heaps[i % 3].push((i, i * 31 % 97))
print([heap.items[0] for heap in heaps])
