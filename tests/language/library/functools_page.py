import functools
from functools import *
from collections.abc import *
def t(f, *a, **k):
    try: print('ok', f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
for root in ('__lt__','__le__','__gt__','__ge__'):
    ns = {'__init__': lambda s,v: setattr(s,'v',v), '__eq__': lambda s,o: s.v==o.v}
    ops = {'__lt__': lambda s,o: s.v<o.v,'__le__': lambda s,o: s.v<=o.v,'__gt__': lambda s,o: s.v>o.v,'__ge__': lambda s,o: s.v>=o.v}
    ns[root]=ops[root]
    C = total_ordering(type('C',(),ns))
    print(root, [(C(a)<C(b),C(a)<=C(b),C(a)>C(b),C(a)>=C(b)) for a in (1,2) for b in (1,2)])
t(total_ordering, type('D',(),{}))
@total_ordering
class NI:
    def __lt__(s,o): return NotImplemented
t(lambda: NI() >= NI())
@singledispatch
def f(x, *a): return ('obj', a)
@f.register
def _(x: int): return 'int'
@f.register(list)
def _(x, *a): return ('list', a)
@f.register(Sized)
def _(x): return 'sized'
@f.register
def _(x: float | str): return 'fs'
f.register(Mapping, lambda x: 'mapping')
for v in (1, True, [1], (), {}, 2.0, 's', None, object): t(f, v)
t(f); t(f.register, 3); print(f.dispatch(bool)(1), sorted(map(str, f.registry)))
class A(Iterable, Container):
    def __iter__(s): return iter(())
    def __contains__(s,x): return False
@singledispatch
def g(x): return 'base'
g.register(Iterable, lambda x: 'iterable'); g.register(Container, lambda x: 'container')
t(g, A())
class B:
    def __iter__(s): return iter(())
    def __contains__(s,x): return False
t(g, B())
class M:
    @singledispatchmethod
    def m(self, a): return 'base'
    @m.register
    def _(self, a: int): return 'i'
    @m.register(str)
    @classmethod
    def _(cls, a): return 's'
print(M().m(1), M().m('x'), M().m(None))
class CP:
    @cached_property
    def v(self):
        "doc"
        print('computing'); return 5
c = CP(); print(c.v, c.v, CP.v.__doc__, c.__dict__); del c.v; print(c.v); c.v = 7; print(c.v)
class SL:
    __slots__ = ()
    @cached_property
    def v(self): return 1
t(lambda: SL().v)
class PM:
    def set(self, a, b=0): return (a, b)
    one = partialmethod(set, 1); two = partialmethod(set, b=5)
print(PM().one(), PM().one(b=2), PM().two(3))
def deco(fn):
    @wraps(fn)
    def w(*a):
        "w doc"
        return fn(*a)
    return w
@deco
def foo(a: int) -> str:
    "foo doc"
foo.x = 1
print(foo.__name__, foo.__doc__, foo.__qualname__, foo.__module__, foo.__annotations__, foo.__wrapped__.__name__)
@lru_cache(maxsize=2)
def sq(n): return n*n
sq(1); sq(2); sq(1); sq(3); print(sq.cache_info(), sq.cache_parameters(), sq.__name__); sq.cache_clear(); print(sq.cache_info())
@cache
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info())
@lru_cache
def k(): return 1
print(k(), k.cache_info()); t(lru_cache, 'x')
print(reduce(lambda a,b:a+b, [1,2,3], 10), sorted([3,1,2], key=cmp_to_key(lambda a,b:b-a)), partial(int, base=2)('101'))
