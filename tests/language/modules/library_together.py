import random, copy, re, itertools, functools, collections, heapq, struct, array, json, operator
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
r = random.Random(3); r.random(); s = copy.copy(r); d = copy.deepcopy(r); print(r.random() == s.random() == d.random())
class H(list): pass
h = H([3, 1, 2]); heapq.heapify(h); heapq.heappush(h, 0); print(h, heapq.heappop(h), type(h))
print(collections.deque[int], collections.defaultdict[str, int], re.Pattern[str])
from typing import Deque
def gen():
    yield from itertools.chain([1], (x for x in [2, 3]))
print(list(gen()), list(itertools.islice(gen(), 2)), sum(itertools.takewhile(lambda x: x < 100, itertools.count())))
@functools.wraps(gen)
def w(): pass
print(w.__name__)
@functools.total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) <= T(2), T(3) >= T(2), sorted([T(3), T(1)])[0].v)
@functools.singledispatch
def sd(x): return 'any'
@sd.register
def _(x: int): return 'int'
@sd.register(list)
def _(x): return 'list'
print(sd(1), sd([]), sd('a'))
class CP:
    @functools.cached_property
    def v(self): print('computing'); return 5
c = CP(); print(c.v, c.v)
print(struct.pack('>if', 1, 2.5), struct.unpack('>if', struct.pack('>if', 1, 2.5)), struct.calcsize('dI'))
a = array.array('d', range(5)); m = memoryview(a); m[0] = 9.5; print(a, m.nbytes, bytes(m[:1])); t(a.append, 1.0); m.release(); a.append(1.0); print(a)
print(struct.unpack('<2d', a[:2]), struct.unpack_from('<d', m if 0 else a, 8))
b = bytearray(8); struct.pack_into('<d', b, 0, 1.5); print(b)
for mt in re.finditer(r'(?P<k>\w+)=(?P<v>\d+)', 'a=1, bb=22'): print(mt.groupdict(), mt.span('v'))
def rep(m): return str(int(m[0]) + 1)
print(re.sub(r'\d+', rep, 'a1b99'))
text = 'word ' * 1000; print(len(re.findall(r'\w+', text)), len(re.split(r'\s', text)))
print(re.match(r'^(\w+)\s*=\s*([-+]?[0-9]*\.?[0-9]+)$', 'x = -1.5').groups())
print(json.loads(json.dumps({'a': [1, {'b': None}], 'c': 1e-7, 'd': 1e22, 'e': -0.0})), json.dumps(0.1 + 0.2))
x = sorted(range(20), key=functools.cmp_to_key(lambda a, b: (a % 3) - (b % 3))); print(x)
print(max([('a', 3), ('b', 5)], key=operator.itemgetter(1)), list(map(operator.mul, [1, 2], [3, 4])), functools.reduce(operator.xor, range(10)))
Point = collections.namedtuple('Point', ['x', 'y'], defaults=[0]); print(Point(1), Point(1, 2) + (3,), Point(5)._asdict())
from random import *
seed(1); print(random.random() if hasattr(random, 'random') and not callable(random) else random(), randint(1, 10), choice('xyz'), sample(range(5), 2), shuffle([1, 2]))
from collections import *
print(Counter('aab').most_common(1), OrderedDict(a=1))
d = deque(maxlen=2); d += 'abc'; print(d)
import gc; gc.collect()
class Node:
    def __init__(s): s.q = collections.deque() if hasattr(collections, 'deque') else deque(); s.q.append(s)
for i in range(1000): Node()
print('ok')
