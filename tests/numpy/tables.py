"""Tables of numbers in text, with names and without: arrays and arrays of records."""

import io

import numpy as np


def show(text, **k):
    try:
        r = np.genfromtxt(io.StringIO(text), **k)
        print([c.tolist() for c in r]) if isinstance(r, list) else print(r.dtype, r.shape, r.tolist())
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)


C = "x,y,n\n1,2.5,3\n4,5,6\n"
show(C, delimiter=",", names=True)
show(C, delimiter=",", names=True, dtype=None)
show(C, delimiter=",", names=True, dtype=None, encoding="utf-8")
show("# a b c\n1 2 3\n4 5 6\n", names=True)
show("#a b c\n1 2 3\n4 5 6\n", names=True)
show("1 2\n3 4\n", names="a,b")
show("1 2\n3 4\n", names="a, b")
show("1 2\n3 4\n", names=["a", "b"], dtype=int)
show("1 x\n3 yy\n", dtype=None)
show("1 x\n3 yy\n", dtype=None, names=("k", "s"))
show("1 2\n3 4\n", dtype=None)
show("1 2.5\n3 4\n", dtype=None)
show("True 2\nFalse 4\n", dtype=None)
show("1,,3\n4,5,\n", dtype=None, delimiter=",")
show("1,a,3\n4,,\n", dtype=None, delimiter=",")
show("a b,c-d,c-d,,print\n1,2,3,4,5\n6,7,8,9,0\n", delimiter=",", names=True)
show("x,y\n1,2\n", delimiter=",", names=True)
show("x,y\n1,2\n3,4\n", delimiter=",", names=True, unpack=True)
show("x,y,z\n1,2,3\n3,4,5\n", delimiter=",", names=True, usecols=(0, 2))
show("x,y,z\n1,2,3\n3,4,5\n", delimiter=",", names=True, usecols=("z", "x"))
show("skip\nx,y,z\n1,2,3\n3,4,5\n", delimiter=",", names=True, skip_header=1)
show("1 a\n2 b\n", dtype=[("n", int), ("s", "U3")])
show("1 a\n2 b\n", dtype=[("n", int), ("s", "U3")], names="k,t")
show("1 2\n2 3\n", dtype="i4,f8")
show("a\nb\n", dtype=None)
show("1\n2\n", dtype=None)
show("1\n2\n", dtype=None, names="v")
show("1+2j 2\n2 3\n", dtype=None)
show("x,y\n1,N/A\n3,4\n", delimiter=",", names=True, missing_values="N/A", filling_values=-9)
show("x,y\n1,N/A\n3,4\n", delimiter=",", names=True, dtype=None, missing_values="N/A", filling_values=-9)
show("x,y\n1,\n3,4\n", delimiter=",", names=True, dtype=None, filling_values={"y": 7})
show("x y\n1 2 3\n3 4 5\n", names=True)
show("1 2 3\n3 4 5\n", names="a,b")
show("x,y\n1,2\n3,4,5\n", delimiter=",", names=True)
show("d,v\n2020-01-01,3\n2020-01-02,4\n", delimiter=",", names=True, dtype=None, converters={0: lambda s: s[-2:]})
show("123456789012345678901 2\n3 4\n", dtype=None)
show("1,2\n3,4\n", delimiter=",", names=True)
show("1 2\n3 4\n", dtype=float)


def load(text, **options):
    try:
        table = np.loadtxt(io.StringIO(text), **options)
        print(table.dtype, table.shape, table.tolist())
    except ValueError as error:
        print(error)


load("1 2.5e3\n-3 inf\n")
load("# a comment\n1,2 # another\n\n 3 ,\t4\n", delimiter=",")
load("1 2\n3 4\n", dtype=int)
load("1 2\n3 4\n", dtype=np.float32)
load("1;2\n3;4\n", delimiter=";", comments="%", unpack=True)
load("1 2\n3\n")
load("1 2\n3 x\n")
load("1 2\n3 4.5\n", dtype=int)
load("1\n2\n3\n")
load("1 2 3\n", ndmin=2)
load("1 2 3\n4 5 6\n", usecols=(0, 2), skiprows=1)
load("+1 .5\n2. 1E2\n", max_rows=2)
load("h1 h2\n1 2\n", skiprows=1)
values = np.random.default_rng(2).random((200, 3))
text = io.StringIO()
np.savetxt(text, values)
print((np.loadtxt(io.StringIO(text.getvalue())) == values).all(), (np.genfromtxt(io.StringIO(text.getvalue())) == values).all())
named = np.genfromtxt(io.StringIO("t,v\n" + "".join(f"{k},{k * 0.5}\n" for k in range(200))), delimiter=",", names=True, dtype=None)


def summed(rows):
    total = 0.0
    for t, v in zip(rows["t"], rows["v"]):
        total += t * v
    return float(total)


print(summed(named), named[3], named["t"].dtype, named.dtype.names)
