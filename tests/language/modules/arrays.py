from array import array
import array as A
def t(f, *a):
    try: print(a, f(*a))
    except Exception as e: print(a, type(e).__name__, e)
for c in 'bBuhHiIlLqQfd':
    a = array(c) if c != 'u' else array(c, 'ab')
    print(c, a.itemsize, a.typecode, a, len(a))
    for v in (0, 127, 128, -129, 255, 256, 32768, -32769, 65536, 2**31, -2**31-1, 2**32, 2**63, -2**63-1, 2**64, 2**70, -2**70, -1, 1.5, 'a', None, True, 'ab', b'a', 1j):
        try: a.append(v); print(c, v, a[-1])
        except Exception as e: print(c, v, type(e).__name__, e)
t(array); t(array, 'z'); t(array, 'ii'); t(array, 5); t(array, 'i', 5); t(array, 'i', 'abc'); t(array, 'i', ['a']); t(array, 'i', [1, 2], 3); t(array, b'i')
t(array, 'i', b'\x01\0\0\0'); t(array, 'i', b'abc'); t(array, 'i', bytearray(b'\x01\0\0\0')); t(array, 'd', (1, 2.5)); t(array, 'd', array('i', [1, 2])); t(array, 'i', array('d', [1.0])); t(array, 'u', 'héllo'); t(array, 'i', range(5)); t(array, 'i', {3: 4}); t(array, 'u', ['a', 'b']); t(array, 'B', 'ab'); t(array, 'i', array('u', 'a'))
a = array('i', range(10))
print(a[2], a[-1], a[2:5], a[::2], a[::-3], a[5:2], type(a[1:2]))
t(a.__getitem__, 10); t(a.__getitem__, -11); t(a.__getitem__, 'x'); t(a.__getitem__, 1.0); t(a.__setitem__, 20, 1); t(a.__setitem__, 'x', 1); t(a.__setitem__, 0, 'x'); t(a.__delitem__, 99)
a[0] = 100; a[-1] = -5; print(a); a[1:3] = array('i', [7, 8, 9]); print(a); a[::2] = array('i', [0] * len(a[::2])); print(a); del a[0]; del a[1:3]; del a[::3]; print(a)
t(a.__setitem__, slice(0, 2), [1, 2]); t(a.__setitem__, slice(0, 2), array('d', [1])); t(a.__setitem__, slice(None, None, 2), array('i', [1]))
b = array('d', [1.5, 2.5]); b.append(3); b.extend([4, 5.5]); b.extend(array('d', [6])); t(b.extend, array('i', [1])); t(b.extend, 5); t(b.extend, ['x']); t(b.append, 'x'); print(b)
b.insert(0, -1); b.insert(100, 9); b.insert(-1, 8); print(b, b.pop(), b.pop(0), b.pop(-2), b); t(b.pop, 99); t(array('i').pop); b.remove(2.5); t(b.remove, 99); print(b, b.index(3.0), b.count(3)); t(b.index, 99); t(b.index, 3, 2); b.reverse(); print(b)
print(b.tolist(), b.tobytes(), array('h', [1, 2]).tobytes(), array('u', 'hé').tounicode()); t(b.tounicode); c = array('h', [1, 256]); c.byteswap(); print(c); d = array('d', [1.0]); d.byteswap(); print(d.tobytes()); c.frombytes(b'\x05\0'); print(c); t(c.frombytes, b'a'); t(c.frombytes, 'a'); c.fromlist([1, 2]); t(c.fromlist, (1,)); t(c.fromlist, [1, 'x']); print(c); u = array('u'); u.fromunicode('xy'); print(u); t(c.fromunicode, 'x')
x, y = array('i', [1, 2, 3]), array('i', [1, 2, 4]); print(x == y, x < y, x != y, x >= y, x == array('d', [1, 2, 3]), x == [1, 2, 3], x < array('i', [1]), array('i') == array('d')); t(lambda: x < [1]); t(lambda: x + [1]); t(lambda: x + array('d')); t(lambda: x * 'a'); t(hash, x)
print(x + y, x * 2, 2 * x, x * -1, 2 in x, 9 in x, 2.0 in x, 'a' in x, list(x), list(reversed(x)), sum(x), max(x), sorted(y, reverse=True), bool(x), bool(array('i')), [*x], tuple(x))
x += y; x *= 2; print(x); t(lambda: x.__iadd__([1])); print(array('u', 'ab'), array('u'), array('B', b'ab'), repr(array('f', [1.1, 2])), str(array('d', [0.1, 1e100, float('inf'), float('nan')])))
print(bytes(array('H', [1, 2])), memoryview(array('i', [1, 2]))[1], len(memoryview(array('d', [1]))), bytearray(array('b', [1]))) 
print(A.typecodes, A.ArrayType is array, array, type(x).__module__, type(x).__name__, type(iter(x))); import copy; z = copy.copy(x); z[0] = 77; print(x[0], copy.deepcopy(x) == x, z.__copy__() == z)
print(isinstance(x, array), array('i', (i for i in range(3))), array('q', [2**62]), array('Q', [2**64 - 1])[0], array('L', [2**63])[0], x.buffer_info()[1])
s = 0
arr = array('d', [0.0]) * 1000
for i in range(1000): arr[i] = i * 0.5
for i in range(1000): s += arr[i]
for v in arr: s += v
print(s)
for i in range(len(arr)): arr[i] += 1
print(arr[:5], arr[-1])
class Sub(array): pass
q = Sub('i', [1, 2]); q.foo = 1; print(q, q.foo, q[0], type(q + q).__name__, len(q), isinstance(q, array))
