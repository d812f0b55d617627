# Which patterns take which objects: the first class in the order of lookup that is a sequence or a mapping decides.
import array
import collections
import collections.abc
import types


def first_as_sequence(x):
    match x:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"


def first_as_mapping(x):
    match x:
        case {}:
            return "mapping"
        case [*_]:
            return "sequence"


class Both(collections.UserDict, collections.abc.Sequence):
    pass


class MappingThatIsAList(collections.UserDict, list):
    pass


class SequenceFirst(collections.UserList, collections.abc.Mapping):
    pass


class Registered:
    pass


class Before(Registered):
    pass


collections.abc.Mapping.register(Registered)


class After(Registered):
    pass


class Counting(collections.abc.Sequence):
    def __getitem__(self, place):
        return place

    def __len__(self):
        return 3


objects = [Both(), MappingThatIsAList(), SequenceFirst(), Registered(), Before(), After(), Counting(),
           collections.deque([1]), array.array("i", [1]), memoryview(b"ab"), collections.UserDict(),
           collections.OrderedDict(), types.MappingProxyType({}), collections.Counter(), collections.ChainMap(),
           collections.UserList([1]), "ab", b"ab", bytearray(b"a"), {1}, range(2), {}.keys(), 1]
for x in objects:
    print(type(x).__name__, first_as_sequence(x), first_as_mapping(x))


def ends(x):
    match x:
        case [first, *_, last]:
            return first, last


def rest(x):
    match x:
        case {"a": 1, **others}:
            return others


print(ends(Counting()), ends(collections.deque("abc")), rest(collections.UserDict({"a": 1, "b": 2})), rest({"a": 2}))
