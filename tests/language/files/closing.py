"""A file is closed when its last name goes."""
import os, shutil, tempfile
d = tempfile.mkdtemp()
os.chdir(d)


def write():
    f = open("a", "w")
    f.write("written")


write()
print(open("a").read())
f = open("b", "w")
f.write("one")
f = None
print(open("b").read())
holders = [open("c", "w")]
holders[0].write("kept")
print(repr(open("c").read()))
holders.clear()
print(repr(open("c").read()))
f = open("d", "w")
f.write("x" * 10000)
f.flush()
print(os.path.getsize("d"))
del f


def lines():
    with open("a") as f:
        for line in f:
            yield line


g = lines()
print(next(g))
del g
try:
    with open("e", "w") as f:
        f.write("before")
        raise ValueError("inside")
except ValueError as error:
    print(error, f.closed, open("e").read())
with open("a") as a, open("b") as b:
    print(a.read(), b.read())
print(a.closed, b.closed)
total = 0
with open("n", "w") as f:
    for i in range(20000):
        print(i, i * 0.5, file=f)
with open("n") as f:
    for line in f:
        first, second = line.split()
        total += int(first) + float(second)
print(total, os.path.getsize("n"))
with open("n") as f:
    print(sum(1 for line in f), len(open("n").readlines()), len(open("n").read().splitlines()))
os.chdir("/")
shutil.rmtree(d)
