# The second operand of `and` and `or` is not asked whether it is true where only its value is wanted.
class Asked:
    count = 0

    def __bool__(self):
        Asked.count += 1
        if Asked.count > 10:
            raise ValueError("asked too often")
        return True


def one_of(first, second):
    return first or second


def both(first, second):
    kept = first and second
    return kept


def nested(first, second, third):
    return (first or second) and third


def as_test(first, second):
    if first or second:
        return "yes"
    return "no"


def inverted(first, second):
    return not (first and second)


second = Asked()
for _ in range(3000):
    one_of(None, second)
    both(1, second)
    one_of([], [second])
print(Asked.count)
for _ in range(4):
    nested(None, second, second)
    as_test(0, second)
print(Asked.count)
try:
    for _ in range(5000):
        inverted(1, second)
except ValueError as error:
    print(error, Asked.count)
try:
    for _ in range(5000):
        inverted(0, second)
        as_test(second, None)
except ValueError as error:
    print(error, Asked.count)
