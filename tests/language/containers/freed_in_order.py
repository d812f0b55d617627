# In which order objects are finalized when what holds them goes.
class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


def parts(count):
    return [Item(name) for name in range(count)]


kept = tuple(parts(3))
del kept
print("a tuple")
kept = parts(3)
del kept
print("a list")
kept = (Item("inner"), (Item("x"), Item("y")), [Item("z")])
kept = None
print("nested")
first = Item("shared")
kept = (first, Item("own"))
kept = 0
print("shared with a variable")
del first
kept = dict(enumerate(parts(2)))
del kept
print("a dict")


def changed():
    for number in range(3):
        pair = (Item(number), Item(-number))
    return pair


left = changed()
print([item.name for item in left])
left = None
