# Tables of text whose columns have types of their own, quotes in them, and arrays of records out of rows and fields.
import io

import numpy as np


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__, error)


def load(text, **options):
    return np.loadtxt(io.StringIO(text), **options)


named = [("n", "U1"), ("v", int)]
numbers = [("a", int), ("b", float)]
show(lambda: load("a 1\nb 2", dtype=named))
show(lambda: load("a,1\nb,2", dtype=named, delimiter=","))
show(lambda: load("a,1\nb,2", dtype={"names": ("n", "v"), "formats": ("S1", "f4")}, delimiter=","))
show(lambda: load("1 2\n3 4", dtype=numbers)["b"])
show(lambda: load("1 2\n3 4", dtype=numbers, unpack=True))
show(lambda: load("1 2", dtype=numbers))
show(lambda: load("1 2", dtype=numbers, ndmin=1))
show(lambda: load("1 2 3", dtype=numbers))
show(lambda: load("1 2 3", dtype=numbers, usecols=(0, 2)))
show(lambda: load("1 2\nx 2", dtype=numbers))
show(lambda: load("1 2\n3 4", dtype="i4,f8"))
show(lambda: load("1 2\n3 4", dtype=numbers, max_rows=1))
show(lambda: load("h\n1 2 # more\n\n3 4", dtype=numbers, skiprows=1))
show(lambda: load("1 2\n3 4", dtype=numbers, converters={0: lambda part: int(part) * 10}))

show(lambda: load('"a b" 1\n"c" 2', dtype=[("n", "U3"), ("v", int)], quotechar='"'))
show(lambda: load('"1" 1\n"2" 2', quotechar='"'))
show(lambda: load('"1",1\n"2",2', quotechar='"', delimiter=","))
show(lambda: load('"a,b",1\n"c""d",2', quotechar='"', delimiter=",", dtype=str))
show(lambda: load("'a#b',1\n'c',2 # x", quotechar="'", delimiter=",", dtype=str))
show(lambda: load('"a\nb",1\nc,2', quotechar='"', delimiter=",", dtype=str))
show(lambda: load('x"y",""\nc,"d"e', quotechar='"', delimiter=",", dtype=str))
show(lambda: load('"1"   2\n\n3 4', quotechar='"'))
show(lambda: load('"1" 1\n"2" 2'))
show(lambda: load("1,2", quotechar='""', delimiter=",", dtype=str))

show(lambda: np.rec.array([(1, 2.0), (3, 4.0)], dtype=numbers))
show(lambda: np.rec.array([(1, 2.0), (3, 4.0)], names="a,b"))
show(lambda: np.rec.array([(1, 2.0, "x"), (3, 4.0, "yz")]))
show(lambda: np.rec.array([(1, 2.0)], dtype=numbers).a)
show(lambda: np.rec.array([[1, 2], [3, 4]]))
show(lambda: np.rec.array(np.array([(1, 2.0)], dtype=numbers)).b)
show(lambda: np.rec.array(None))
show(lambda: np.rec.fromarrays([[1, 2], [3.0, 4.0]], names="x, y"))
show(lambda: np.rec.fromarrays([np.array([1, 2]), np.array([3.0, 4.0]), np.array(["a", "b"])], names="x,y,z"))
show(lambda: np.rec.fromarrays([[1, 2], [3.0, 4.0]]))
show(lambda: np.rec.fromarrays([[1, 2], [3.0, 4.0]], dtype=[("p", "i4"), ("q", "f4")]))
show(lambda: np.rec.fromarrays([[1, 2], [3.0, 4.0]], names=["x", "y"], formats="i4,f8"))
show(lambda: np.rec.fromarrays([[1, 2], [3.0, 4.0]], formats="i4,f8"))
show(lambda: np.rec.fromarrays([[1, 2], [3.0]], names="x,y"))
show(lambda: np.rec.fromarrays([[1, 2], [3.0]], dtype=numbers + [("c", int)]))
show(lambda: np.rec.fromrecords([(1, "a"), (2, "b")], names="x,y"))
made = np.rec.fromarrays([[1, 2], [3.0, 4.0]], names=["x", "y"])
made.y = made.x * 2
print(made[0], made[1].y, made.x, made["y"], type(made).__name__, type(made[0]).__name__)
