"""What iterables say of their length is asked where their items are collected, and what they raise is raised."""
import sys
from collections import deque


def said(name, result):
    def method(self):
        if isinstance(result, Exception):
            raise result
        return result

    return type(name, (), {("__len__" if name[0] == "L" else "__length_hint__"): method, "__iter__": lambda self: iter([1])})


kinds = [
    said("LFails", ValueError("length")), said("LNegative", -1), said("LText", "x"), said("LHuge", sys.maxsize),
    said("HFails", ValueError("hint")), said("HNegative", -1), said("HText", "x"), said("HHuge", sys.maxsize),
    said("HType", TypeError("hint")), said("HNot", NotImplemented), said("LTen", 10),
]
takers = {
    "list": list, "tuple": tuple, "star": lambda x: [*x], "extend": lambda x: [].extend(x), "sorted": sorted, "set": set,
    "sum": sum, "fromkeys": dict.fromkeys, "deque": deque, "unpack": lambda x: (lambda *rest: rest)(*x), "max": max,
}
for kind in kinds:
    for name, take in takers.items():
        try:
            print(kind.__name__, name, take(kind()))
        except Exception as error:
            print(kind.__name__, name, type(error).__name__, error)


class Clearing:
    def __eq__(self, other):
        items.clear()
        return True


items = [Clearing(), Clearing()]
items.remove(1)
print(items)
for error in (ImportError("h"), ImportError(), ImportError("a", "b"), ModuleNotFoundError("m", name="n", path="p")):
    print(error.msg, error.name, error.path)
print(memoryview(type("B", (bytes,), {})(b"abc"))[1], memoryview(bytes(4)).cast(format="B", shape=[4]).shape)
