# A function without annotations has an empty dictionary of them, which can be filled; a bound callable has its attributes.
import functools
import types


def plain(x):
    return x


print(plain.__annotations__)
plain.__annotations__["x"] = int
print(plain.__annotations__, plain.__dict__)
print((lambda: 0).__annotations__)


class Room:
    def method(self):
        pass

    @functools.lru_cache(maxsize=3)
    def kept(self):
        return 1


room = Room()
print(room.method.__annotations__, Room.method.__annotations__)
room.kept()
room.kept()
print(room.kept.cache_info(), room.kept.__wrapped__.__name__)


class Callable:
    colour = "red"

    def __call__(self, *args):
        return args


bound = types.MethodType(Callable(), 5)
print(bound(6), bound.colour, bound.__self__)
print(hasattr(bound, "size"))


@functools.wraps(plain)
def outer(y):
    return y


print(outer.__annotations__, outer.__name__)
