"""What messages call values of derived classes."""
class F(float): pass
class I(int): pass
class Z(set): pass
class U(str): pass
class T(tuple): pass
class D(dict): pass
class L(list): pass
class B(bytes): pass
class C(complex): pass
vals = [F(1.5), I(3), Z((1,)), U('ab'), T((1,)), D(a=1), L([1]), B(b'x'), C(1j)]
def idx(v): return v[0]
def delx(v): del v[0]
def setx(v): v[0] = 1
def dels(v): del v['a']
fs = [idx, delx, setx, lambda v: v['q'], lambda v: v[1:], reversed, len, lambda v: ~v, bytes, bytearray, float, int, round,
      lambda v: [1] + v, lambda v: 'a'.startswith(v), lambda v: '' + v, lambda v: sum(v), lambda v: v @ 1, lambda v: 1 + v]
for k, f in enumerate(fs):
    for v in vals + [1.5, 3, {1}, 'ab', (1,), {'a': 1}, [1], b'x', 1j, None, T(('a', 'b'))]:
        if type(v) is L:
            v = L([1])
        try:
            r = f(v)
            print(k, type(v).__name__, type(r).__name__, r if ' at 0x' not in repr(r) else '')
        except Exception as e:
            print(k, type(v).__name__, type(e).__name__, e)
for text in (bytearray(b'xy'), b'xy'):
    try:
        int(text)
    except ValueError as e:
        print(e)
for r in (range(10**20), range(30, 10**20 + 3)):
    for f in (list, sorted, tuple, lambda r: [*r], len):
        try:
            f(r)
        except OverflowError as e:
            print(e)
exec('print(__name__)', {})
exec('class A: pass\nprint(A, A.__module__)', {})
print(type(list[int]), type(int | str), list[int] in list[int])
