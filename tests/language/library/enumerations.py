import enum, sys
from enum import *
import warnings; warnings.simplefilter('ignore')
def t(f, *a, **k):
    try: print('ok', f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class Color(Enum):
    RED = 1
    GREEN = 'g'
    BLUE = auto()
    CRIMSON = 1
    def hi(self): return 'hi ' + self.name
    @classmethod
    def first(cls): return cls.RED
    @property
    def low(self): return self.name.lower()
print(Color, Color.RED, repr(Color.RED), list(Color), len(Color), Color.CRIMSON, Color('g'), Color['BLUE'], Color.BLUE.value, Color.RED.hi(), Color.first(), Color.RED.low, Color.RED.name)
print(Color.__members__, Color.RED in Color, Color.RED is Color.CRIMSON, Color.RED == 1, Color.RED != Color.GREEN, isinstance(Color.RED, Color), hash(Color.RED)==hash('RED'), f'{Color.RED:>12}|{Color.RED!r}|{Color.RED}', '%s %r' % (Color.RED, Color.RED))
t(Color, 5); t(lambda: Color['X']); t(lambda: Color.X); t(setattr, Color, 'RED', 3); t(delattr, Color, 'RED'); t(lambda: 1 in Color); t(lambda: Color.RED < Color.GREEN); t(setattr, Color.RED, 'value', 3); t(setattr, Color.RED, 'name', 'x')
t(lambda: Color.RED.BLUE)
def f():
    class X(Color): Y = 1
t(f)
def f():
    class X(Enum): A=1; A=2
t(f)
def f():
    @unique
    class X(Enum): A=1; B=1; C=2; D=2
t(f)
class Plain(Enum): pass
class Sub(Plain): A = 1
print(Sub.A, list(Plain), {Color.RED: 1}[Color.RED], list(reversed(Color)), bool(Color.RED), type(Color.RED), type(Color))
class I(IntEnum): A=1; B=2; C=auto()
print(I.A, repr(I.A), I.A+1, I.C, I(2), I.A<I.B, f'{I.B}', '%d %s' % (I.B, I.B), [10,20,30][I.A], sorted([I.C,I.A]), I.A==1, isinstance(I.A,int), max(I), sum(I), hex(I.C), I.A|I.B, str(I.B), f'{I.B:04}')
class S(StrEnum): FOO=auto(); BAR='baz'
print(S.FOO, repr(S.BAR), S.BAR+'x', S('foo'), f'{S.FOO:>5}', S.FOO=='foo', S.BAR.upper(), isinstance(S.FOO, str))
class SS(str, Enum): A='a'; B='b'
print(SS.A, repr(SS.A), f'{SS.A}', SS.A=='a', SS('b'), 'x'+SS.A, '%s' % SS.A, str(SS.A), json if 0 else '')
class II(int, Enum): A=1; B=2
print(II.A, repr(II.B), f'{II.A}', II.A+II.B, II(1), '%d' % II.B)
class P(Flag): R=4; W=2; X=1; RW=6
print(P.R, repr(P.R), P.R|P.W, repr(P.R|P.W), repr(P.R|P.X), P.R|P.X, P(0), repr(P(0)), repr(~P.R), P.R in P.RW, P.R&P.W, bool(P.R&P.W), P.R^P.RW, list(P.RW), len(P.RW), list(P), P(7), repr(P(7)), P.RW, repr(P.RW), P(3), ~P.RW, len(P), P.__members__)
t(P, 8); t(P, 'x'); t(lambda: P.R|1); t(lambda: 3 in P.R); t(P, -1); t(P, -9)
class A(Flag): ONE=auto(); TWO=auto(); THREE=auto(); ALL=ONE|TWO|THREE
print(list(A), A.ALL, A.ONE.value, A.THREE.value, repr(A.ALL), repr(A.ONE|A.TWO), A(0), A.ALL & ~A.ONE, A.ALL ^ A.TWO)
class IF(IntFlag): R=4; W=2; X=1
print(IF.R, repr(IF.R), IF.R|IF.W, repr(IF.R|IF.W), repr(IF.R|8), IF(16), repr(IF(16)), repr(IF(20)), IF.R+1, repr(~IF.R), ~IF.R, repr(IF(0)), IF.R==4, IF.R|1, 1|IF.R, IF.R&6, repr(IF(7)), repr(IF(-1)), IF.R in IF(7), f'{IF.R|IF.W}', list(IF(5)))
class Conf(Flag, boundary=CONFORM): A=1; B=2
class Ej(Flag, boundary=EJECT): A=1; B=2
print(Conf(7), Ej(7), repr(Ej(3)), repr(Conf(3)))
F = Enum('F', 'A B C'); print(list(F), F.__module__, F.A.value); F2 = Enum('F2', {'x':1,'y':2}); F3 = IntEnum('F3', [('a',5),('b',6)], module='mm', qualname='q.F3'); print(list(F2), list(F3), F3.__module__, F3.__qualname__, list(Enum('G', ['A','B'], start=10)), list(Flag('H', 'A B C')), list(Enum('J', 'A B', type=int)))
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius): self.mass=mass; self.radius=radius
    @property
    def g(self): return 6.67300E-11*self.mass/(self.radius*self.radius)
print(Planet.EARTH, repr(Planet.EARTH), Planet.EARTH.g, Planet.EARTH.value, Planet((3.303e+23, 2.4397e6)))
class AN(Enum):
    def _generate_next_value_(name, start, count, last_values): return name + '!'
    A = auto(); B = auto()
print(list(AN))
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return cls.A if value == 'one' else None
print(M('one')); t(M, 'two')
class M2(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return 7
t(M2, 2)
class Coord(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value]); obj._value_ = value; obj.label = label; obj.unit = unit; return obj
    PX = (0, 'P.X', 'km'); PY = (1, 'P.Y', 'km')
print(Coord.PY, Coord(1).label, Coord.PX.unit)
class AutoN(Enum):
    def __new__(cls):
        v = len(cls.__members__)+1; o = object.__new__(cls); o._value_ = v; return o
    RED = (); GREEN = ()
print(list(AutoN))
class L(Enum): A=[1]; B={'x':2}
print(L([1]), L({'x':2}), L.A)
class O(Enum): _order_ = 'A B'; A=1; B=2
def f():
    class O(Enum): _order_ = 'B A'; A=1; B=2
t(f)
class Ig(Enum):
    _ignore_ = ['i']; v = vars()
    for i in range(3): v[f'M{i}'] = i
print([m for m in Ig if m.name.startswith('M')]) 
class N(Enum):
    A = 1
    B = nonmember(5)
    @member
    def C(self): pass
    class Inner: pass
print(N.B, N.C.name, list(N)[:1], len(N))
@verify(UNIQUE, CONTINUOUS)
class VV(IntEnum): A=1; B=2
def f():
    @verify(CONTINUOUS)
    class VV(IntEnum): A=1; B=4
t(f)
def f():
    @verify(UNIQUE)
    class VV(IntEnum): A=1; B=1
t(f)
import copy; print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED)
class Tt(tuple, Enum): A=(1,2); B=(3,4)
print(Tt.A, repr(Tt.A), Tt((1,2)))
class Ff(float, Enum): H=0.5
print(Ff.H, repr(Ff.H), Ff.H*2, f'{Ff.H}')
class W(Enum):
    name = 'n'; value='v'
t(lambda: (W.name, W.value, W.name.value))
class Un(Enum):
    A=None; B=False; C=0; D=0.0
print(list(Un), Un.D)
t(lambda: print(dir(Color), dir(Color.RED)))
class Shape(Enum):
    SQ=2; CI=3
    def __str__(self): return f'<{self.value}>'
    def __eq__(self, o): return self.value == getattr(o,'value',o)
    __hash__ = Enum.__hash__
print(Shape.SQ, f'{Shape.SQ}', Shape.SQ==2, repr(Shape.CI))
class Ord(Enum):
    A=1;B=2
    def __lt__(s,o): return s.value<o.value
print(sorted([Ord.B, Ord.A]), Ord.A<Ord.B)
print(repr(enum.FlagBoundary.STRICT), STRICT, auto, enum.EnumMeta, EnumCheck.UNIQUE, Enum, Flag, IntFlag)
