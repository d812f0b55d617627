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
