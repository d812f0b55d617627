from __future__ import annotations

import dataclasses
import typing
import typing as t
from abc import ABC, abstractmethod
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar as Shared


@dataclass
class Point:
    x: int
    unit: Shared[str] = "m"
    size: t.ClassVar[int] = 2
    kind: typing.ClassVar = "p"
    scale: InitVar[int] = 3
    more: dataclasses.InitVar[list] = None
    text: "str" = "ClassVar"
    looks_like: MyClassVar = 5
    _: KW_ONLY
    last: float = 1.0

    def __post_init__(self, scale, more):
        self.x *= scale


MyClassVar = int
print(Point(2), Point.unit, [f.name for f in dataclasses.fields(Point)])
print(Point(2, 10, [1], "t", 6, last=2.5))
try:
    Point(1, 2, 3, 4, 5, 6)
except TypeError as error:
    print(error)


@dataclass
class Node:
    value: int
    next: Node = field(default=None, repr=True)


node = Node(1)
node.next = node
print(node)
print(dataclasses.fields(Node)[1].type)


class Shape(ABC):
    @abstractmethod
    def __eq__(self, other): ...

    @abstractmethod
    def area(self): ...


@dataclass
class Square(Shape):
    side: float

    def area(self):
        return self.side**2


print(Square(2.0).area(), Square(2.0) == Square(2.0), Square.__abstractmethods__)
from dataclasses import dataclass
@dataclass(order=True, frozen=True)
class A:
    x: int
for n in ("__repr__", "__init__", "__eq__", "__lt__", "__hash__", "__setattr__", "__delattr__"):
    f = getattr(A, n); print(n, f.__module__, f.__qualname__, f.__name__)
