# Copies of objects that say how they are made anew.
import copy
import copyreg
import weakref


class Named:
    def __new__(cls, *, name):
        made = object.__new__(cls)
        made.name = name
        return made

    def __getnewargs_ex__(self):
        return (), {"name": self.name}


class Registered:
    def __new__(cls, value):
        made = object.__new__(cls)
        made.value = value
        return made


def anew(thing):
    print("anew", thing.value)
    return Registered, (thing.value,)


named = Named(name=["a"])
print(copy.copy(named).name is named.name, copy.deepcopy(named).name == named.name)
print(copy.deepcopy(named).name is named.name)
copyreg.pickle(Registered, anew, Registered)
print(copy.copy(Registered([1])).value, copy.deepcopy(Registered([2])).value)
reference = weakref.ref(named)
code = compile("1", "text", "eval")
print(copy.copy(reference) is reference, copy.deepcopy([reference])[0] is reference, copy.deepcopy(code) is code)


class Wrong:
    def __reduce__(self):
        return Wrong, (), None, None, None, None


try:
    copy.copy(Wrong())
except TypeError:
    print("too long")


class Plain:
    shared = []

    def __init__(self, *values):
        self.first, self.rest = values[0], list(values[1:])


class Derived(Plain):
    pass


class Holder:
    def __init__(self):
        self.me = self
        self.also = [self]


class Lazy:
    """Answers for every name, so that nothing may be asked for carelessly."""

    def __init__(self):
        self.known = [1]

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return name


class Watched:
    """Its own way of storing is not asked."""

    def __init__(self):
        self.__dict__["x"] = [1]

    def __setattr__(self, name, value):
        raise TypeError("never")


plain = Derived(1, [2], (3, [4]), {5: [6]})
plain.again = plain.rest
for made in (copy.copy(plain), copy.deepcopy(plain)):
    print(type(made).__name__, made.__dict__, made.rest is plain.rest, made.again is made.rest, made.shared is Plain.shared)
    made.more = 1
    print(list(vars(made)), list(vars(plain)), "more" in vars(plain))
asked = vars(plain)
asked["late"] = [7]
print(copy.deepcopy(plain).late, copy.copy(plain).late is plain.late)
holder = copy.deepcopy(Holder())
print(holder.me is holder, holder.also[0] is holder, copy.copy(holder).me is holder)
lazy = copy.deepcopy(Lazy())
print(lazy.known, lazy.other, copy.copy(lazy).known is lazy.known)
watched = copy.deepcopy(Watched())
print(watched.x, copy.copy(watched).x is watched.x)
twins = [plain, plain, Plain(0)]
twins = copy.deepcopy(twins)
print(twins[0] is twins[1], twins[0] is plain, type(twins[2]) is Plain, copy.deepcopy(object()) is not None)


class Late:
    pass


late = Late()
late.x = [1]
print(copy.deepcopy(late).x, copy.copy(late).x is late.x)
Late.__reduce__ = lambda self: (list, (("reduced",),))
print(copy.deepcopy(late), copy.copy(late))
del Late.__reduce__
Late.__getstate__ = lambda self: {"y": self.x}
print(vars(copy.deepcopy(late)), vars(copy.copy(late)))
