# The truth of each operand is asked for as often as CPython does.


class Asked:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        print("asked", self.name)
        return self.truth


def make(name, truth):
    return Asked(name, truth)


if make("a", False) and make("b", True):
    print("no")
if make("a", True) and make("b", True):
    print("yes")
if make("a", True) or make("b", False):
    print("yes")
if not (make("a", False) or make("b", False)):
    print("yes")
if (make("a", False) or make("b", True)) and make("c", True):
    print("yes")
print(1 if make("a", True) and make("b", False) else 2)
while make("a", False) and make("b", True):
    print("no")
while not (make("a", False) and make("b", True)):
    print("yes")
    break
assert make("a", True) and make("b", True)
print([x for x in range(2) if make("a", x > 0) and make("b", True)])
print(not (make("a", True) and make("b", False)))
match 1:
    case 1 if make("a", False) or make("b", True):
        print("matched")


def count(limit):
    at = 0
    while (at < limit and make("small", True)) or at < 2:
        at += 1
    return at


print(count(1), count(3))
