# Classes that make something else than an exception, and iterators that go on after one.
class Bad(Exception):
    def __new__(cls, *args):
        return 1


try:
    raise Bad
except TypeError as error:
    print(error)


class Balky:
    def __getitem__(self, i):
        if i == 1:
            raise ValueError("boom")
        if i > 2:
            raise IndexError
        return i

    def __len__(self):
        return 3


for iterator in (iter(Balky()), reversed(Balky())):
    print(next(iterator))
    for _ in range(2):
        try:
            print(next(iterator, "end"))
        except ValueError as error:
            print(error)
