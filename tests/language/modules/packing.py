import struct
def t(f,*a):
    try: print(f.__name__,a,f(*a))
    except Exception as e: print(f.__name__,a,type(e).__name__,type(e),e)
for order in '','<','>':
    for c in 'bBhHiIlLqQnN':
        for v in (2**70,-2**70,2**64,2**63,-2**63-1,2**32,2**31,-2**31-1,65536,32768,-32769,256,128,-129,-1,1.5,'a'):
            try: struct.pack(order+c,v)
            except Exception as e: print(order+c,v,type(e).__name__,e)
for c in 'efd':
    for v in (1e300,1e39,65520.0,'a',None,1j,2**2000):
        try: struct.pack('<'+c,v); struct.pack(c,v)
        except Exception as e: print(c,v if v!=2**2000 else 'big',type(e).__name__,e)
t(struct.pack,'s','a'); t(struct.pack,'c','a'); t(struct.pack,'c',b'ab'); t(struct.pack,'p',1); t(struct.pack,'z',1); t(struct.pack,'3'); t(struct.pack,'i'); t(struct.pack,'ii',1); t(struct.pack,'x',1); t(struct.pack); t(struct.pack,5)
t(struct.unpack,'i',b'abc'); t(struct.unpack,'i','abcd'); t(struct.unpack,'i'); t(struct.unpack_from,'i',b'abcde',3); t(struct.unpack_from,'i',b'abcdefgh',-3);t(struct.unpack_from,'i',b'abcdefgh',-30);t(struct.unpack_from,'i',b'abc')
b=bytearray(4)
t(struct.pack_into,'i',b,2,5);t(struct.pack_into,'i',b,-2,5);t(struct.pack_into,'i',b,-20,5);t(struct.pack_into,'i',b'abcd',0,5);t(struct.pack_into,'i',b,0);t(struct.pack_into,'i',b);t(struct.pack_into,'i'); t(struct.pack_into,'i',b,'a',1); t(struct.pack_into,'i',5,0,1)
t(struct.iter_unpack,'i',b'abcde'); t(struct.iter_unpack,'',b''); t(struct.calcsize,'i 3'); t(struct.calcsize,'99999999999999999999i'); t(struct.calcsize,'9999999999999i'*1); t(struct.calcsize,'9223372036854775807i'); t(struct.calcsize,''); t(struct.calcsize, 'é'); t(struct.calcsize,b'ii'); t(struct.calcsize, 'i<')
print(struct.Struct('ii').format, struct.Struct('ii').size, struct.Struct)
s=struct.Struct('<hb')
t(s.pack,1,2); t(s.pack,1); t(s.unpack,b'abc'); t(s.unpack,b'ab'); t(s.unpack_from,b'abcd',1); t(s.unpack_from,b'abcd',2)
try: struct.Struct()
except Exception as e: print(e)
try: struct.Struct(5)
except Exception as e: print(e)
print(struct.error, struct.error.__mro__, struct.error('x'))
print(struct.pack('P',5), struct.pack('?',[]), struct.pack('5s',b'ab'), struct.pack('0s',b'ab'), struct.pack('5p',b'ab'), struct.pack('1p',b'ab'),struct.pack('300p',b'a'*299)[:3], struct.unpack('5p',b'\x02abcd'),struct.unpack('3p',b'\x09ab'),struct.unpack('c?x2s',b'a\x02xyz'))
for f in 'bhilq','ci','cl','cq','hP','i0q','c0l', 'ib0i','bdbfbe', '@bi','=bi','!bi','3c2h', ' i i ', 'xxi','?d', '2s3sI':
    try: print(f, struct.calcsize(f))
    except Exception as e: print(f,e)
