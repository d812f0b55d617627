"""Where exceptions arise in generator expressions that are consumed on the spot."""
import traceback


class Picky:
    def __init__(self, n):
        self.n = n

    def __bool__(self):
        raise ValueError("no truth")

    def __lt__(self, other):
        raise KeyError("no order")

    def __radd__(self, other):
        raise StopIteration("no sum")

    def __iter__(self):
        raise OverflowError("no items")


def ends():
    yield 1
    raise ArithmeticError("ended")


def unbound():
    total = sum(tardy for x in range(2))
    tardy = 1
    return total


def warm(items):
    done = 0
    for turn in range(300):
        done += sum(60 // x for x in items)
        if turn == 290:
            items = [3, 0]
    return done


cases = [
    lambda: sum(x for x in 5),
    lambda: sum(x for x in Picky(1)),
    lambda: sum(1 / x for x in [1, 0]),
    lambda: sum(x for x in [1, "a"]),
    lambda: sum(Picky(x) for x in [1, 2]),
    lambda: any(Picky(x) for x in [1, 2]),
    lambda: all(x for x in ends()),
    lambda: max(x for x in []),
    lambda: min(x for x in [1, "a"]),
    lambda: min(Picky(x) for x in [1, 2]),
    lambda: set([x] for x in [1, 2]),
    lambda: dict(([x], 1) for x in [1, 2]),
    lambda: sum(next(iter([])) for x in [1, 2]),
    lambda: list(undefined for x in [1, 2]),
    lambda: tuple(x for y in [1] for x in y),
    lambda: sorted(x for x in [1, "a"]),
    lambda: ",".join(x for x in [1, 2]),
    lambda: sum(x.missing for x in [1] if x),
    lambda: sum(x for x in [1] if x.missing),
    lambda: sum(sum(y / 0 for y in [x]) for x in [1]),
    lambda: [sum(y for y in x) for x in [1]],
    lambda: [x for x in 5],
    lambda: {x for x in Picky(1)},
    lambda: {x: 1 for y in [1] for x in y},
    unbound,
    lambda: warm([1, 2]),
]
for case in cases:
    try:
        case()
    except Exception:
        traceback.print_exc()
print("done")
unbound()
