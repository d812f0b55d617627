import pickle, collections, datetime, fractions, enum
class P:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return type(s) is type(o) and s.__dict__ == o.__dict__
class S:
    __slots__ = ('a', 'b')
    def __init__(s): s.a, s.b = 1, [2]
class G:
    def __getstate__(s): return {'k': 5}
    def __setstate__(s, st): s.st = st
class L(list): pass
class D(dict): pass
class I(int): pass
class R:
    def __reduce__(s): return (P, (7,))
class C(enum.Enum): A = 1
NT = collections.namedtuple('NT', 'x y')
def f(): pass
vals = [None, True, False, 0, 1, -1, 255, 256, 65535, 65536, -2**31, 2**31, 2**100, -2**100, 2**2100, 1.5, float('inf'), 1+2j, '', 'abc', 'é€😀', 'x'*300, b'', b'abc', b'x'*300, bytearray(b'q'), (), (1,), (1,2), (1,2,3), (1,2,3,4), [], [1], [1,2,[3]], {}, {'a': 1}, {1: 2, 'b': [3]}, {1, 2}, frozenset([1]), range(3), list(range(2500)), {i: i for i in range(1500)}, P(3), L([1, 2]), D(a=1), I(5), f, len, P, int, type(None), NT(1, 2), C.A, datetime.date(2020, 1, 2), fractions.Fraction(1, 3), collections.OrderedDict(a=1), collections.Counter('aab'), ..., NotImplemented, ValueError('x', 1), slice(1, 2), collections.deque([1, 2], 5), collections.defaultdict(list, a=[1])]
for p in (0, 1, 2, 3, 4, 5):
    for v in vals:
        try: r = pickle.loads(pickle.dumps(v, p)); print(p, type(r).__name__, repr(r)[:80] if not isinstance(r, P) and type(r).__name__ != 'function' else r.__dict__, r == v)
        except Exception as e: print(p, repr(v)[:40], type(e).__name__, e)
for v in vals:
    if type(v).__module__ == 'builtins' and not isinstance(v, (complex, set, range, slice, BaseException, bytearray)) and not callable(v): print(pickle.dumps(v)[:60], pickle.dumps(v, 3)[:40])
s = pickle.loads(pickle.dumps(S())); print(s.a, s.b); print(pickle.loads(pickle.dumps(G())).st, pickle.loads(pickle.dumps(R())).x)
l = [1]; l.append(l); r = pickle.loads(pickle.dumps(l)); print(r[1] is r); a = [1]; r = pickle.loads(pickle.dumps([a, a])); print(r[0] is r[1])
for bad in (lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(b''), lambda: pickle.loads(b'zz'), lambda: pickle.dumps(x for x in ()), lambda: pickle.loads('x')):
    try: bad(); print('ok')
    except Exception as e: print(type(e).__name__)
print(pickle.loads(b'(lp0\nI1\naI2\naS"x"\na.'), pickle.loads(b"cbuiltins\nlist\n(t)R.") if 0 else '', pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
