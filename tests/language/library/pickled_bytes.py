# Pickles are CPython's, byte for byte: frames, batches, numbers of what was written before, and what is written for instances.
import collections
import dataclasses
import hashlib
import pickle


class Plain:
    def __init__(self, *values):
        for name, value in zip("abcdefgh", values):
            setattr(self, name, value)


class Slots:
    __slots__ = ("a", "b")


class Listed(list):
    pass


class Mapped(dict):
    pass


class Refilled:
    def __init__(self):
        self.items, self.pairs = [], {}

    def append(self, item):
        self.items.append(item)

    def __setitem__(self, key, value):
        self.pairs[key] = value

    def __reduce__(self):
        return Refilled, (), None, iter(self.items), iter(self.pairs.items())


class Meta(type):
    pass


class Made(metaclass=Meta):
    class Inner:
        pass


class Named:
    def __new__(cls, *args, **names):
        made = super().__new__(cls)
        made.names = names
        return made

    def __getnewargs_ex__(self):
        return (1,), self.names


@dataclasses.dataclass
class Row:
    number: int
    text: str = "t"


Pair = collections.namedtuple("Pair", "left right")
slots = Slots()
slots.a = 1
shared = ["s"]
circle = []
circle.append((circle, shared))
attributes = Plain(1, 2)
attributes.__dict__
refilled = Refilled()
refilled.append(1)
refilled["k"] = "v"
small = [
    None, True, 0, 255, 256, 65535, 65536, -1, 2**31 - 1, 2**31, -(2**31) - 1, 2**63, -(2**63), 2**2040, -(2**2039),
    0.5, "", "e", "é€😀", "line\n\\", "\ud800", b"", b"ab", bytearray(), bytearray(b"xy"),
    (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {"a": 1}, {"a": 1, "b": [2]}, {1}, set(), frozenset({1}),
    Plain(), Plain(1), Plain("a", [2], {"a": 3}), [Plain(1), Plain(2)], slots, Listed([1]), Mapped(a=1), refilled, Made, Made(), Made.Inner,
    Named(x=1), Row(1), Pair(1, 2), [shared, shared], circle, circle[0], [attributes, attributes.__dict__], len, int, type(None), ...,
    ValueError("x"), complex(1, 2), range(3), [].append,
]
for protocol in range(6):
    for value in small if protocol > 1 else [value for value in small if value is not slots]:
        print(protocol, pickle.dumps(value, protocol))
large = [
    ["x" * 65535, "y" * 65536, b"z" * 70000, bytearray(66000)],
    [str(number) for number in range(20000)],
    [Plain(number, str(number)) for number in range(1001)],
    *(list(range(count)) for count in (999, 1000, 1001, 2000)),
    *(dict.fromkeys(range(count)) for count in (999, 1000, 1001, 2000)),
    *(set(range(count)) for count in (999, 1000, 1001, 2000)),
    *(Listed(range(count)) for count in (1000, 1001, 2001)),
    *(Mapped.fromkeys(range(count)) for count in (1000, 1001, 2001)),
]
for protocol in range(6):
    for value in large:
        data = pickle.dumps(value, protocol)
        again = pickle.loads(data)
        same = again == value if type(again) is not list or type(again[0]) is not Plain else again[7].__dict__ == value[7].__dict__
        print(protocol, len(data), hashlib.md5(data).hexdigest(), same)
