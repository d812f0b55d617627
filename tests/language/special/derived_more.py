import collections, itertools, operator, pickle, queue, functools
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for base, arg in ((list, [1, 2]), (tuple, [1, 2]), (set, [1]), (frozenset, [1]), (dict, {1: 2}), (float, 2.5), (int, 7), (str, "x"), (bytes, b"q"), (bytearray, b"q"), (complex, 1j), (collections.deque, [1]), (enumerate, "ab"), (reversed, "ab"), (zip, "ab"), (range if 0 else itertools.count, 3), (itertools.chain, [1]), (itertools.cycle, "a"), (itertools.repeat, 2), (collections.OrderedDict, {1: 2}), (collections.defaultdict, int)):
    class P(base): pass
    class I(base):
        def __init__(self, seq, newarg=None):
            (super().__init__(seq) if base in (list, set, dict, bytearray, collections.deque, collections.OrderedDict, collections.defaultdict) else None); self.newarg = newarg
    class N(base):
        def __new__(cls, seq, newarg=None):
            self = super().__new__(cls, seq); self.newarg = newarg; return self
    show = lambda u: (base(u) if base in (list, tuple, float, int, str, bytes, complex) else sorted(u) if base in (set, frozenset) else base.__name__)
    t(lambda: show(P(arg)))
    t(lambda: (lambda u: (show(u), u.newarg))(I(arg, newarg=3)) if base in (list, set, dict, bytearray, collections.deque, collections.OrderedDict, collections.defaultdict) else 0)
    t(lambda: (lambda u: (show(u), u.newarg))(N(arg, newarg=3)) if base not in (dict, collections.OrderedDict, collections.defaultdict) else 0)
    if base not in (dict, int, str, bytes, bytearray, collections.deque, itertools.count, itertools.repeat, collections.OrderedDict, collections.defaultdict, complex, enumerate, zip, float):
        t(lambda: P(sequence=()))
import random
class C:
    def __lt__(self, other):
        (L.pop() if L and random.random() < 0.75 else L.append(3)); return random.random() < 0.5
L = [C() for i in range(50)]
t(lambda: L.sort())
def cmp(x, y): L.append(3); L.pop(); return (x > y) - (x < y)
L = [1, 2]; t(lambda: L.sort(key=functools.cmp_to_key(cmp)))
L = [1, 2]
def k(x): L.append(x); return x
t(lambda: L.sort(key=k)); print(L)
L = [3, 1, 2]
def k(x): return len(L)
L.sort(key=k); print(L)
q = queue.Queue()
t(lambda: q.get(timeout=-1)); t(lambda: q.put(1, timeout=-1)); t(lambda: queue.SimpleQueue().get(timeout=-1))
m = operator.methodcaller("split", ",", maxsplit=1); print(m, pickle.loads(pickle.dumps(m)), pickle.loads(pickle.dumps(m))("a,b,c"), m.__reduce__()[0] is not None)
g = operator.attrgetter("a.b", "c"); print(pickle.loads(pickle.dumps(g)), pickle.loads(pickle.dumps(operator.itemgetter(1, slice(2)))))
t(lambda: sum([b"a"], b"")); t(lambda: sum([""], "")); t(lambda: sum([bytearray()], bytearray())); t(lambda: sum(3)); t(lambda: sum([[1]], start=[])); t(lambda: sum([], start="")); t(lambda: sum())
class Neg:
    def __len__(self): return -10**30
class Big:
    def __len__(self): return 10**30
t(lambda: len(Neg())); t(lambda: len(Big()))
t(lambda: "é€".encode("latin9")); t(lambda: b"\xa4".decode("latin-9")); t(lambda: "x".encode("utf_7") if 0 else 1)
