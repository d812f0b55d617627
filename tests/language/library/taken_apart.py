# What `object` says of how objects are made again, and what classes add to it.
import pickle, copy, copyreg


def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)


class A:
    def __init__(self): self.x=1


class B:
    __slots__=('p','q')


class C(B): pass


class D(dict): pass


class L(list): pass


class I(int): pass


class N(tuple):
    def __getnewargs__(self): return (list(self),)


class E(Exception): pass


class R:
    def __reduce__(self): return (R, ())


class G:
    def __init__(self): self.a=1; self.b=2
    def __getstate__(self):
        s = super().__getstate__(); s = dict(s); del s['b']; return s
    def __setstate__(self, s): self.__dict__.update(s); self.b = 'restored'


class H(A):
    def __reduce_ex__(self, p):
        r = super().__reduce_ex__(p); return (r[0], r[1], {'x': 'H'})
    
def clean(r):
    return tuple(getattr(x,'__name__',x) if callable(x) else (type(x).__name__ if hasattr(x,'__next__') else x) for x in r) if isinstance(r,tuple) else r
b=B(); b.p=1; c=C(); c.p=1; c.z=3
for o in (A(), b, c, D(a=1), L([1]), I(3), N((1,2)), E('m'), R(), G(), [1], {1:2}, {1,2}, frozenset([1]), (1,2), 1, 1.5, 'a', b'x', bytearray(b'x'), None, ..., range(3), slice(1,2), 3+4j, len, object(), property()):
    for p in (0,2,4):
        print(type(o).__name__, p, end=' '); show(lambda: str(clean(o.__reduce_ex__(p))))
    print(type(o).__name__, end=' '); show(lambda: o.__getstate__() if not isinstance(o,type) else '-')
    print(type(o).__name__, end=' '); show(lambda: str(clean(o.__reduce__()))[:120] if not isinstance(o,type) else '-')
g=pickle.loads(pickle.dumps(G())); print(g.__dict__); g=copy.copy(G()); print(g.__dict__); g=copy.deepcopy(G()); print(g.__dict__)
h=pickle.loads(pickle.dumps(H())); print(h.__dict__); h=copy.copy(H()); print(h.__dict__)
for p in range(6): print(p, pickle.loads(pickle.dumps([A().__dict__, D(a=1), L([1]), I(3), b.p], p)))
show(lambda: object().__reduce_ex__('a')); show(lambda: object.__reduce_ex__(A(), 4)[1]);
