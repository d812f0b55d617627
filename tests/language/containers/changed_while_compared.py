# Deques that the comparison of an item changes.
from collections import deque

for answer in (True, False):
    for name in ("remove", "index", "count", "__contains__"):

        class Item:
            def __eq__(self, other):
                items.clear()
                return answer

        items = deque(["a", Item(), "c"])
        try:
            print(answer, name, getattr(items, name)("c"))
        except Exception as error:
            print(answer, name, type(error).__name__, error)
        print(len(items))

import json
import struct

print(json.dumps({"half": "\uda6a", "pair": "\U0001f600"}), json.loads(json.dumps("\udc00")) == "\udc00")
size = struct.calcsize("P")
print(struct.unpack("P", struct.pack("P", -1))[0] == (1 << 8 * size) - 1, struct.unpack("P", struct.pack("P", (1 << 8 * size) - 1))[0] >> 60)


# Keys that come and go while a loop runs over them, the same number each time.
def go_over(count, show, put):
    pairs, turns = dict.fromkeys(range(count)), 0
    try:
        for _ in show(pairs):
            del pairs[turns]
            pairs[put(turns)] = 0
            turns += 1
    except RuntimeError as error:
        return turns, str(error)
    return turns, list(pairs)


for count in (*range(14), 21, 22, 23):
    for show in (iter, dict.keys, dict.values, dict.items, lambda pairs: map(str, pairs)):
        print(count, go_over(count, show, lambda key: key), go_over(count, show, lambda key: key + 100))


def for_ever(pairs):
    for key in pairs:
        del pairs[key]
        pairs[key] = key


for count in (1, 2, 1000):
    for _ in range(60):
        try:
            for_ever(dict.fromkeys(range(count)))
        except RuntimeError as error:
            last = error
    print(count, last)


class Clears:
    def __init__(self, others):
        self.others = others

    def __eq__(self, other):
        self.others.clear()
        return NotImplemented


first, second = [], []
first.append(Clears(second))
second.append(Clears(first))
print(first == second, first, second)
only = [Clears(None)]
only[0].others = only
print(only == [1], [Clears(only)] == only, only)


class Endless:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __length_hint__(self):
        return (1 << 63) - 1


row = [1]
row.extend(Endless())
print(row)
try:
    [].extend(Endless())
except MemoryError as error:
    print(repr(error))
shrinking = [object()] * 10
print(json.dumps(shrinking, default=lambda _: shrinking.pop() and None))
