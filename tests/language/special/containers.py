# Containers made by scripts: subscripts, length, membership, iteration, truth.
def show(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, e)

class Row:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, index):
        print("get", index)
        return self.items[index]
    def __setitem__(self, index, value):
        print("set", index, value)
        self.items[index] = value
    def __delitem__(self, index):
        print("del", index)
        del self.items[index]
r = Row(1, 2, 3)
print(r[0], r[-1], r[1:], r[::2], len(r), bool(r), bool(Row()))
r[0] = 5; r[1:2] = [7, 8]; del r[0]; r[0] += 1
print(list(r), [x for x in r], 7 in r, 99 in r)
print(list(reversed(r)), list(enumerate(r)), sum(r), max(r), sorted(r), tuple(r), set(r), list(zip(r, r)))
a, b, c = Row(1, 2, 3); print(a, b, c)
a, *b = Row(1, 2, 3); print(a, b)
show(lambda: r[10]); print(*Row("x", "y"))

class Keys:
    def __getitem__(self, key): return key
k = Keys()
print(k[1, 2], k[1:2, 3], k[...], k[::], k[1:2:3], k[()], k[lambda: 0] is not None)

class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
    def __length_hint__(self): return self.n
print(list(Countdown(3)), 2 in Countdown(3), 5 in Countdown(3), max(Countdown(4)), dict.fromkeys(Countdown(2)), ",".join(str(i) for i in Countdown(3)))
x, y = Countdown(2); print(x, y)
show(lambda: [0, *Countdown(3)])
def unpack(): p, q = Countdown(3)
show(unpack)
it = iter(Countdown(2)); print(next(it), next(it), next(it, "end"))
show(lambda: next(it))

class Contains:
    def __contains__(self, item): return item * 2
print(0 in Contains(), 1 in Contains(), "" not in Contains())
class NoLen:
    def __len__(self): return -1
class WrongLen:
    def __len__(self): return "x"
class BigLen:
    def __len__(self): return 10 ** 30
class BoolLen:
    def __len__(self): return True
for C in (NoLen, WrongLen, BigLen, BoolLen):
    show(lambda: len(C())); show(lambda: bool(C()))
class WrongBool:
    def __bool__(self): return 1
class YesNo:
    def __init__(self, v): self.v = v
    def __bool__(self): print("bool", self.v); return self.v
show(lambda: bool(WrongBool())); show(lambda: not WrongBool())
def cond():
    if WrongBool(): pass
show(cond)
print(YesNo(True) and "yes", YesNo(False) or "no", not YesNo(True), all([YesNo(True), YesNo(False), YesNo(True)]), any([YesNo(False), YesNo(True)]))
class NotIter:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return i
class NoneContains:
    __contains__ = None
class NoneReversed:
    __reversed__ = None
class Reversed:
    def __reversed__(self): return iter("abc")
show(lambda: iter(NotIter())); show(lambda: iter(NoneIter())); show(lambda: 1 in NoneContains()); show(lambda: reversed(NoneReversed())); show(lambda: list(reversed(Reversed())))
show(lambda: 1 in NotIter())
class BadIter:
    def __iter__(self): raise ValueError("inside")
show(lambda: list(BadIter())); show(lambda: 1 in BadIter()); show(lambda: tuple(BadIter()))
def unpack2(): a, b = BadIter()
show(unpack2)
def unpack3(): a, b = 5
show(unpack3)
class Old:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Old()), 9 in Old(), 5 in Old(), sum(Old()), [*Old()])
a, b, c, d = Old(); print(a, b, c, d)
class Missing(dict):
    def __missing__(self, key): return f"no {key}"
m = Missing(a=1); print(m["a"], m["b"], m.get("b"), len(m), "b" in m)
class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print([10, 20, 30][Index(1)], "abc"[Index(-1)], (1, 2)[Index(0)], list(range(Index(3))), [1, 2, 3][Index(0):Index(2)], hex(Index(255)), bin(Index(5)), oct(Index(8)), "ab" * Index(2), [0] * Index(2), bytes([Index(65)]), chr(Index(66)), int(Index(7)), float(Index(8)), complex(Index(9)), round(2.567, Index(1)), "%d %x" % (Index(3), Index(255)), math_pow := pow(2, 3, 5))
class BadIndex:
    def __index__(self): return "x"
show(lambda: [1][BadIndex()]); show(lambda: range(BadIndex())); show(lambda: hex(BadIndex())); show(lambda: hex("a"))
