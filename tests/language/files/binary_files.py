"""Files of bytes, buffered and raw."""
import os
import shutil
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)
name = "data.txt"
def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
# binary
with open(name, "wb") as f:
    print(f.write(b"abc\ndef\r\nghi"), f.write(bytearray(b"xyz")), f.tell(), f.mode, f.name, f, f.raw)
    attempt(f.write, "str")
    attempt(f.read)
with open(name, "rb") as f:
    print(f.read(2), f.readline(), f.readline(), f.peek()[:3], f.read(), f.read(), f.tell(), f.seek(-3, 2), f.read(), f.seek(1), f.seek(2, 1), f.read(1))
    f.seek(0); print(list(f)); f.seek(0); b = bytearray(5); print(f.readinto(b), b, f.read1(2), f.readlines())
    attempt(f.write, b"x")
    attempt(f.seek, -5)
    print(f, f.mode, f.closed, f.fileno() > 2)
with open(name, "r+b") as f:
    f.seek(1); f.write(b"ZZ"); f.seek(0); print(f.read(5)); f.write(b"QQ"); f.seek(0); print(f.read(), f.mode, f)
    print(f.truncate(4)); f.seek(0); print(f.read())
with open(name, "rb", buffering=0) as f:
    print(f, f.read(2), f.read(), f.mode, f.closefd)

os.chdir("/")
shutil.rmtree(folder)
