"""Text files: reading, writing, positions, modes and what goes wrong."""
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
f = open(name, "w")
print(f.write("hello\n"), f.write("wörld\n"), f.tell(), f.name, f.mode, f.encoding, f.errors, f.closed, f.newlines, f.line_buffering)
f.writelines(["a\n", "b\n", "c"])
print(f.readable(), f.writable(), f.seekable(), f.isatty())
attempt(f.read)
attempt(f.write, 5)
f.close()
f.close()
attempt(f.write, "x")
attempt(f.read)
attempt(f.flush)
attempt(f.tell)
attempt(f.readline)
print(f.closed, repr(f))
with open(name) as f:
    for line in f:
        print(repr(line))
    print(repr(f.read()), f.newlines, f)
print(f.closed)
with open(name) as f:
    print(repr(f.readline()), f.tell(), repr(f.read(3)), f.tell(), repr(f.readline(2)), f.readlines(), repr(f.readline()), repr(f.read()))
    print(f.seek(0), repr(f.read()), f.seek(0, 2))
    f.seek(6)
    print(repr(f.read(2)))
    attempt(f.seek, -1)
    attempt(f.seek, 1, 1)
    attempt(f.seek, -1, 2)
    attempt(f.seek, 0, 5)
    attempt(f.write, "x")
    f.seek(0)
    next(f)
    attempt(f.tell)
    list(f)
    print(f.tell())
    f.seek(0)
    print(f.readlines(8))
with open(name, "a") as f:
    print(f.tell())
    f.write("!\n")
    print(f.tell())
print(repr(open(name).read()))
with open(name, "r+") as f:
    f.write("J")
    f.seek(0)
    print(repr(f.read()))
    f.seek(3); f.truncate()
    f.seek(0); print(repr(f.read()))
with open(name, "w+") as f:
    f.write("one\ntwo\n"); f.seek(0); print(f.read(), f.tell())
attempt(open, name, "x")
attempt(open, "nope/x")
attempt(open, ".")
attempt(open, "nope.txt")
for m in ("q", "rw", "", "tb", "r+w", "rr", "br+", "+", "U", "rU", "t"):
    attempt(lambda: open(name, m).close())
attempt(open, name, "rb", encoding="utf-8")
attempt(open, name, "rb", errors="strict")
attempt(open, name, "rb", newline="\n")
attempt(open, name, "r", 0)
attempt(open, name, newline="x")
attempt(open, name, encoding="klingon")
attempt(open, [])
attempt(open, 5.5)
attempt(open, None)
attempt(open)
attempt(open, "a\0b")
attempt(open, name, 5)
try:
    open("nope.txt")
except OSError as e:
    print(e.errno, e.strerror, e.filename, e.args, isinstance(e, IOError), type(e).__mro__[1:4])

os.chdir("/")
shutil.rmtree(folder)
