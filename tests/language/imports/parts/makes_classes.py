from collections import namedtuple
from enum import Enum
from typing import NamedTuple, TypedDict, NewType, TypeVar
from dataclasses import make_dataclass
import types
Point = namedtuple("Point", "x y")
Color = Enum("Color", "RED GREEN")
N = NamedTuple("N", [("a", int)])
T = type("T", (), {})
D = make_dataclass("D", ["q"])
NC = types.new_class("NC")
TD = TypedDict("TD", {"a": int})
U = NewType("U", int)
V = TypeVar("V")
class S(NamedTuple): z: int
def make():
    return type("Inner", (), {})
I = make()
class Meta(type): pass
M = Meta("M", (), {})
class Meta2(type):
    def __new__(mcs, name, bases, ns): return super().__new__(mcs, name, bases, ns)
M2 = Meta2("M2", (), {})
