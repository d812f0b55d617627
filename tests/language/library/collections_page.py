from collections import *
import collections, collections.abc, functools, abc
from collections.abc import *
P = namedtuple('P', 'x y z', defaults=(3,))
p = P(1, y=2); print(p, p.x, p._asdict(), p._replace(x=9), P._make([1,2,3]), P._fields, P._field_defaults, P.__doc__, P.__match_args__)
print(p == (1,2,3), hash(p) == hash((1,2,3)), repr(P), P.__module__, P.__new__.__qualname__, P._replace.__qualname__)
def t(f, *a, **k):
    try: print('ok', f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
t(P); t(P, 1); t(P, 1, 2, 3, 4); t(P, 1, 2, w=3); t(p._replace, w=1); t(P._make, [1]); t(namedtuple, 'A', 'x x'); t(namedtuple, 'A', '_x'); t(namedtuple, 'A', 'def x'); t(namedtuple, '1A', 'x')
print(namedtuple('A', 'x def x _y', rename=True)._fields); print(namedtuple('E', '')()); print(namedtuple('One','a')(5))
t(setattr, p, 'x', 5)
class Q(namedtuple('Q', 'a b')):
    __slots__ = ()
    @property
    def s(self): return self.a + self.b
print(Q(1,2), Q(1,2).s, Q(1,2)._replace(b=7))
c = Counter('abracadabra'); print(c, c.most_common(2), c.most_common(), c['zz'], c.total(), sorted(c.elements()))
d = Counter(a=1, b=5); print(c+d, c-d, c&d, c|d, +c, -d, c<=d, c==Counter(c), c>d, d<c)
c.subtract(d); print(c); c.update('aaa'); c.update({'q': 3}); print(c); c += d; print(c); c -= d; print(c); c &= d; print(c); c |= d; print(c); del c['nope']
print(Counter(), Counter(a=1).copy(), Counter([1,1.0,True]), Counter(b='x', a=1)); t(Counter.fromkeys, 'ab')
print(c.most_common(1), Counter().most_common(1), isinstance(c, MutableMapping))
m = ChainMap({'a':1}, {'b':2,'a':3}); print(m, m['a'], list(m), len(m), m.new_child({'z':1}), m.parents, dict(m), m.get('q'), 'b' in m); t(lambda: m['zz']); m['n']=1; del m['a']; print(m); t(m.pop,'b'); t(m.__delitem__, 'b'); print(m|{'k':1}, {'k':1}|m, m == {'n':1,'a':3,'b':2}); t(m.popitem); t(m.popitem); print(sorted(m.items()))
u = UserDict(a=1); u['b']=2; print(u, u.get('c'), u.keys(), u.items(), list(u.values()), u|{'x':1}, u.copy(), u == {'a':1,'b':2}, u.pop('a'), len(u), UserDict.fromkeys('ab', 0)); t(lambda: u['nope'])
class LD(UserDict):
    def __missing__(self, k): return k*2
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
l = LD(A=1); print(l, l['zz'], l.setdefault('QQ', 4), l)
ul = UserList([3,1,2]); ul.append(5); ul.sort(); print(ul, ul[1:], ul+[1], [1]+ul, ul*2, ul == [1,2,3,5], ul.index(3), ul.pop(), len(ul), ul.count(1), ul < [9]); ul.extend('ab'); ul += [1]; ul.insert(0,'z'); ul.remove('a'); ul.reverse(); print(ul, type(ul[1:]), list(reversed(ul)))
us = UserString('Hello'); print(us, us.upper(), us+'x', 'x'+us, us*2, us[1:3], us.split('l'), us.center(11,'*'), us == 'Hello', hash(us)==hash('Hello'), 'ell' in us, us.replace('l','L'), us % (), us.find('l'), int(UserString('12')), us.isalpha(), us.encode(), us.join(['a','b']), type(us.upper()), len(us))
for k in (list, tuple, dict, set, frozenset, str, bytes, range, int, Counter, deque, type(iter([])), type(x for x in ()), type({}.keys()), type(lambda:0)):
    print(k.__name__, [n for n in collections.abc.__all__ if issubclass(k, getattr(collections.abc, n))])
class S(Set):
    def __init__(s, i): s.d = list(dict.fromkeys(i))
    def __contains__(s, x): return x in s.d
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
    def __repr__(s): return f'S({s.d})'
a, b = S([1,2,3]), S([2,3,4]); print(a&b, a|b, a-b, a^b, a<=b, a==S([3,2,1]), a>S([1]), a.isdisjoint(b), a&[1], {1,9}&a, a<b, a != b)
class MS(S, MutableSet):
    def add(s,x): s.d.append(x) if x not in s.d else 0
    def discard(s,x): s.d.remove(x) if x in s.d else 0
m = MS([1,2,3]); m |= [7]; m &= MS([1,7]); m ^= [1,5]; m -= [5]; print(m, m.pop(), m); t(m.remove, 99); t(m.pop)
class Sq(Sequence):
    def __getitem__(s,i): return [10,20,30][i]
    def __len__(s): return 3
print(list(Sq()), 20 in Sq(), Sq().index(30), Sq().count(10), list(reversed(Sq()))); t(Sq().index, 5)
t(Set); t(Mapping); t(Sized); t(MutableSequence)
class ML(MutableSequence):
    def __init__(s): s.l=[]
    def __getitem__(s,i): return s.l[i]
    def __len__(s): return len(s.l)
    def __setitem__(s,i,v): s.l[i]=v
    def __delitem__(s,i): del s.l[i]
    def insert(s,i,v): s.l.insert(i,v)
m=ML(); m.append(1); m.extend([2,3]); m+= [4]; m.reverse(); print(m.l, m.pop(), m.pop(0), m.l); m.remove(2); print(m.l); m.clear(); print(m.l)
class MM(Mapping):
    def __getitem__(s,k): return {'a':1}[k]
    def __len__(s): return 1
    def __iter__(s): return iter('a')
print(list(MM().items()), MM().get('b',3), 'a' in MM(), MM()=={'a':1}, ('a',1) in MM().items(), 1 in MM().values(), MM().keys() & {'a','b'})
class Abs(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def g(self): ...
t(Abs); print(sorted(Abs.__abstractmethods__))
class Conc(Abs):
    f = 1; g = 2
t(lambda: Conc().f)
@Abs.register
class V: pass
print(isinstance(V(), Abs), issubclass(V, Abs), issubclass(int, Abs), isinstance(Conc(), Abs)); t(Abs.register, 3); t(V.register if hasattr(V,'register') else issubclass, 1, Abs)
class H:
    def __iter__(s): return iter(())
print(isinstance(H(), Iterable), isinstance(H(), Sized), isinstance(3, Hashable), isinstance([], Hashable), isinstance(len, Callable))
print(Callable[[int,str],float], Callable[...,int], Iterable[int], Mapping[str,int], Callable[[], None])
print(collections.abc.Mapping, Counter, UserDict, ChainMap, collections.abc.Callable)
