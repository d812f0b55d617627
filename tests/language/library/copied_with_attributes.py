import array
import collections.abc
import copy
import io
import pickle

class D(collections.deque): pass
class A(array.array): pass
class O(collections.OrderedDict): pass
class DD(collections.defaultdict): pass
class C(collections.Counter): pass
class L(list): pass
class S(set): pass
for o in (D([1, 2], 5), A("i", [1, 2]), O(a=1), DD(list, b=[2]), C("aab"), L([1]), S([1])):
    o.x = [9]
    for f in (lambda o: pickle.loads(pickle.dumps(o)), lambda o: pickle.loads(pickle.dumps(o, 0)), copy.copy, copy.deepcopy):
        try: p = f(o); print(type(p).__name__, p == o, p.x, p.x is o.x)
        except Exception as e: print(type(o).__name__, repr(e))
print(isinstance(array.array("i"), collections.abc.MutableSequence))
s = io.StringIO("abc\ndef"); s.read(2); t = pickle.loads(pickle.dumps(s)); print(t.read(), t.tell(), t.getvalue()); u = copy.copy(s); print(u.read())
b = io.BytesIO(b"abcdef"); b.seek(3); t = pickle.loads(pickle.dumps(b)); print(t.read(), t.getvalue(), b.__getstate__())
