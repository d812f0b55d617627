# An empty format specification gives the text of a derived class, whoever formats.
import enum


class Whole(int):
    def __str__(self):
        return "whole"


class Part(float):
    def __str__(self):
        return "part"


class Word(str):
    def __str__(self):
        return "word"


class Plane(complex):
    def __str__(self):
        return "plane"


for value, kind in ((Whole(3), int), (Part(2.5), float), (Word("w"), str), (Plane(1j), complex)):
    print(format(value), kind.__format__(value, ""), f"{value}", "{}".format(value), kind.__format__(value, ">8"))


class Right(enum.IntFlag):
    READ = 4
    WRITE = 2

    def __str__(self):
        return self._name_


print(f"{Right.READ}", format(Right.READ | Right.WRITE), f"{Right.WRITE:03}")


class Level(enum.IntEnum):
    LOW = 1

    def __str__(self):
        return "low"


print(f"{Level.LOW}", "%s %d" % (Level.LOW, Level.LOW), f"{Level.LOW:d}")
