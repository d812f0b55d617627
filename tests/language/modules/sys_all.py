# The sys module and import errors.

def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


import sys

print(sys.maxsize, sys.byteorder, sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.float_info.epsilon, sys.float_info.max)
print(sys.float_info)
print(sys.int_info)
print(sys.version_info.minor, sys.version_info[0], sys.maxunicode, sys.float_repr_style)
print(sys.argv[1:], type(sys.path), "sys" in sys.modules, sys.platform)
print(sys.getrecursionlimit())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
def down(n):
    return 1 + down(n + 1)
show(lambda: down(0))
sys.setrecursionlimit(1000)
show(lambda: sys.setrecursionlimit(0))
show(lambda: sys.setrecursionlimit("a"))
print(sys.stdout.write("abc\n"))
sys.stdout.flush()
show(lambda: sys.stdout.write(1))
print("to stderr", file=sys.stderr)
print("x", file=sys.stdout)
print(sys.getsizeof(1) > 0, sys.intern("abc"), sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0], sys.exc_info()[1])
print(sys.get_int_max_str_digits())
show(lambda: str(10**5000))
sys.set_int_max_str_digits(0)
print(len(str(10**5000)))
sys.set_int_max_str_digits(4300)
show(lambda: int("1" * 5000))
show(lambda: sys.set_int_max_str_digits(5))
show(lambda: sys.nothing)
show(lambda: sys)
def imports():
    import nothing_here
show(imports)
def imports2():
    import nothing.here
show(imports2)
def imports3():
    from math import nothing
show(imports3)
def imports4():
    import math.nothing
show(imports4)
print(__import__("math").sqrt(4))
try:
    sys.exit(3)
except SystemExit as error:
    print("exit", error.code)
try:
    exit()
except SystemExit as error:
    print("exit", error.code)
sys.exit("bye")
