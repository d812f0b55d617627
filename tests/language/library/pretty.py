import random, sys, collections, types, dataclasses, reprlib, getopt, calendar, linecache
from pprint import *
import pprint
random.seed(3)
def gen(d):
    k = random.randrange(12)
    if d<=0 or k<4: return random.choice([1, 10**random.randrange(20), 'x'*random.randrange(60), 'some words in a longer text '*random.randrange(5), None, 2.5, b'bytes'*random.randrange(20), True, (), [], {}, 'a\nb\nc c c\n'*random.randrange(4), bytearray(b'q'*random.randrange(60)), 1j])
    if k<6: return [gen(d-1) for _ in range(random.randrange(8))]
    if k<7: return tuple(gen(d-1) for _ in range(random.randrange(6)))
    if k<9: return {random.choice(['k','key','longer key',3,'z'])+(str(i) if 0 else '') if 0 else random.choice(['k%d','key number %d','%d'])%i: gen(d-1) for i in range(random.randrange(7))}
    if k<10: return set(random.sample(range(1000), random.randrange(30)))
    if k==10: return random.choice([collections.OrderedDict, collections.Counter, collections.deque, frozenset, lambda x: collections.defaultdict(int, enumerate(x)), lambda x: types.SimpleNamespace(**{'a%d'%i: i for i in x}), lambda x: types.MappingProxyType(dict(enumerate(x)))])([(i,i) for i in range(random.randrange(30))] if False else random.sample(range(100), random.randrange(25))) if random.random()<0 else collections.deque(range(random.randrange(40)), maxlen=random.choice([None,100]))
    return random.choice([collections.Counter('abracadabra'*3+'the quick brown fox'), collections.OrderedDict((i,'v'*i) for i in range(random.randrange(20))), collections.defaultdict(int, {i:i*i for i in range(random.randrange(30))}), types.SimpleNamespace(**{'attribute%d'%i: i for i in range(random.randrange(8))}), types.MappingProxyType({i:'x'*i for i in range(10)}), frozenset(range(random.randrange(40)))])
for n in range(60):
    v = gen(4)
    kw = {}
    if random.random()<.3: kw['width']=random.randrange(10,100)
    if random.random()<.3: kw['indent']=random.randrange(0,5)
    if random.random()<.3: kw['compact']=True
    if random.random()<.2: kw['depth']=random.randrange(1,4)
    if random.random()<.2: kw['sort_dicts']=False
    if random.random()<.1: kw['underscore_numbers']=True
    print(n, kw); pprint.pprint(v, **kw); print(saferepr(v) if n%5==0 else '', isreadable(v), isrecursive(v))
l=[1]; l.append(l); print(pformat(l).replace(str(id(l)),'ID'), isrecursive(l)); pp({'b':1,'a':2})
@dataclasses.dataclass
class D:
    a: int; b: list; c: str = 'x'*50
pprint.pprint(D(1,list(range(30)))); pprint.pprint([D(1,[D(2,list(range(20)))])], width=40); pprint.pprint({3:1,'a':2,None:4,(1,2):5}); pprint.pprint(collections.ChainMap({'a'*30:1},{'b'*60:2})); pprint.pprint(collections.UserDict({i:i for i in range(40)})); pprint.pprint(types.SimpleNamespace(a='x'*50,b='y'*50))
def t(f,*a,**k):
    try: print('ok', f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
t(pprint.PrettyPrinter, indent=-1); t(pprint.PrettyPrinter, width=0); t(pprint.PrettyPrinter, depth=0)
for v in ([1]*10, 'x'*100, {i:i for i in range(10)}, set(range(9)), (1,), 10**60, [[[[[[[[1]]]]]]]], collections.deque(range(9)), frozenset([1]), {'a':[1]*9}, object): print(reprlib.repr(v))
t(getopt.getopt, ['-a','-b','x','--foo','--bar=3','rest','-c'], 'ab:c', ['foo','bar=']); t(getopt.getopt, ['-z'], 'a'); t(getopt.getopt, ['-b'], 'b:'); t(getopt.getopt, ['--fo'], '', ['foo','fox']); t(getopt.getopt, ['--foo=3'], '', ['foo']); t(getopt.getopt, ['--foo'], '', ['foo=']); t(getopt.getopt, ['--nope'], '', []); t(getopt.getopt, ['-bval','--','-a'], 'ab:')
