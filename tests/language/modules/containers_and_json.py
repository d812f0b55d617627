import random, operator, functools, json, copy
from collections import deque
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
r = random.Random(5); print(r.random(), r.randint(1, 100), r.gauss(0, 1), isinstance(r, random.Random), r.choice('abc'))
s = r.getstate(); x = r.random(); r.setstate(s); print(x == r.random())
class R(random.Random):
    def __init__(self, seed=None): super().__init__(seed); self.n = 0
    def random(self): self.n += 1; return 0.25
q = R(3); print(q.random(), q.randint(0, 9), q.choice([1, 2, 3, 4]), q.n, q.uniform(0, 8), q.sample(range(10), 3)); l = [1, 2, 3, 4]; q.shuffle(l); print(l, q.gauss(), type(q).__name__)
class B(random.Random):
    def getrandbits(self, k): return 3 % (1 << k)
print(B().randrange(10), B().randint(5, 20))
sr = random.SystemRandom(); print(0 <= sr.random() < 1, 1 <= sr.randint(1, 6) <= 6, sr.seed(1)); t(sr.getstate)
t(random.Random, 1, 2); t(random.Random, []); print(random.Random('a').random(), random.Random(x=1).random())
d = deque([1, 2, 3]); d.append(4); d.appendleft(0); print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), list(d), d.maxlen)
d = deque(range(10), maxlen=4); print(d); d.append(99); d.appendleft(-1); print(d, d.maxlen, d == deque([-1, 7, 8, 9]), d.count(8), d.index(8)); d.rotate(1); print(d); d.rotate(-2); print(d); d.extend('ab'); d.extendleft('xy'); print(d)
t(deque().pop); t(deque().popleft); t(deque, 5); t(deque, [], -1); t(deque, [], 'a'); t(deque, 1, 2, 3); t(lambda: d[10]); t(lambda: d['a']); t(lambda: d[0:1]); t(d.remove, 'zz'); t(d.index, 'zz'); t(d.insert, 0, 1); t(lambda: hash(d)); t(lambda: d + [1]); t(lambda: d < [1]); t(lambda: d * 'a')
e = deque('abc'); e[1] = 'X'; del e[0]; e.insert(1, 'Q'); e.insert(-1, 'R'); e.insert(99, 'S'); print(e, e + deque('z'), e * 2, 2 * e, 'Q' in e, list(reversed(e)), e.copy(), bool(e), bool(deque()), e < deque('Y'), e != deque()); e.reverse(); print(e); e.remove('Q'); print(e); e.clear(); print(e); e += [1, 2]; e *= 2; print(e)
def mut():
    x = deque([1, 2, 3])
    for i in x: x.append(i)
t(mut); z = deque([1]); z.append(z); print(z); print(copy.copy(e), copy.deepcopy(e), type(e), deque, [*e], iter(e).__class__.__name__, sum(e), max(e), sorted(e))
class Q(deque):
    def push(self, v): self.append(v)
k = Q([1]); k.push(2); k.foo = 3; print(k, k.foo, len(k), isinstance(k, deque), k + k, type(k.copy()).__name__)
class Q2(deque):
    def __init__(self, it=()): super().__init__(it, 3)
print(Q2([1, 2, 3, 4]))
p = functools.partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, p('77', base=8)); p2 = functools.partial(functools.partial(max, 5), 3); print(p2.args, p2(9), p2()); t(functools.partial); t(functools.partial, 5); print(functools.partial(print, 1, sep='-')); functools.partial(print, 1, sep='-')(2)
class M:
    def f(self, a, b=2): return (a, b)
    g = functools.partialmethod(f, 5)
print(M().g(), M().g(b=3), functools.reduce(operator.add, [1, 2, 3]))
@functools.lru_cache(maxsize=3)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), fib.cache_info(), fib.__name__, fib.__wrapped__(1)); fib.cache_clear(); print(fib.cache_info(), fib.cache_parameters())
@functools.cache
def sq(x, y=1): return x * y
print(sq(3), sq(3.0), sq(3, y=2), sq(x=3), sq(3), sq.cache_info())
@functools.lru_cache(typed=True)
def ty(x): return type(x)
print(ty(1), ty(1.0), ty(True), ty.cache_info()); t(sq, []); t(functools.lru_cache, 'a')
class C:
    @functools.lru_cache
    def m(self, x): return x * 2
c = C(); print(c.m(4), c.m(4), C.m.cache_info())
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), functools.cmp_to_key(lambda a, b: 0)(1) == functools.cmp_to_key(lambda a, b: 0)(2))
g = operator.itemgetter(1); print(g([1, 2]), operator.itemgetter(0, -1)('abc'), operator.attrgetter('real')(3), operator.attrgetter('real', 'imag')(1j), operator.methodcaller('upper')('a'), operator.methodcaller('split', ',', maxsplit=1)('a,b,c'), g, operator.attrgetter('a.b'), operator.methodcaller('f', 1, x=2)); t(operator.itemgetter); t(g, 1, 2); t(g, []); t(operator.attrgetter, 1); t(operator.attrgetter('zz'), 1); print(sorted([(1, 'b'), (0, 'c')], key=g), operator.itemgetter('a')({'a': 5}))
print(json.dumps({"a": [1, 2.5, None, True, "x\n\"é\u2028\U0001f600"], "b": {}, "c": [], 1: 2, None: 3, True: 4, 2.5: 5}), json.dumps([1, [2, {"a": 3}]], indent=2), json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, separators=(',', ':')), json.dumps("é", ensure_ascii=False), json.dumps({}, indent=1), json.dumps([], indent=1), json.dumps([[], {}], indent='\t'), json.dumps(10**30), json.dumps(float('nan')), json.dumps([float('inf'), -float('inf')]), json.dumps((1, 2)), json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True))
t(json.dumps, {1, 2}); t(json.dumps, {(1, 2): 3}); t(json.dumps, float('nan'), allow_nan=False); t(json.dumps, object); t(json.dumps, {1: 1, 'a': 2}, sort_keys=True); l = []; l.append(l); t(json.dumps, l); print(json.dumps({1, 2}, default=list), json.dumps(3 + 4j, default=lambda o: [o.real, o.imag]))
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(json.dumps(2 + 1j, cls=E), E().encode([1j]), ''.join(json.JSONEncoder().iterencode([1])), json.JSONEncoder(indent=2).encode([1])); t(json.dumps, b'a', cls=E)
print(json.loads('{"a": [1, 2.5, -3e2, null, true, false, "x\\u00e9\\n\\ud83d\\ude00"], "b": {}}'), json.loads(' [] '), json.loads('1'), json.loads('"a"'), json.loads('NaN'), json.loads('[Infinity, -Infinity]'), json.loads(b'[1]'), json.loads('{"a": 1}', object_hook=lambda d: list(d.items())), json.loads('{"a": 1, "b": 2}', object_pairs_hook=lambda p: p), json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: s + '!'), json.loads('123456789012345678901234567890'))
for bad in ['', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", '"abc', '"a\nb"', '"\\x"', '"\\u12"', 'nul', '[1 2]', '1 2', '[1]]', '-', '01', '1.', '+1', '.5', '\n\n  x', '{"a" 1}', '{1:2}', 'tru', '"é', '[é]', '"\\']: t(json.loads, bad)
t(json.loads, 5); t(json.loads, None); 
try: json.loads('{"a": }')
except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, e.doc, type(e), isinstance(e, ValueError))
print(json.JSONDecoder().raw_decode('[1] x'), json.JSONDecoder().decode(' 5 '))
class L(list): pass
class D(dict): pass
class I(int): pass
class S(str): pass
print(json.dumps([L([1]), D(a=1), I(5), S('x')]), json.dumps({S('k'): I(3)}))
