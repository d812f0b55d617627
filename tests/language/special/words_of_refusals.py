def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a): print("throw", len(a), a[0]); return "thrown"
    def close(self): print("close")
    def send(self, v): print("send", v); return "sent"
def g(): r = yield from It(); print("r", r)
x = g(); print(next(x), x.send(3), x.throw(ValueError("q"))); x.close()
class It2:
    def __iter__(self): return self
    def __next__(self): return 1
y = (lambda: (yield from It2()))(); next(y); t(lambda: y.throw(KeyError("z")))
z = (lambda: (yield from It2()))(); next(z); t(lambda: z.send(5))
b = bytearray(b"ab"); m = memoryview(b)
t(lambda: b.__iadd__(b)); t(lambda: b.append(1)); t(lambda: b.extend(b"x")); t(lambda: b.clear()); t(lambda: b.pop()); t(lambda: b.__imul__(2)); t(lambda: b.__delitem__(0)); t(lambda: b.insert(0, 1)); t(lambda: b.__setitem__(slice(0, 1), b"zz"))
m.release()
def f(): 
    class A(5): pass
t(f)
t(lambda: type("A", (5,), {})); t(lambda: type("A", (5, 6), {}))
def f2():
    class A(len): pass
t(f2)
def f3():
    class A(True): pass
t(f3)
def f4():
    import os
    class A(os): pass
t(f4)
from decimal import Decimal; from fractions import Fraction
t(lambda: object.__new__(Decimal)); t(lambda: object.__new__(int)); t(lambda: object.__new__(dict)); t(lambda: list.__new__(int)); t(lambda: object.__new__(3)); t(lambda: object.__new__())
import datetime as d
for s in ("2020-01-02", "2020-01-02T03", "2020-01-02 03:04:05.5", "20200102T030405", "2020-W01-1", "2020W011", "2020-01-02T03:04:05Z", "2020-01-02T03:04:05+01:00:30.5", "2020-1-2", "", "2020-01-02T", "2020-01-02T25:00", "2020-01-02T03:04:05.1234567", "2020-01-02T03:04:05,123", "2020-13-01", "2020-001", "2020-01-02T03:04:05+0100", "2020-01-02T0304", "2020-01-0203:04", "2020-01-02T03:04:60", "2020-W54-1", "2020-W01", "2020-01-02T03:04:05-00:00", "2020-01-02\ud80003:04", "2020-01-02T03:04:05+24:00", None):
    for c in (d.datetime, d.date, d.time):
        try: print(repr(s), repr(c.fromisoformat(s)))
        except (ValueError, TypeError) as e: print(repr(s), type(e).__name__, e)
for s in ("03:04", "T03:04", "0304", "03", "03:04:05.123456789", "24:00", "03:04+01", "03:04Z", "3:4", "03:04:05.1"):
    try: print(repr(s), repr(d.time.fromisoformat(s)))
    except ValueError as e: print(repr(s), e)
