# A number assigned in place of an object ends that object at once, however often the statement has run.
class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


def f():
    kept = Item("own")
    kept = 0
    print("after")


def g():
    kept = [Item("own")]
    kept = 0
    print("after")


def h():
    kept = (1, Item("own"))
    kept = None
    print("after")


def k(n):
    kept = (1, Item("own"))
    kept = n
    print("after")


def l(n):
    kept = (1, Item("own"))
    del kept
    print("after")


def m(n):
    a = Item("own")
    kept = (1, a)
    del a
    kept = 0
    print("after")


def o(n):
    kept = (1, Item("own"), 3)
    kept = 0
    print("after")


def p(n):
    kept = (Item(3), n)
    kept = n > 1
    print("truth")
    kept = Item(4)
    kept = n + 1j
    print("complex")
    rows = [[1], [2]]
    kept = Item(5)
    kept = rows[1]
    print("row")


for number, q in enumerate((f, g, h, lambda: k(1), lambda: l(1), lambda: m(2), lambda: o(2), lambda: p(2.5))):
    print(number)
    for i in range(4):
        print("run", i)
        q()
