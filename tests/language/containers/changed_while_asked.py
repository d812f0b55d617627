# What a container does when what it asks changes it meanwhile: no place is looked at that is not there any more.
import array, collections
def attempt(label, f):
    try: print(label, f())
    except BaseException as e: print(label, type(e).__name__, e)
class I:
    def __init__(s, f, v=0): s.f=f; s.v=v
    def __index__(s): s.f(); return s.v
    def __lt__(s,o): s.f(); return True
    def __eq__(s,o): s.f(); return True
    __hash__ = None
    def __repr__(s): return 'I'
def mks():
    yield 'list', list(range(10)), lambda a: a.clear()
    yield 'bytearray', bytearray(range(10)), lambda a: a.clear()
    yield 'array', array.array('i', range(10)), lambda a: a.__delitem__(slice(None))
    yield 'deque', collections.deque(range(10)), lambda a: a.clear()
ops = {
 'get': lambda a, i: a[i()],
 'gets': lambda a, i: a[i():],
 'gets2': lambda a, i: a[:i(5):2],
 'gets3': lambda a, i: a[::i(2)],
 'set': lambda a, i: (a.__setitem__(i(), 1), a),
 'setv': lambda a, i: (a.__setitem__(5, i(1)), a),
 'sets': lambda a, i: (a.__setitem__(slice(i(2),None), a[:0]), a),
 'sets2': lambda a, i: (a.__setitem__(slice(None,i(8),2), a[:4]), a),
 'setsv': lambda a, i: (a.__setitem__(slice(1,3), [i(1),2]), a),
 'del': lambda a, i: (a.__delitem__(i(3)), a),
 'dels': lambda a, i: (a.__delitem__(slice(i(3),None)), a),
 'dels2': lambda a, i: (a.__delitem__(slice(None,None,i(3))), a),
 'insert': lambda a, i: (a.insert(i(3), 7), a),
 'insertv': lambda a, i: (a.insert(3, i(7)), a),
 'append': lambda a, i: (a.append(i(7)), a),
 'pop': lambda a, i: (a.pop(i(3)), a),
 'mul': lambda a, i: a*i(3),
 'imul': lambda a, i: a.__imul__(i(3)),
 'index': lambda a, i: a.index(i(100)),
 'indexs': lambda a, i: a.index(9, i(3)),
 'count': lambda a, i: a.count(i(3)),
 'remove': lambda a, i: (a.remove(i(3)), a),
 'in': lambda a, i: i(77) in a,
 'extend': lambda a, i: (a.extend([i(3), 4]), a),
 'rotate': lambda a, i: (a.rotate(i(3)), a),
 'replace': lambda a, i: a.replace(b'', b'x', i(3)),
 'center': lambda a, i: a.center(i(30)),
 'find': lambda a, i: a.find(i(3)),
 'finds': lambda a, i: a.find(3, i(2)),
 'starts': lambda a, i: a.startswith(b'', i(2)),
 'split': lambda a, i: a.split(b'\x02', i(2)),
 'expand': lambda a, i: a.expandtabs(i(2)),
 'hex': lambda a, i: a.hex(':', i(2)),
 'sort': lambda a, i: (a.sort(key=lambda x: i(x)), a),
 'fromlist': lambda a, i: (a.fromlist([i(3), 4]), a),
 'eq': lambda a, i: a == [i(3)]*10,
 'eqd': lambda a, i: a == collections.deque([i(3)]*10),
 'lt': lambda a, i: [i(0)] < list(a),
 'max': lambda a, i: max(i(1), *a),
 'join': lambda a, i: b','.join(a),
 'bytes': lambda a, i: bytes([i(3), 4]),
 'ba': lambda a, i: bytearray(i(3)),
}
# What these give depends on the order of CPython's own steps: here they only have to end.
ANY_RESULT = {'index', 'replace', 'center', 'find', 'finds', 'split', 'expand', 'hex', 'eq', 'eqd', 'setsv', 'dels', 'dels2', 'insertv', 'append', 'pop', 'count', 'remove', 'extend', 'fromlist'}
for name in ops:
    for kind, a, clear in mks():
        if name in ANY_RESULT:
            try:
                ops[name](a, lambda v=0: I(lambda: clear(a), v))
            except Exception:
                pass
        else:
            attempt(f'{kind} {name}', lambda: ops[name](a, lambda v=0: I(lambda: clear(a), v)))
l = list(range(5))
class K:
    def __init__(s,v): s.v=v
    def __repr__(s): return 'K'
    def __eq__(s,o): l.clear(); return False
    def __hash__(s): return 1
l[:] = [K(1),K(2),K(3)]
attempt('in', lambda: K(9) in l)
attempt('index', lambda: l.index(K(9)))
attempt('count', lambda: l.count(K(9)))
attempt('remove', lambda: l.remove(K(9)))
attempt('eq', lambda: l == [1,2,3])
d = {}
class H:
    def __hash__(s): return 5
    def __eq__(s, o): d.clear(); return False
for _ in range(1): d[H()] = 1
def dd():
    for k in range(3): d[H()] = k
    return len(d)
attempt('dict', dd)
attempt('dget', lambda: (d.get(H()), d.pop(H(), 3), d.setdefault(H(), 4), H() in d, len(d)))
s=set()
class HS:
    def __hash__(s): return 5
    def __eq__(z, o): s.clear(); return False
def ss():
    for k in range(4): s.add(HS())
    return len(s), HS() in s, s.discard(HS()), s | {HS()}, s == {HS()}
attempt('set', lambda: len(ss()))
