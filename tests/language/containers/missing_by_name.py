"""`__missing__` where `dict.__getitem__` is reached by its name."""
import collections

c = collections.Counter("aab")
print(sorted("zab", key=c.__getitem__), c)
dd = collections.defaultdict(int)
print(list(map(dd.__getitem__, "xy")), dd)


class F(collections.defaultdict):
    def __getitem__(self, key):
        return super().__getitem__(key)


class D(dict):
    def __missing__(self, key):
        return key * 2


class E(dict):
    pass


print(F(list)["a"], D().__getitem__(4), dict.__getitem__(D({4: 1}), 4), dict.__getitem__(D(), 4), D.__getitem__(D(), 4))
for wrong in (lambda: {}.__getitem__(1), lambda: E().__getitem__(1), lambda: dict.__getitem__({}, 1), lambda: dict.__getitem__(E()), lambda: D().__getitem__(), lambda: D().__getitem__(1, 2), lambda: D().__getitem__([1])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)


def total(n):
    d, f = D(), F(int)
    total = 0
    for i in range(n):
        total += d.__getitem__(i) + f[i % 7] + dict.__getitem__(d, i)
        f[i % 7] += 1
    return total, len(d), f


print(total(500))
dd.__init__()
try:
    dd["q"]
except KeyError as error:
    print("no factory", error)
od = collections.OrderedDict([(1, 2), (3, 4)])
od.move_to_end(True)
print(od)
od.move_to_end(3.0, last=False)
print(od)
od.move_to_end(1.0)
print(od)
