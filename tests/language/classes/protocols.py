import sys
def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
class A:
    def __init__(self, x, y=2): self.x = x
    def m(self, a): pass
    @property
    def p(self): return 1
show(lambda: A())
show(lambda: A(1, 2, 3))
show(lambda: A(1, z=3))
show(lambda: A(1).m())
show(lambda: A.m())
show(lambda: A(1).nope)
show(lambda: A.nope)
show(lambda: setattr(A(1), 'p', 3))
show(lambda: delattr(A(1), 'p'))
show(lambda: delattr(A(1), 'q'))
show(lambda: A(1)())
class I:
    def __init__(self): return 3
show(lambda: I())
class N:
    def __new__(cls, *a): return 5
show(lambda: N(1, 2))
class Plain: pass
show(lambda: Plain(1))
show(lambda: Plain().x)
class Sl:
    __slots__ = ['a', '__b']
    def __init__(self): self.__b = 1
    def g(self): return self.__b
s = Sl(); print(s.g(), s._Sl__b, Sl.__slots__)
show(lambda: setattr(s, 'zz', 1))
show(lambda: s.__dict__)
print(type(Sl.a), Sl.a)
class Sl2(Sl): pass
t = Sl2(); t.zz = 1; t.a = 5; print(t.__dict__, t.a)
class D1:
    def __get__(self, o, t=None): return ('get', o is None)
class HasD:
    d = D1()
    def __init__(self): self.__dict__['d'] = 'own'
print(HasD().d, HasD.d)
class Data:
    def __get__(self, o, t=None): return 'data'
    def __set__(self, o, v): o.__dict__['d'] = v
class HasData:
    d = Data()
h = HasData(); h.d = 4; print(h.d, h.__dict__)
class GA:
    def __getattribute__(self, n):
        if n == 'boo': raise AttributeError('my boo')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return 'fallback ' + n
g = GA(); g.k = 3; print(g.k, g.boo, g.zip)
class Meta(type):
    x = 10
    def hello(cls): return 'hello ' + cls.__name__
    def __repr__(cls): return f'<M {cls.__name__}>'
    def __len__(cls): return 42
    def __getattr__(cls, n): return 'meta ' + n
    def __contains__(cls, i): return i == 3
    def __iter__(cls): return iter([1,2])
    def __getitem__(cls, i): return i * 2
    def __eq__(cls, o): return True
    def __hash__(cls): return 7
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, bases, kw)
        return {'injected': 5}
class UM(metaclass=Meta):
    y = injected + 1
print(UM.x, UM.hello(), UM, len(UM), UM.foo, 3 in UM, list(UM), UM[21], UM == 5, hash(UM), UM.y, UM.injected)
show(lambda: UM().hello())
# __class__ assign
class C1: 
    def f(self): return 'C1'
class C2:
    def f(self): return 'C2'
c = C1(); c.v = 1; c.__class__ = C2; print(c.f(), c.v, type(c))
show(lambda: setattr(c, '__class__', 3))
show(lambda: setattr(c, '__class__', int))
print(C1.__subclasses__(), C1.__bases__, C1.mro(), object.__subclasses__ is not None)
class C3(C1): pass
print(C1.__subclasses__(), C3.__base__)
# vars/dir
print(vars(c), [n for n in dir(c) if not n.startswith('__')])
print(sorted(k for k in vars(C1) if not k.startswith('__')))
# super forms
class S1:
    def f(self): return 'S1'
    @classmethod
    def cf(cls): return 'S1c ' + cls.__name__
    @staticmethod
    def sf(): return 'S1s'
class S2(S1):
    def f(self): return 'S2>' + super(S2, self).f()
    @classmethod
    def cf(cls): return 'S2c>' + super().cf()
    @staticmethod
    def sf(): return 'S2s>' + S1.sf()
    def g(self):
        s = super()
        return s.f() + str(s.__self__ is self) + str(s.__thisclass__) 
class S3(S2):
    def f(self): return 'S3>' + super().f()
print(S3().f(), S3.cf(), S3.sf(), S3().g())
show(lambda: super().x)
def nn(): return super()
show(nn)
class Diamond:
    def go(self): return 'D'
class L(Diamond):
    def go(self): return 'L' + super().go()
class R(Diamond):
    def go(self): return 'R' + super().go()
class LR(L, R):
    def go(self): return 'LR' + super().go()
print(LR().go(), [k.__name__ for k in LR.__mro__])
# eq/hash
class E:
    def __eq__(self, o): return True
show(lambda: hash(E()))
show(lambda: {E(): 1})
# bound method equality and hash
a = A(1); print(a.m == a.m, hash(a.m) == hash(a.m), a.m is a.m, a.m.__name__, a.m.__func__ is A.m, A.m.__qualname__)
# type()
T = type('T', (A,), dict(z=1, f=lambda self: self.x))
print(T(9).f(), T.z, T.__name__, T.__module__)
show(lambda: type('T', (int, str), {}))
show(lambda: type('T', (bool,), {}))
show(lambda: type('T', (1,), {}))
show(lambda: type(3, (), {}))
show(lambda: type('T', (A, A), {}))
class M1(type): pass
class M2(type): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
def conflict():
    class X3(X1, X2): pass
show(conflict)
# __init_subclass__, class_getitem
class Reg:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Reg.subs.append((cls.__name__, tag))
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
class Ra(Reg, tag='t'): pass
class Rb(Ra): pass
print(Reg.subs, Reg[3], Ra['q'])
def bad():
    pass
def bad2():
    class Rc(Plain, foo=1): pass
show(bad2)
# isinstance hooks
class MI(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
class HI(metaclass=MI): pass
print(isinstance(5, HI), isinstance(6, HI), issubclass(int, HI), issubclass(str, HI))
# property things
class Pr:
    @property
    def a(self):
        "doc of a"
        return self._a
    @a.setter
    def a(self, v): self._a = v
    @a.deleter
    def a(self): del self._a
    b = property(lambda s: 'b')
p = Pr(); p.a = 3; print(p.a); del p.a
show(lambda: p.a)
print(Pr.a.__doc__, Pr.a.fget.__name__, Pr.b.fset, isinstance(Pr.a, property))
show(lambda: setattr(p, 'b', 1))
# exceptions
class Err(Exception):
    code = 5
    def __str__(self): return f'Err<{self.args}>'
show(lambda: (_ for _ in ()).throw(Err(1, 2)))
class Err2(KeyError):
    def __init__(self, a, *, b=3):
        self.a, self.b = a, b
try: raise Err2('k', b=9)
except KeyError as e: print(repr(e), str(e), e.args, e.a, e.b, e.__class__.__name__, e.__dict__)
try:
    try: raise Err('x')
    except Err as e: raise Err2('y') from e
except Err2 as e2: print(type(e2.__cause__), e2.__context__ is e2.__cause__)
# nested functions/classes & closures
def outer(v):
    class In:
        w = v
        def get(self): return v, self.w
        class Deep:
            def d(self): return v
    return In
print(outer(4)().get(), outer(5).Deep().d(), outer(1).Deep.__qualname__)
x = 'global'
def fx():
    x = 'local'
    class K:
        print(x)
        x = 'class'
        print(x)
        def m(self): return x
    return K().m()
print(fx())
class Cnt:
    n = 0
    def __init__(self): Cnt.n += 1
for _ in range(5): Cnt()
print(Cnt.n)
class Comp:
    xs = [1, 2, 3]
    ys = [x * 2 for x in xs]
    zs = {k: v for k, v in zip(xs, ys)}
    g = list(x for x in xs)
    try:
        bad = [xs for _ in range(2)]
    except NameError as e: msg = str(e)
print(Comp.ys, Comp.zs, Comp.g, Comp.msg)
class Priv:
    __a = 1
    def __m(self, __arg=2): return self.__a + __arg
    def call(self): return self.__m(5)
    def __dunder__(self): return 'd'
print(Priv().call(), Priv._Priv__a, [n for n in dir(Priv) if 'Priv' in n])
def deco(c):
    c.decorated = True
    return c
@deco
@deco
class Dec: pass
print(Dec.decorated)
class Del:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
d = Del(1)
del d
print('after')
d = Del(2); d = None
print('after 2')
def scope():
    z = Del(3)
    print('in scope')
scope()
print('after 3')
l = [Del(4), Del(5)]
l.clear()
print('after 4')
Del(6)
print('end')
keep = Del(7)
