# Memory views that are released, while they are used too.
import array
def attempt(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class I:
    def __init__(s, m, v=0): s.m=m; s.v=v
    def __index__(s): s.m.release(); return s.v
def mk(): return memoryview(bytearray(b'abcdef'))
m=mk(); attempt(lambda: m[I(m)])
m=mk(); attempt(lambda: m.__setitem__(I(m), 5))
m=mk(); attempt(lambda: m.__setitem__(slice(0,I(m,2)), b'xy'))
m=mk(); attempt(lambda: m.__setitem__(0, I(m,2)))
m=mk(); attempt(lambda: hash(m))
m=memoryview(b'abc'); attempt(lambda: hash(m)==hash(b'abc')); m.release(); attempt(lambda: hash(m)==hash(b'abc'))
m=memoryview(b'abc'); m.release(); attempt(lambda: hash(m))
m=mk(); m.release()
for f in (lambda: m.tobytes(), lambda: bytes(m), lambda: list(m), lambda: m[0], lambda: m==m, lambda: m==b'abcdef', lambda: m.tolist(), lambda: m.hex(), lambda: m.cast('b'), lambda: m.nbytes, lambda: m.format, lambda: m.obj, lambda: m.shape, lambda: repr(m)[:20], lambda: 97 in m, lambda: m.toreadonly(), lambda: int(m), lambda: float(m), lambda: m.contiguous, lambda: m.release(), lambda: m.__enter__(), lambda: bytearray(m), lambda: memoryview(m)):
    attempt(f)
m=mk(); it=iter(m); next(it); m.release(); attempt(lambda: next(it))
m=mk(); it=reversed(m); next(it); m.release(); attempt(lambda: next(it))
def cmp():
    m=mk(); n=mk()
    class B(bytes):
        def __eq__(s,o): m.release(); return NotImplemented
    return m==B(b'abcdef')
attempt(cmp)
m=mk(); n=m[1:3]; m.release(); attempt(lambda: n.tolist())
a=bytearray(b'abc'); m=memoryview(a); attempt(lambda: a.append(1)); attempt(lambda: a.clear()); attempt(lambda: a.extend(b'x')); m.release(); attempt(lambda: a.append(1))
a=array.array('i',[1,2,3]); m=memoryview(a); attempt(lambda: a.append(1)); attempt(lambda: a.pop()); m.release(); attempt(lambda: a.pop())
m=memoryview(bytearray(b'abcdef'))[::2]; attempt(lambda: (m.tolist(), m.tobytes(), m[::-1].tolist(), m[5:].tolist(), m.strides, m.contiguous, m.c_contiguous, m.suboffsets, m.ndim))
attempt(lambda: m.cast('B'))
