# Equal literals of text are one object, and so are characters and the names of classes and functions.
import sys


def one():
    return "one text"


def same():
    return "one text"


class Named:
    pass


letter, word = "a", "abc"
print(one() is same(), word[0] is word[0], letter is "a")
x = "hello"
print(x is "hello", sys.intern("hel" + "lo"[0:]) is x)
print(Named.__name__ is Named.__name__, one.__name__ is "one", Named.__module__ is one.__module__)
made = "".join(["not ", "written"])
print(made is "".join(["not ", "written"]), sys.intern(made) is made, sys.intern("".join(["not ", "written"])) is made)
print(sys.intern("not ") is "not ", [each for each in ["a", "b", "hello"] if each is x])
try:
    sys.intern(1)
except TypeError as error:
    print(error)
