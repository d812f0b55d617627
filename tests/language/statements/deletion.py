"""del on every target."""
x = 1
del x
try:
    x
except NameError as problem:
    print(problem)
a = [0, 1, 2, 3, 4, 5, 6]
del a[0], a[-1]
del a[1:3]
print(a)
d = {"a": 1, "b": {"c": 2, "d": 3}}
del d["a"]
del d["b"]["c"]
print(d)
y, z = 1, 2
del (y, z)
try:
    print(y)
except NameError as problem:
    print(problem)


def local():
    value = 5
    del value
    try:
        return value
    except UnboundLocalError as problem:
        return str(problem)


def again(flag):
    value = 1
    for i in range(3):
        if i == flag:
            del value
        try:
            value += 1
        except UnboundLocalError:
            value = 100
    return value


def twice():
    v = 1
    del v
    del v


print(local(), again(0), again(1), again(2), again(5))
try:
    twice()
except UnboundLocalError as problem:
    print(problem)
p = q = [1, 2]
del p
print(q)
g = 1


def drop():
    global g
    del g


drop()
try:
    g
except NameError as problem:
    print(problem)
try:
    drop()
except NameError as problem:
    print(problem)
