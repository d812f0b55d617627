# What raises in `x[i] op= value`, in `x[i] = value` and in `x.a op= value` is marked where it is, by the recorder too.
import sys
import traceback


class Pile(list):
    pass


class Ledger(dict):
    pass


class Rows:
    def __init__(self, failing):
        self.failing = failing

    def __getitem__(self, index):
        if self.failing == "get":
            raise ValueError(index)
        return index

    def __setitem__(self, index, value):
        if self.failing == "set":
            raise ValueError(index)


class Sealed:
    @property
    def rate(self):
        return 1

    def __setattr__(self, name, value):
        raise KeyError(name)


def set_item(x, i, more):
    x[i] = more


def update_item(x, i, more):
    x[i] += more


def get_item(x, i, more):
    return more + x[i]


def set_attribute(x, i, more):
    x.rate = more


def update_attribute(x, i, more):
    x.rate += more


def update_missing(x, i, more):
    x.name += more


def in_a_loop(act, x, i, more):
    for _ in range(9):
        act(x, i, more)


cases = [
    (act, (x, i, more))
    for act in (set_item, update_item, get_item)
    for x in ([1, "a"], Pile([1, "a"]), {0: 1, 1: "a"}, Ledger({0: 1, 1: "a"}), (1, 2), "ab", Rows("get"), Rows("set"), Rows(""))
    for i in (0, 1, 7)
    for more in (2, "b")
]
cases += [(act, (Sealed(), 0, 1)) for act in (set_attribute, update_attribute, update_missing)]
for act, arguments in cases:
    for _ in range(7):
        try:
            act(*arguments)
        except Exception:
            pass
    for run, given in ((act, arguments), (in_a_loop, (act, *arguments))):
        try:
            run(*given)
        except Exception:
            traceback.print_exc(file=sys.stdout)
