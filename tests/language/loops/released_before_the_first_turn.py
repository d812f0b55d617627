"""What evaluating the iterable of a `for` needed is let go of before the first turn, or with what the loop goes over."""


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def count(*items):
    return len(items)


def first(item, number):
    return [item.name] * number


def pair(number):
    return Item(number), Item(-number)


for i in range(count(Item("a"), Item("b"))):
    print("turn", i)
for x in (Item("c"), Item("d")):
    print("turn", x.name)
del x
for x in [Item("e"), Item("f")]:
    print("turn", x.name)
    break
else:
    print("never")
del x
for name in first(Item("g"), count(Item("h"))):
    print("turn", name)
for i in range(count(Item("i")), count(Item("j"))):
    print("never")
for letter in Item("kl").name:
    print("turn", letter)
for a, b in zip(first(Item("m"), 2), first(Item("n"), 2)):
    print("turn", a, b)
try:
    for i in range(count(Item("o"))):
        print("turn", i)
        raise ValueError
except ValueError:
    print("raised")
try:
    for i in count(Item("p")):
        print("never")
except TypeError as error:
    print(error)


def quiet(turns):
    total = 0
    for i in range(turns):
        for j in range(count(Box(i), Box(j) if i else None)):
            total += j * made[0] + made[1]
        for box in Box(i), Box(2 * i):
            total += box.value + made[1]
        del box
        for box in boxes(Box(i), 1 + i % 3):
            total += box.value + made[1]
        else:
            total -= made[1]
        del box
    return total


class Box:
    def __init__(self, value):
        self.value = value
        made[0] += 1

    def __del__(self):
        made[1] += 1


def boxes(box, number):
    return [Box(box.value + i) for i in range(number)]


made = [0, 0]
print(quiet(500), made)


def drained(turns):
    for i in range(turns):
        for j in range(count(Box(i))):
            yield j + made[1]


print(sum(drained(300)), made)


def left(turns):
    for i in range(turns):
        for j in boxes(Box(i), 3):
            if j.value > 290:
                return j.value, made[1]
        del j


print(left(300), made)
for outer in range(3):
    for x in (Item(outer), Item(outer + 10)):
        print("turn", x.name)
        if outer == 1:
            continue
    print("after", outer)
print([(i, "turn") for i in range(count(Item("q")))])


def shown(what):
    print("shown", what)
    return what


print([shown(name) for name in first(Item("r"), 2)])
print([shown((a, b)) for a in range(count(Item("s"), Item("t"))) for b in range(a + count(Item("u")))])
print(sum(shown(i) for i in range(count(Item("v"), Item("w")))))
print(sorted(map(shown, first(Item("x"), 2))), max(map(shown, first(Item("y"), 1)), key=len))
print({*first(Item("z"), 2), *first(Item("0"), 1)} == {"z", "0"})
print({shown(i): Item("1").name for i in range(count(Item("2")))})
for g in (shown(item.name) for item in (Item("3"), Item("4"))):
    print("turn", g)


async def ways():
    for i in range(count(Item("5"))):
        print("turn", i)
    return [shown(i) async for i in steps(Item("6"))]


async def steps(item):
    for i in range(count(item, Item("7"))):
        yield i


try:
    ways().send(None)
except StopIteration as done:
    print(done.value)
