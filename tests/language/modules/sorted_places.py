import bisect, heapq, operator, _functools
def attempt(call):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
a = [1, 3, 3, 5]
for f in (bisect.bisect, bisect.bisect_left, bisect.bisect_right):
    for x in (0, 1, 2, 3, 3.0, 4, 5, 9): attempt(lambda: f(a, x))
    attempt(lambda: f(a, 3, 1, 2)); attempt(lambda: f(a, 3, lo=2)); attempt(lambda: f(a, 3, -1)); attempt(lambda: f(a, 'a')); attempt(lambda: f(a)); attempt(lambda: f(a, 3, hi=1)); attempt(lambda: f([(1,'a'),(2,'b')], 2, key=lambda t: t[0])); attempt(lambda: f((1,2,3), 2)); attempt(lambda: f(range(10), 5)); attempt(lambda: f('abc','b')); attempt(lambda: f(5, 2)); attempt(lambda: f(a, 3, 0, 100)); attempt(lambda: f(a,3,0,None)); attempt(lambda: f(a, 3, 'x'))
b = []
for x in (5, 1, 4, 1.5, 3, 1): bisect.insort(b, x); bisect.insort_left(b, x)
print(b)
c = []
for x in 'banana': bisect.insort(c, x, key=lambda s: -ord(s))
print(c)
attempt(lambda: bisect.insort((1,2), 1))
h = []
for x in (5, 3, 8, 1, 9, 2, 7.5, 1): heapq.heappush(h, x); print(h)
attempt(lambda: heapq.heappushpop(h, 0)); attempt(lambda: heapq.heappushpop(h, 4)); attempt(lambda: heapq.heapreplace(h, 10)); print(h)
while h: print(heapq.heappop(h), h)
attempt(lambda: heapq.heappop([])); attempt(lambda: heapq.heapreplace([], 1)); attempt(lambda: heapq.heappushpop([], 1)); attempt(lambda: heapq.heappush((), 1)); attempt(lambda: heapq.heapify({})); attempt(lambda: heapq.heappush([1], 'a')); attempt(lambda: heapq.heappush([1]))
l = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1]; heapq.heapify(l); print(l)
l = [(i * 7919) % 101 for i in range(60)]; heapq.heapify(l); print(l); print([heapq.heappop(l) for _ in range(60)])
t = [(3, 'c'), (1, 'a'), (2, 'b'), (1, 'A')]; heapq.heapify(t); print(t, heapq.heappop(t), t)
l = [3, 1, 2]; heapq._heapify_max(l); print(l, heapq._heappop_max(l), l, heapq._heapreplace_max(l, 0), l)
print(heapq.nlargest(3, [1, 5, 2, 9, 4]), heapq.nsmallest(3, [1, 5, 2, 9, 4]), heapq.nlargest(2, 'hello world', key=ord), heapq.nsmallest(0, [1]), heapq.nlargest(10, [1, 2]), heapq.nsmallest(-1, [1]), heapq.nsmallest(1, []), heapq.nlargest(1, [3, 4], key=lambda x: -x))
attempt(lambda: heapq.nlargest(1, 2)); 
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge([9, 3], [8, 2], reverse=True)), list(heapq.merge(['a', 'ccc'], ['bb'], key=len)), list(heapq.merge()), list(heapq.merge([1, 1], [1])))
o = operator
for f in ('add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor eq ne lt le gt ge is_ is_not matmul iadd isub imul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor imatmul contains concat iconcat getitem countOf indexOf').split():
    g = getattr(o, f)
    for args in ((7, 2), (7.5, 2), ('ab', 'a'), ([1, 2], [3]), ([5, 6], 1), (7, 0), (7,), ({1, 2}, {2}), (None, 1)):
        try: print(f, args, g(*args))
        except Exception as e: print(f, args, type(e).__name__, e)
for f in 'abs neg pos inv invert not_ truth index length_hint'.split():
    for x in (5, -3.5, 0, '', 'ab', [1], None, True):
        try: print(f, x, getattr(o, f)(x))
        except Exception as e: print(f, x, type(e).__name__, e)
l = [1, 2, 3]; o.setitem(l, 1, 9); print(l); o.delitem(l, 0); print(l); d = {}; o.setitem(d, 'a', 1); print(d); attempt(lambda: o.delitem(d, 'b')); attempt(lambda: o.setitem(d, [], 1))
print(o.call(max, 1, 2), o.call(sorted, [2, 1], reverse=True)); attempt(lambda: o.call()); attempt(lambda: o.call(5))
print(o.length_hint(iter([1, 2, 3])), o.length_hint(iter(range(5))), o.length_hint(iter('abc')), o.length_hint(5, 7)); attempt(lambda: o.length_hint(5, 'a'))
print(o.__add__(1, 2), o.__not__(0), o.__and__(6, 3), o.__lt__(1, 2), o.__getitem__([1], 0), o.add.__name__, o.and_.__name__)
print(_functools.reduce(o.add, [1, 2, 3]), _functools.reduce(lambda a, b: a * b, range(1, 6), 10)); attempt(lambda: _functools.reduce(o.add, [])); attempt(lambda: _functools.reduce(o.add, 5)); attempt(lambda: _functools.reduce(o.add)); print(_functools.reduce(o.add, [], 5))
