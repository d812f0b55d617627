# Signed numbers beside uint64, in small and large arrays; arrays where bytes are asked for; bits of bytes.
import numpy as np, os
for f in (lambda: ord(np.array([65],'u1')), lambda: open(np.array([65,66],'u1')), lambda: np.array(97) in b'abc', lambda: np.array([97],'u1') in b'abc', lambda: ord(b'a'), lambda: ord(bytearray(b'a')), lambda: ord(memoryview(b'a')), lambda: os.fspath(b'a'), lambda: os.path.exists(b'/tmp'), lambda: np.unpackbits(np.array([[2],[7],[23]],'u1'),axis=1).tolist(), lambda: np.unpackbits(np.arange(2000,dtype='u1')).sum(), lambda: np.unpackbits(np.array([3,200],'u1'),bitorder='little').tolist(), lambda: np.packbits(np.unpackbits(np.arange(256,dtype='u1'))).tolist()==list(range(256))):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
a=np.arange(-5,100000,dtype='i8'); b=np.arange(0,100005,dtype='u8'); b[7]=2**63+5; a[9]=2**62
print((a==b).sum(), (a<b).sum(), (a<=b).sum(), (b>a).sum(), (b!=a).sum(), np.where(a<b,1,0).sum(), (a[:50]<b[:50]).sum(), (np.int64(-1)<b).sum(), (a < np.uint64(3)).sum())
c=np.full(50000, 2**53+1, dtype='i8'); d=np.full(50000, 2**53, dtype='u8')
print((c==d).sum(), (c>d).sum(), (c[:5]==d[:5]).sum(), (c+1==d).any(), np.where(c==d,1,2).sum())
