e = ValueError(1)
e.__dict__["x"] = 3
print(e.x, vars(e))
e.y = 4; print(vars(e)); vars(e).clear(); print(hasattr(e, "y"))
e.__dict__ = {"z": 5}; print(e.z, e.__dict__)
d = e.__dict__; e.k = 1; print(d)
e.__setstate__({"q": 1}); print(e.q)
for s in (None, 3):
    try: print(e.__setstate__(s))
    except TypeError as x: print(x)
for n in (108, 104, 111, 103, 11): print(type(OSError(n, "x")))
import copy, pickle
try: import nope_x
except ImportError as e: z = e; print(copy.copy(e).name, pickle.loads(pickle.dumps(e)).name, e.__reduce__())
o = OSError(2, "x", "f", None, "g"); print(o.__reduce__(), pickle.loads(pickle.dumps(o)).filename2, copy.copy(o).filename)
print(vars(o), AttributeError("x", name="q", obj=3).__reduce__(), NameError("a", name="b").__reduce__())
class Sub(OSError):
    def __new__(cls, *a, bar=1): s = OSError.__new__(cls, *a); s.bar = bar; return s
    def __init__(self, *a, bar=2): OSError.__init__(self, *a)
print(Sub("m", bar=5).bar, Sub("m", bar=5).args)
class Sub2(OSError):
    def __new__(cls, bar): return OSError.__new__(cls, bar)
    def __init__(self, bar): self.bar = bar
print(Sub2("q").args, Sub2("q").bar)
class Sub3(OSError):
    def __init__(self, foo): self.foo = foo
print(Sub3("q").args, str(Sub3("q")))
try: del ValueError().args
except TypeError as e: print(e)
try: raise KeyError
except KeyError as e:
    try: del e.__cause__
    except TypeError as x: print(x)
u = UnicodeEncodeError("baz", "xxxxx", 1, 5, "foo"); print(u); u.end = 2; print(u); u.encoding = "q"; u.reason = 9 if 0 else "r"; print(u)
u.object = "xx"; u.end = 5000; print(u)
class Note(ValueError): pass
n = Note(1); n.__dict__; n.add_note("kept"); print(n.__notes__, n.__dict__); del n.__notes__; print(vars(n))
