"""if, elif, else and conditional expressions."""


def kind(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        if n % 2:
            return "small odd"
        else:
            return "small even"
    else:
        return "big"


for n in (-5, 0, 3, 4, 10, 2.5, True):
    print(n, kind(n))
if []:
    print("never")
if not []: print("one line")
if 1: x = 1; y = 2
print(x, y, "a" if x > y else "b", "yes" if x else "no" if y else "maybe", (1 if x else 2) + 3, [1 if v else 0 for v in (1, 0)])
if x == 1 and (y == 2 or z == 3) and not None:
    print("short circuit keeps z unread")
pass
if x: pass
else: print("no")
def empty(): pass
def doc(): "only a docstring"
def dots(): ...
print(empty(), doc(), dots(), doc.__doc__)
if (n := 5) > 3:
    print("walrus", n)
print([last := v for v in (1, 2, 3)], last)
