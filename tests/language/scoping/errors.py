"""Names that are not there."""
try:
    missing
except NameError as problem:
    print(type(problem).__name__, problem, problem.name)


def local_before():
    print(x)
    x = 1


def local_in_branch(flag):
    if flag:
        y = 1
    return y


def loop_never():
    for i in []:
        pass
    return i


def augmented():
    total += 1


def free_before():
    def inner():
        return value
    inner()
    value = 1


def in_comprehension():
    return [later for _ in range(1)]
    later = 1


def deleted():
    a = 1
    del a
    return a


def global_missing():
    global never_set
    return never_set


def caught():
    try:
        1 / 0
    except ZeroDivisionError as problem:
        pass
    return problem


def import_late():
    math.sqrt(4)
    import math


def tuple_target():
    a, b = b, 1


def default(a=len):
    return a([1]), len2


def condition():
    while w:
        w = 0


def with_lambda():
    f = lambda: q
    f()
    q = 1


x = total = "global"
for function in (local_before, lambda: local_in_branch(True), lambda: local_in_branch(False), loop_never, augmented, free_before, in_comprehension, deleted, global_missing, caught, import_late, tuple_target, default, condition, with_lambda):
    try:
        print(function())
    except NameError as problem:
        print(type(problem).__name__, problem)
