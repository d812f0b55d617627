class T(tuple):
    def __eq__(self, other):
        print("asked")
        return True

    __ne__ = object.__ne__


class U(tuple):
    def __eq__(self, other):
        print("asked")
        return True


class D(dict):
    def __lt__(self, other):
        return 5

    __gt__ = object.__gt__


class L(list):
    __eq__ = object.__eq__
    __hash__ = object.__hash__


print(T() != T((1,)), U() != U((1,)))
print(object.__ne__(T(), 1), object.__ne__(3, 4), object.__eq__(3, 3), object.__eq__(3, 4), object.__lt__(1, 2))
print(D() > D())
items = L()
print(items == L(), items == items, items != L(), {items: 1}[items])
print([].append.__eq__(3), "a".upper.__eq__("a".upper) in (True, NotImplemented))
