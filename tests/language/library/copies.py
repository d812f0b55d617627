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
