"""Loops over keyword arguments, of which there are none for a long time."""


class Namespace:
    def __init__(self, **fields):
        for name, value in fields.items():
            setattr(self, name, value)


def total(**fields):
    s = 0
    for name in fields:
        s += fields[name]
    return s


def nothing_done(items):
    for item in iter(items):
        pass
    else:
        return "end"


def main():
    for i in range(60):
        Namespace()
        total()
        nothing_done({})
    for i in range(30):
        n = Namespace(a=i, b=2.5, c="x")
        if len(n.__dict__) != 3:
            print(i, n.__dict__)
        if total(a=i, b=2, c=3) != i + 5:
            print(i, total(a=i, b=2, c=3))
    print(n.__dict__, total(one=1), nothing_done({1: 2, 3: 4}))


main()
