# Methods of set and frozenset.

def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


s = {1, 2, 3}
s.add(4)
s.discard(9)
s.remove(1)
print(s, len(s), 2 in s)
show(lambda: s.remove(99))
show(lambda: s.add([]))
show(lambda: set().pop())
print({5}.pop())
print(s | {7}, s & {2, 9}, s - {2}, s ^ {2, 10})
print(s.union([7], [8]), s.intersection([2, 3], {3}), s.difference([2]), s.symmetric_difference([2, 10]))
print(s.issubset({2, 3, 4, 5}), s.issuperset([2]), s.isdisjoint([9]), s <= s, s < s, s >= {2}, s > {2})
t = s.copy()
t.update([1], {8})
print(t)
t.intersection_update([1, 8, 9])
print(t)
t.difference_update([1])
print(t)
t.symmetric_difference_update([8, 7])
print(t)
t |= {1}
t &= {1, 7}
t -= {7}
t ^= {3}
print(t)
t.clear()
print(t, set(), frozenset(), frozenset([1]), frozenset("a"))
show(lambda: s | [1])
show(lambda: s < 5)
show(lambda: set(5))
show(lambda: set(1, 2))
show(lambda: set(x=1))
show(lambda: {1, 2} == frozenset([1, 2]))
show(lambda: hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
show(lambda: hash({1}))
show(lambda: {frozenset([1]): 2}[frozenset([1])])
show(lambda: frozenset([1]).add(1))
show(lambda: frozenset([1, 2]) & {2})
show(lambda: {2} & frozenset([1, 2]))
show(lambda: set("hello") == {"h", "e", "l", "o"})
show(lambda: sorted(set("hello")))
show(lambda: {True, 1, 1.0})
show(lambda: {1} in [{1}])
show(lambda: {1, (1, 2)} == {(1, 2), 1})
def grow():
    s = {1}
    for x in s:
        s.add(x + 1)
show(grow)
print(sorted({x % 7 for x in range(100)}))
print({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
print(set(range(20, 0, -1)))
print({-1, -2, 100, 50})
