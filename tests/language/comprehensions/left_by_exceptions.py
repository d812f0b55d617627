# What an exception out of a comprehension leaves of its variables is seen by nobody.
from contextlib import suppress


def in_a_handler(items):
    try:
        inverses = [1 / item for item in items]
    except ZeroDivisionError as problem:
        print("handler", sorted(locals()))
    print("after", sorted(locals()))
    return vars()


def consumed(items):
    try:
        largest = max(each for each in items if each > 100)
    except (ValueError, TypeError):
        pass
    return sorted(locals())


def nested(rows):
    try:
        try:
            flat = {cell: 1 // cell for row in rows for cell in row}
        except KeyError:
            print("never")
        finally:
            print("finally", "rows" in locals())
    except ZeroDivisionError:
        return sorted(locals())


def under_with(items):
    with suppress(ZeroDivisionError):
        return {item // 0 for item in items}
    return sorted(dir())


def in_groups(items):
    try:
        inverses = [1 / item for item in items]
    except* ZeroDivisionError as group:
        print("group", sorted(locals()))
    return sorted(locals())


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("dropped", self.name)


def dropped():
    try:
        kept = [noisy.missing for noisy in map(Noisy, "ab")]
    except AttributeError:
        pass
    print("after the handler")


for _ in range(3):
    print(sorted(in_a_handler([1, 2, 0])))
    print(consumed([1, 2]), consumed([200, "a"]))
    print(nested([[1], [2, 0]]))
    print(under_with([1]))
    print(in_groups([1, 0]))
    dropped()
    print([eval("number * 2") for number in range(3)])
