# Calls of partial functions: compiled code does what they do by functions of its own.
import traceback
from functools import partial


def line(a, b, x):
    return a * x + b


def power(base, exponent=2):
    return base**exponent


def total(function, count):
    result = 0
    for x in range(count):
        result += function(x)
    return result


print(total(partial(line, 3, 4), 200), total(partial(line, 0.5, 1), 200))
print(total(partial(power), 100), total(partial(power, exponent=3), 100), total(partial(max, 17), 60))


def local():
    add = partial(line, 1)
    far = partial(add, 10)
    result = 0
    for x in range(150):
        result += add(2, x) - far(x)
        if x == 100:
            far = partial(add, -10)
        elif x == 120:
            add.keywords["x"] = 5
            try:
                add(1, 2)
            except TypeError as error:
                print(error)
            del add.keywords["x"]
    return result


print(local())


class Shape:
    def __init__(self, scale):
        self.area = partial(line, scale, 0)

    double = partial(line, 2, 0)

    def areas(self, count):
        return sum([self.area(x) + self.double(x) for x in range(count)])


print(Shape(2).areas(80), Shape(2.5).areas(80))
functions = [partial(line, a, b) for a in range(4) for b in range(4)]
result = 0
for x in range(50):
    for function in functions:
        result += function(x)
print(result)


class Logged(partial):
    def __call__(self, x):
        return 1 + super().__call__(x)


print(total(Logged(line, 1, 2), 90), total(partial(Logged(line, 1, 2)), 90))
divide = partial(lambda a, b, c: a // (b - c), 100)


def failing():
    result = 0
    for c in range(100):
        result += divide(77, c)
    return result


try:
    failing()
except ZeroDivisionError as error:
    print(error, [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)])
try:
    total(partial(line, 1), 3)
except TypeError as error:
    print(error)


def countdown(step, n):
    return n if n <= 0 else again(n - step)


again = partial(countdown, 3)
print([again(n) for n in range(0, 90, 4)])
try:
    again(10_000)
except RecursionError as error:
    print(error)
