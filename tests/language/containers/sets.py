"""Sets, shown through sorted()."""
a = {3, 1, 2, 3}
b = {2, 3, 4}
print(len(a), sorted(a), 2 in a, 9 not in a, sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
print(sorted(a.union([7])), sorted(a.intersection(b)), sorted(a.difference(b)), sorted(a.symmetric_difference(b)))
print(a == {1, 2, 3}, a != b, {1} < a, a <= a, a > {1, 2}, a.issubset({1, 2, 3, 4}), a.issuperset({1}), a.isdisjoint({9}))
a.add(10); a.discard(1); a.discard(100); a.remove(2); a.update([5, 6], (7,)); print(sorted(a))
a |= {50}; a &= {50, 10, 5}; a -= {5}; a ^= {1, 10}; print(sorted(a))
c = a.copy(); c.clear(); print(c, len(a), not c, set(), {5}, set("a"), frozenset(), frozenset([1]), {1.5})
print(sorted(set("hello")), sorted({x % 3 for x in range(10)}), len({1, 1.0, True}), len(set([(1, 2), (1, 2)])), sorted({True, 0, 5}), {frozenset([1]), frozenset([1])} == {frozenset([1])})
print({1, 2} == frozenset([2, 1]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), sum({1, 2, 3}), max({4, 9}), sorted(set(range(20)) - set(range(0, 20, 2))))
for function in (lambda: {[1]}, lambda: set([[1]]), lambda: set().pop(), lambda: {1}.remove(5), lambda: {1} + {2}, lambda: a[0], lambda: set(5), lambda: {1} | [2]):
    try:
        print(function())
    except (TypeError, KeyError) as problem:
        print(type(problem).__name__, problem)
seen = set()
repeats = []
for n in [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]:
    if n in seen:
        repeats.append(n)
    seen.add(n)
print(repeats, sorted(seen))
primes = set(range(2, 100))
for i in range(2, 10):
    primes -= set(range(i * i, 100, i))
print(sorted(primes))
