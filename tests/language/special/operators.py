# Operators on instances: reflected, in-place and unary methods, and who is asked first.
class Log:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"<{self.name}>"

def binary(name):
    def method(self, other):
        print(name, self, other)
        return NotImplemented if self.name == "silent" else (name, self.name)
    return method

NAMES = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod".split()
for n in NAMES:
    for prefix in ("", "r", "i"):
        if not (n == "divmod" and prefix == "i"):
            full = f"__{prefix}{n}__"
            setattr(Log, full, binary(full))

def show(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, e)

a, b, s = Log("a"), Log("b"), Log("silent")
import operator
for op in [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow,
           operator.lshift, operator.rshift, operator.and_, operator.or_, operator.xor, operator.matmul, divmod]:
    show(lambda: op(a, 1))
    show(lambda: op(1, a))
    show(lambda: op("x", a))
    show(lambda: op([1], a))
    show(lambda: op(s, 2))
    show(lambda: op(2, s))
    show(lambda: op(s, s))
def inplace():
    global x
    for code in ["x += 1", "x -= 1", "x *= 2", "x /= 3", "x //= 4", "x %= 5", "x **= 6", "x <<= 7", "x >>= 8", "x &= 9", "x |= 10", "x ^= 11", "x @= 12"]:
        for who in (Log("a"), Log("silent")):
            ns = {"x": who}
            x = who
            try:
                if "+=" in code: x += 1
                elif "-=" in code: x -= 1
                elif "**=" in code: x **= 6
                elif "*=" in code: x *= 2
                elif "//=" in code: x //= 4
                elif "/=" in code: x /= 3
                elif "%=" in code: x %= 5
                elif "<<=" in code: x <<= 7
                elif ">>=" in code: x >>= 8
                elif "&=" in code: x &= 9
                elif "|=" in code: x |= 10
                elif "^=" in code: x ^= 11
                else: x @= 12
                print(code, x)
            except TypeError as e:
                print(e)
inplace()

class Base:
    def __add__(self, other): return "Base.add"
    def __radd__(self, other): return "Base.radd"
    def __eq__(self, other): print("Base.eq"); return NotImplemented
    def __lt__(self, other): print("Base.lt"); return NotImplemented
    def __gt__(self, other): print("Base.gt"); return NotImplemented
class Same(Base): pass
class Own(Base):
    def __radd__(self, other): return "Own.radd"
    def __eq__(self, other): print("Own.eq"); return NotImplemented
    def __gt__(self, other): print("Own.gt"); return "gt"
print(Base() + Same(), Same() + Base(), Base() + Own(), Own() + Base(), Own() + Own(), 1 + Own())
print(Base() == Own(), Own() == Base(), Base() == 1, 1 == Base(), Base() != 1)
show(lambda: Base() < Own())
show(lambda: Own() < Base())
show(lambda: Base() < Base())
show(lambda: Base() < 1)
show(lambda: 1 < Base())
show(lambda: Base() <= Base())

class Unary:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __round__(self, digits="none"): return ("round", digits)
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
    def __pow__(self, other, modulus="none"): return (other, modulus)
import math
u = Unary()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), math.floor(u), math.ceil(u), math.trunc(u), pow(u, 2), pow(u, 2, 3), u ** 4)
class Plain: pass
for f in [lambda: -Plain(), lambda: +Plain(), lambda: ~Plain(), lambda: abs(Plain()), lambda: round(Plain()), lambda: Plain() + 1, lambda: 1 + Plain(),
          lambda: Plain() < Plain(), lambda: pow(Plain(), 2, 3), lambda: divmod(Plain(), 1), lambda: math.floor(Plain()), lambda: math.trunc(Plain()), lambda: len(Plain()),
          lambda: Plain()[0], lambda: iter(Plain()), lambda: next(Plain()), lambda: 1 in Plain(), lambda: Plain()(), lambda: int(Plain()), lambda: float(Plain()),
          lambda: complex(Plain()), lambda: bytes(Plain()), lambda: [0][Plain()], lambda: range(Plain()), lambda: "%d" % Plain(), lambda: reversed(Plain()), lambda: hash([Plain()]),
          lambda: sum([Plain()]), lambda: "".join([Plain()]), lambda: sorted([Plain(), Plain()]), lambda: format(Plain(), "x"), lambda: Plain().missing]:
    show(f)
def store(): Plain()[0] = 1
def remove(): del Plain()[0]
show(store); show(remove)
