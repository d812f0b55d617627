"""Functions as values; what they return."""


def nothing():
    pass


def early(n):
    if n:
        return
    return 1, 2


def several(n):
    if n == 0:
        return None
    if n == 1:
        return 1
    if n == 2:
        return 2.5
    if n == 3:
        return "three"
    return [n]


print(nothing(), early(1), early(0), [several(i) for i in range(5)])
table = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
for name, function in table.items():
    print(name, function(3, 4), end=" ")
print(list(map(lambda x: x * x, [1, 2, 3])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x % 2, range(6))), list(map(max, [1, 5], [3, 2])), list(map(str, (1, 2))))


def apply(f, *args):
    return f(*args)


print(apply(max, 3, 9, 2), apply(print, "through"), apply(lambda: "none"), apply(divmod, 7, 2), apply("-".join, ["a", "b"]), apply([3, 1].index, 1))


def make(kind):
    if kind == "square":
        def f(x):
            return x * x
    else:
        def f(x):
            return -x
    return f


print(make("square")(5), make("x")(5), make == make, make("x") == make("x"), callable(make), callable(5))
append = [].append
items = []
push = items.append
for i in range(3):
    push(i)
print(items, append(5))


def swap(a, b):
    return b, a


x, y = swap(1, 2)
print(x, y, swap(*swap("p", "q")))


def outer():
    return inner()


def inner():
    return "defined later"


print(outer())


def redefined():
    return 1


saved = redefined


def redefined():
    return 2


print(saved(), redefined())
f = g = lambda: 7
print(f is g, f(), sorted([3, 1, 2], key=lambda v: -v), max([1, -5, 3], key=abs), min("bca", key=ord))
