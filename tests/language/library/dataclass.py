from dataclasses import *
import dataclasses
from typing import ClassVar, List, Any
def t(f, *a, **k):
    try: print('ok', f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: float = 2.0
    l: list = field(default_factory=list)
    c: ClassVar[int] = 7
    def norm(self): return self.x**2
p = P(1); print(p, p == P(1), p == P(2), p.l, P(1,2,[3]), P.__match_args__, p.norm(), P.c, P.__doc__)
t(P); t(P,1,2,3,4); t(P, z=1); t(hash, p); t(lambda: p < p)
p.x = 9; print(p, asdict(p), astuple(p), replace(p, x=3), fields(p)[0].name, len(fields(P)), is_dataclass(P), is_dataclass(p), is_dataclass(3))
print(fields(P)[0].name)
@dataclass(order=True, frozen=True)
class F:
    a: int
    b: str = field(default='q', compare=False)
f = F(1); print(f, F(1)<F(2), F(1,'a')==F(1,'b'), hash(F(1))==hash((1,)), sorted([F(3),F(1)]), F(1)>=F(1)); t(setattr, f, 'a', 2); t(delattr, f, 'a'); t(setattr, f, 'zz', 2); t(lambda: F(1) < 3)
@dataclass
class B(P):
    z: int = 0
    def __post_init__(self): self.s = self.x + self.z
b = B(1, z=5); print(b, b.s)
@dataclass
class IV:
    x: int
    db: InitVar[Any] = None
    y: int = field(init=False, default=4)
    def __post_init__(self, db): self.x += db or 0
print(IV(1, 5), IV.db); t(replace, IV(1), y=2); print(replace(IV(1), db=3))
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1)); t(K, 1)
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int
print(K2(1, c=3)); t(K2,1,2,3); print(K2.__match_args__)
@dataclass(slots=True)
class S:
    x: int
    y: int = 3
s = S(1); print(s, S.__slots__); t(setattr, s, 'q', 1); s.x = 4; print(s)
@dataclass(frozen=True, slots=True)
class FS:
    x: int
print(FS(1), hash(FS(1)) == hash((1,))); t(setattr, FS(1), 'x', 2)
def f():
    @dataclass
    class X:
        a: int = 1
        b: int
t(f)
def f():
    @dataclass
    class X: a: list = []
t(f)
def f():
    @dataclass
    class X: a = field(default=3)
t(f)
t(field, default=1, default_factory=list)
def f():
    @dataclass
    class X(F): c: int = 3
t(f)
def f():
    @dataclass(frozen=True)
    class X(P): c: int = 3
t(f)
def f():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(s,o): return 1
t(f)
M = make_dataclass('M', ['a', ('b', int), ('c', int, 5), ('d', list, field(default_factory=list))], namespace={'f': lambda s: s.c}); print(M(1,2), M(1,2).f(), M.__name__); t(make_dataclass, 'Q', ['1a']); t(make_dataclass, 'Q', ['a','a'])
@dataclass
class Node:
    v: int
    kids: 'List[Node]' = field(default_factory=list, repr=False)
    d: dict = field(default_factory=dict)
n = Node(1, [Node(2), Node(3, [], {'k': Node(4)})]); print(n, asdict(n), astuple(n))
@dataclass
class R:
    r: object = None
r = R(); r.r = r; print(r)
@dataclass(repr=False, eq=False)
class NR: a: int
print(repr(NR(1)).startswith('<__main__.NR object'), NR(1)==NR(1), isinstance(hash(NR(1)), int))
@dataclass(unsafe_hash=True)
class UH: a: int; b: int = field(default=2, hash=False)
print(hash(UH(1)) == hash((1,)), {UH(1): 2})
@dataclass
class Meta: a: int = field(metadata={'u': 'm'}, default=1)
print(fields(Meta)[0].metadata['u'], fields(Meta)[0].default)
@dataclass
class CustomRepr:
    a: int
    def __repr__(self): return 'custom'
    def __eq__(self, o): return True
print(CustomRepr(1), CustomRepr(1) == 5)
class Outer:
    @dataclass
    class Inner: v: int
print(Outer.Inner(1)); t(fields, 3); t(asdict, P); t(replace, 3)
match P(3, 4):
    case P(x, y): print('matched', x, y)
print(MISSING.__class__, KW_ONLY.__class__, P.__dataclass_params__)
print(P.__init__.__qualname__, P.__eq__.__qualname__, P.__repr__.__qualname__)
from collections import namedtuple
NT = namedtuple('NT','q w')
@dataclass
class WN: n: NT; t: tuple = ()
print(asdict(WN(NT(1,[P(1)]), (P(2),))))
print(P(1).__eq__(3), P(x=1,y=2,l=None))
