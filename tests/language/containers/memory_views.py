# Memory views over bytes and byte arrays: items, parts, stores, casts, release.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
m = memoryview(b"abcdef")
t(lambda: m[1]); t(lambda: m[1:3].tobytes()); t(lambda: m[::2].tolist()); t(lambda: list(m)); t(lambda: len(m)); t(lambda: m == b"abcdef"); t(lambda: m.readonly); t(lambda: m.format); t(lambda: m.itemsize); t(lambda: m.nbytes); t(lambda: m.shape); t(lambda: bytes(m[::-1])); t(lambda: hash(m) == hash(b"abcdef")); t(lambda: m.obj)
def st(): m[0] = 1
t(st); t(lambda: m[10]); t(lambda: m["a"])
a = bytearray(b"12345678"); v = memoryview(a)
v[0] = 65; v[1:3] = b"zz"; t(lambda: a)
def bad(): v[1:3] = b"zzz"
t(bad); t(lambda: a.append(1)); w = v.cast("H"); t(lambda: w.tolist()); w[0] = 0xffff; t(lambda: a); t(lambda: v.cast("q").tolist())
def bad2(): w[0] = 70000
t(bad2)
def bad3(): w[0] = "a"
t(bad3)
w.release(); v.release(); t(lambda: a.append(1)); t(lambda: v[0]); t(lambda: memoryview(1)); t(lambda: b"x" + memoryview(b"y")); t(lambda: memoryview(b"x") + b"y"); t(lambda: 97 in memoryview(b"abc")); t(lambda: reversed(memoryview(b"abc")).__next__()); t(lambda: bytearray(memoryview(b"abc"))); t(lambda: b",".join([memoryview(b"a"), b"b"])); t(lambda: int.from_bytes(memoryview(b"\1\2"), "big"))
with_ok = memoryview(b"a").__enter__(); t(lambda: with_ok.tolist())
