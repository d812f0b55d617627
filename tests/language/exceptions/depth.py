"""Exceptions through many frames and in the middle of expressions."""


def down(n):
    if n == 0:
        raise ValueError("bottom")
    return down(n - 1) + 1


for depth in (0, 1, 50, 300):
    try:
        down(depth)
    except ValueError as problem:
        print(depth, problem)


def cleanup(n, log):
    try:
        if n == 0:
            raise KeyError("deep")
        cleanup(n - 1, log)
    finally:
        log.append(n)


log = []
try:
    cleanup(5, log)
except KeyError as problem:
    print(log, problem)


def convert(text):
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return None


print([convert(t) for t in ("1", "2.5", "x", "", "1e3", "-7")])


def safe(f, *args, default="?"):
    try:
        return f(*args)
    except Exception as problem:
        return f"{default}{type(problem).__name__}"


print(safe(int, "x") + str(safe(int, "7")) + safe(lambda: [][0], default="!"), safe(safe, safe, int))


def recover(values):
    good, bad = 0, 0
    for v in values:
        try:
            good += 10 / v
        except ZeroDivisionError:
            bad += 1
        except TypeError:
            bad += 100
    return good, bad


print(recover([1, 2, 0, 4, 0, "x", 5, None]))


def rethrow(level):
    try:
        if level == 0:
            raise IndexError("start")
        rethrow(level - 1)
    except IndexError as problem:
        if level == 3:
            raise TypeError("translated") from problem
        raise


try:
    rethrow(5)
except TypeError as problem:
    print(problem, "<-", problem.__cause__, type(problem.__cause__).__name__)
