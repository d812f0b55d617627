# An instance around a container that is initialised again, while a loop goes over what it was.


class Pile(list):
    pass


class Book(dict):
    pass


def reset(pile, wanted):
    if wanted:
        pile.__init__([1, 2, 3])


def fill(n):
    total = 0
    pile = Pile()
    for i in range(n):
        reset(pile, i % 500 == 499)
        total += len(pile)
        if pile and i % 7 == 0:
            total += pile.pop()
        pile.append(i)
        if len(pile) > 20:
            pile.clear()
    return total, pile[:5]


print(fill(4000))
pile, book = Pile(), Book()
kept = pile.append
pile.__init__("ab")
kept("c")
book.__init__(a=1)
book.__init__({"b": 2})
print(pile, book)



from abc import ABC, ABCMeta


class Asking(ABCMeta):
    def __subclasscheck__(cls, other):
        return other.__name__ == "Stranger" or super().__subclasscheck__(other)


class Upper(ABC):
    pass


class Below(Upper, metaclass=Asking):
    pass


class Stranger:
    pass


print(isinstance(Stranger(), Upper), issubclass(Stranger, Upper), isinstance(Below(), Upper), isinstance(3, Upper))

try:
    raise ExceptionGroup("all", [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    group.__dict__["seen"] = 1
    group.add_note("a note")
    for part in group.split(ValueError):
        print(repr(part), part.__notes__)
    print(group.subgroup(TypeError).__notes__)
