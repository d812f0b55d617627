"""StringIO, BytesIO, text over other objects, standard streams replaced."""
import io, sys
def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
s = io.StringIO()
print(s.write("hello\nwörld"), s.getvalue(), s.tell(), s.seek(0), s.read(3), s.readline(), list(s), s.read())
s.seek(3); s.write("XY"); print(repr(s.getvalue()), s.tell()); s.truncate(4); print(s.getvalue())
s.seek(10); s.write("z"); print(repr(s.getvalue()))
s = io.StringIO("a\nb\r\nc\rd", newline=None); print(s.readlines())
s = io.StringIO("a\nb\r\nc\rd"); print(s.readlines())
s = io.StringIO("a\nb\r\nc\rd", newline=""); print(s.readlines())
s = io.StringIO("abc"); print(s.read(1), s.read(), s.readable(), s.closed); s.close(); attempt(s.read); print(s.closed)
attempt(io.StringIO, 5); attempt(s.write, "x"); s = io.StringIO(); attempt(s.write, 5); attempt(s.write, b"x")
attempt(s.seek, -1); attempt(s.seek, 1, 1); attempt(s.seek, 1, 7); attempt(s.truncate, -1); attempt(s.fileno)
b = io.BytesIO(b"hello\nworld")
print(b.read(2), b.readline(), b.read(), b.tell(), b.seek(0), b.getvalue(), b.seek(-2, 2), b.read())
b.seek(20); b.write(b"!"); print(b.getvalue()); b.truncate(3); print(b.getvalue(), b.tell())
b = io.BytesIO(); attempt(b.write, "x"); attempt(b.seek, -1); print(b.write(bytearray(b"ab"))); print(bytes(b.getbuffer()))
b.close(); attempt(b.read)
with io.StringIO() as q:
    print("to string", 1, 2, file=q)
    v = q.getvalue()
print(repr(v))
t = io.TextIOWrapper(io.BytesIO(b"x\r\ny\n"), encoding="utf-8"); print(repr(t.readline()), repr(t.read()))
raw = io.BytesIO(); t = io.TextIOWrapper(raw, encoding="latin-1", newline="\r\n", write_through=True); t.write("\u00e9\n"); t.flush(); print(raw.getvalue())
t.detach(); attempt(t.write, "x")
old = sys.stdout
sys.stdout = io.StringIO()
print("captured"); sys.stdout.write("more")
cap, sys.stdout = sys.stdout.getvalue(), old
print(repr(cap))
print("err", file=sys.stderr)
print(sys.stdout.name, sys.stdin.name, sys.stderr.name, sys.stdout.mode, sys.stdin.mode, sys.stdout.encoding, sys.stdout.fileno(), sys.stdin.fileno(), sys.stdout.isatty())
print(sys.stdout, sys.stdin, sys.stdin.buffer)
sys.stdout.write("w\n"); sys.stdout.writelines(["x", "y\n"]); sys.stdout.flush(); sys.stdout.buffer.write(b"bytes\n"); sys.stdout.flush()
print(sys.__stdout__ is sys.stdout, io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
print(issubclass(io.StringIO, io.TextIOBase), issubclass(io.UnsupportedOperation, (OSError)), issubclass(io.UnsupportedOperation, ValueError), io.open is open, isinstance(sys.stdout, io.TextIOWrapper))
class Tee:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
    def flush(self): self.parts.append("FLUSH")
tee = Tee()
print("a", "b", file=tee, flush=True); print(tee.parts)
sys.stdout = tee
print("zz", end="")
sys.stdout = old
print(tee.parts)
class Up(io.StringIO):
    def write(self, t): return super().write(t.upper())
u = Up(); print("shout", file=u); print(u.getvalue())
class Raw(io.RawIOBase):
    def __init__(self, data): self.data = data; self.at = 0
    def readable(self): return True
    def readinto(self, b):
        n = min(len(b), 3, len(self.data) - self.at); b[:n] = self.data[self.at:self.at+n]; self.at += n; return n
r = io.BufferedReader(Raw(b"line one\nline two\nthree")); print(r.readline(), r.read(4), r.read())
print(io.TextIOWrapper(io.BufferedReader(Raw("é line\nb".encode()))).readlines())
print(Raw(b"abcdef").read(), Raw(b"abcdef").read(2), Raw(b"a\nb").readlines())
attempt(print, "x", file=5)
attempt(print, "x", sep=5)
attempt(io.BytesIO().fileno)
print(hasattr(s, "nope"))
sys.stdin = io.StringIO("from string\nsecond")
print(input("prompt: "), input())
attempt(input)
