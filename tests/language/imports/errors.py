"""What goes wrong while importing, caught."""
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/parts")
root = sys.path[0]


def show(error):
    text = str(error).replace(root, "")
    print(type(error).__name__, text, getattr(error, "name", None), str(getattr(error, "path", None)).replace(root, ""))


def attempt(action):
    try:
        action()
    except Exception as error:
        show(error)


def absent():
    import absent


def absent_inside():
    import pkg.absent


def below_a_module():
    import pkg.numbers.deeper


def member():
    from pkg import absent


def built_in_member():
    from math import absent


def below_built_in():
    import math.absent


def relative():
    from . import x


def too_far():
    import pkg.too_far


def circle():
    import circle_one


def dynamic():
    from dynamic import other


for action in (absent, absent_inside, below_a_module, member, built_in_member, below_built_in, relative, too_far, circle, dynamic):
    attempt(action)
print("circle_one" in sys.modules, "circle_two" in sys.modules)
import half

for name in ("absent_in_all", "number_in_all"):
    try:
        if name == "absent_in_all":
            from absent_in_all import *
        else:
            from number_in_all import *
    except Exception as error:
        show(error)

for name in ("bad_syntax", "bad_indent"):
    try:
        __import__(name)
    except SyntaxError as error:
        print(type(error).__name__, error, error.msg, error.filename.replace(root, ""), error.lineno, error.offset, repr(error.text), error.end_lineno)
        print(len(error.args), error.args[0], error.args[1][1:5])
for _ in range(2):
    try:
        import fails
    except ValueError as error:
        print(error, "fails" in sys.modules)
error = SyntaxError("my own", ("file.py", 3, 2, "text"))
print(error, error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.args)
print(SyntaxError("plain"), SyntaxError(), repr(SyntaxError("plain")))
