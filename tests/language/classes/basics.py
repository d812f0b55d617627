class A:
    """Doc of A"""
    x = 1
    def __init__(self, v):
        self.v = v
    def get(self):
        return self.v
    @property
    def twice(self):
        return self.v * 2
    @twice.setter
    def twice(self, t):
        self.v = t // 2
    @staticmethod
    def st(a): return a + 1
    @classmethod
    def cm(cls, b): return cls.__name__, b
a = A(5)
print(a.get(), a.twice, A.st(3), A.cm(4), a.cm(5), a.st(6))
a.twice = 20
print(a.v, a.__dict__, A.__doc__, A.__name__, A.__qualname__, A.__module__)
class B(A):
    def __init__(self, v, w):
        super().__init__(v)
        self.w = w
    def get(self):
        return super().get() + self.w
    def __repr__(self):
        return f"B({self.v}, {self.w})"
b = B(1, 2)
print(b, b.get(), isinstance(b, A), issubclass(B, A), B.__mro__)
class MyErr(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code
try:
    raise MyErr(3)
except MyErr as e:
    print(e, e.code, e.args, repr(e))
class E2(ValueError): pass
try:
    raise E2("a", 1)
except ValueError as e:
    print(e, repr(e))
def f():
    y = 10
    class C:
        z = y
        def m(self): return y, __class__.__name__
        lst = [i + y for i in range(3)]
        __p = 3
        def q(self): return self.__p
    return C
C = f()
print(C.z, C().m(), C.lst, C().q(), C.__qualname__)
class M(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, kw)
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print("call", a)
        return super().__call__(*a)
class D(metaclass=M, k=1):
    def __init__(self, *a): print("init", a)
D(1, 2)
print(type(D), D)
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = 1
print(s.a)
try: s.c = 1
except AttributeError as e: print(e)
try: s.b
except AttributeError as e: print(e)
class P:
    def __getattr__(self, n): return n.upper()
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
p = P(); p.q = 4
print(p.q, p.foo)
X = type('X', (A,), {'k': 9})
print(X(1).k, X.__mro__)
print(type(a.get), a.get.__self__ is a, a.get == a.get, a.get.__func__ is A.get)
try:
    a.nope
except AttributeError as e: print(e)
class Desc:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o): return (self.n, i is None)
    def __set__(self, i, v): print("set", v)
class Q:
    d = Desc()
print(Q.d, Q().d); Q().d = 5
class Base:
    def __init_subclass__(cls, **kw): print("sub", cls.__name__, kw)
class Sub(Base, a=1): pass
try:
    class Z(A, B): pass
except TypeError as e: print(e)
i = 3
class W:
    i = i
    for j in range(3): pass
    import math as m
    from math import sin as s, cos
    a, *bb = 1, 2, 3
    i += 10
    del a
    try:
        1/0
    except ZeroDivisionError as exc:
        t = str(exc)
print(W.i, W.j, W.m.pi, W.s(0), W.bb, W.t, hasattr(W, 'exc'), hasattr(W, 'a'))
x: int = 4
class An:
    y: int
    z: str = 's'
print(An.__annotations__, __annotations__)
def fun(a: int, b: 'str' = 2) -> float: pass
print(fun.__annotations__)
