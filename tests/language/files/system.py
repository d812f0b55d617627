"""Folders and files by name: os."""
import os, sys, os.path
from os import path
def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
import tempfile, shutil
d = tempfile.mkdtemp()
os.chdir(d); print(os.getcwd() == path.realpath(d))
os.mkdir("one"); os.makedirs("two/three/four"); os.makedirs("two/three", exist_ok=True)
attempt(os.mkdir, "one"); attempt(os.makedirs, "two/three"); attempt(os.rmdir, "two"); attempt(os.remove, "nope"); attempt(os.rename, "nope", "nope2"); attempt(os.listdir, "nope"); attempt(os.stat, "nope"); attempt(os.rmdir, "nope"); attempt(os.chdir, "nope")
for n in ("one/a.txt", "one/b.py", "two/c.txt", "two/three/d.txt", "two/three/four/e.py", "one/.hidden", "top.txt"):
    with open(n, "w") as f: print(f.write(n * 2), end=" ")
print(sorted(os.listdir()), sorted(os.listdir("one")), sorted(os.listdir(b"one")))
for r, ds, fs in os.walk("."): ds.sort(); print(r, ds, sorted(fs))
for r, ds, fs in sorted(os.walk(".", topdown=False)): print(r, sorted(ds), sorted(fs))
with os.scandir("one") as it:
    print(sorted((e.name, e.path, e.is_file(), e.is_dir(), e.is_symlink(), e.stat().st_size) for e in it))
print(path.exists("one"), path.isfile("one"), path.isdir("one"), path.isfile("one/a.txt"), path.getsize("one/a.txt"), path.islink("one"), path.exists("a\0b"), path.lexists("zz"))
s = os.stat("one/a.txt"); print(s.st_size, s[6], oct(s.st_mode), s.st_nlink, len(s), s.st_mtime > 1e9, s.st_mtime_ns // 10**9 == s[8], path.getmtime("one/a.txt") == s.st_mtime)
os.symlink("a.txt", "one/l"); print(os.readlink("one/l"), path.islink("one/l"), path.realpath("one/l") == path.join(os.getcwd(), "one/a.txt"), path.samefile("one/l", "one/a.txt"))
os.rename("top.txt", "renamed.txt"); os.replace("renamed.txt", "top.txt"); os.unlink("one/l")
print(os.access("top.txt", os.R_OK), os.cpu_count() > 0, len(os.urandom(4)), os.getpid() > 0, os.system("exit 3"), os.fspath("x"), os.strerror(2))
attempt(os.fspath, 5); attempt(os.system, 5)
fd = os.open("raw", os.O_RDWR | os.O_CREAT); print(os.write(fd, b"hello")); os.close(fd); print(open("raw").read(), path.getsize("raw")); attempt(os.close, fd)
with os.fdopen(os.open("raw", os.O_RDONLY)) as f: print(f.read())
os.truncate("raw", 2); print(open("raw").read()); os.utime("raw", (1, 2)); print(path.getmtime("raw"), path.getatime("raw")); os.chmod("raw", 0o600); print(oct(os.stat("raw").st_mode))
os.chdir("/"); shutil.rmtree(d)
