# What stands in front of an argument is written before its text is made.
import io
import sys


class Bad:
    def __str__(self):
        raise ValueError("no text")


class Loud:
    def __str__(self):
        print("loud!")
        return "L"

    __repr__ = __str__


print(1, Loud(), 2)
print(1, [Loud()], 2, sep="-", end="!\n")
for file in (sys.stdout, io.StringIO()):
    try:
        print("a", 1.5, Bad(), "c", file=file)
    except ValueError as error:
        print("|", error)
    try:
        print("a", [3, 10**5000], "c", sep="+", file=file)
    except ValueError:
        print("|")
print(repr(file.getvalue()))


def several(n):
    for i in range(n):
        try:
            print(i, Bad() if i % 7 == 3 else i)
        except ValueError as error:
            print("|", error)


several(20)
