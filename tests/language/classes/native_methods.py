# Methods of built-in types, called on instances of classes that derive from them, while the classes change.
import io
from collections import Counter, OrderedDict, deque


class Stack(list):
    pass


class Named(dict):
    def __init__(self, *args):
        super().__init__(*args)
        self.name = "n"


def push(thing, item):
    thing.append(item)
    return len(thing)


stack = Stack()
print([push(stack, i) for i in range(3)], push(deque(), 1), push([], 1), stack)
Stack.append = lambda self, item: self.extend([item, item])
print([push(stack, i) for i in range(2)], stack)
del Stack.append
print(push(stack, 9), stack)
stack.append = lambda item: print("own", item)
print(push(stack, 10), push(Stack(), 11))


def get(thing, key):
    return thing.get(key, "none")


for thing in (Named({"a": 1}), Counter("aab"), OrderedDict(a=3), {"a": 4}) * 2:
    print(get(thing, "a"), get(thing, "z"), end=" ")
print()
Named.get = lambda self, key, default: "changed"
print(get(Named({"a": 1}), "a"), get(OrderedDict(a=3), "a"))
del Named.get
print(get(Named({"a": 1}), "a"))


def read(stream):
    return stream.read(2)


for stream in (io.StringIO("abcd"), io.BytesIO(b"efgh"), io.StringIO("ij")):
    print(read(stream), read(stream), repr(read(stream)))


class Number(int):
    def bit_length(self):
        return -1


def length(number):
    return number.bit_length()


print([length(number) for number in (5, Number(5), True, 2**70, Number(6), 7)])
