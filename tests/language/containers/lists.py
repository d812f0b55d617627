"""Lists: building, indexing, methods."""
a = [3, 1, 2]
a.append(5); a.insert(0, 9); a.insert(-1, 7); a.insert(100, 8); a.extend((1, 2)); a.extend("xy")
print(a, len(a), a[0], a[-1], a.pop(), a.pop(0), a.pop(-2), a)
a.remove("x"); print(a, a.index(7), a.count(1), 7 in a, "x" not in a)
del a[0], a[-1]; print(a)
a.reverse(); print(a)
a.sort(); print(a)
a.sort(reverse=True); print(a)
b = a.copy(); b.append(0); print(a, b, a == b, a != b, a is a, a < b, [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9])
a.clear(); print(a, not a)
print([1, 2] + [3], [0] * 5, 3 * [1, 2], [[]] * 2, [] * 5, [1] * -1, [1, 2] * 0)
shared = [[0] * 2] * 2
shared[0][0] = 1
print(shared, [[0] * 2 for _ in range(2)])
print(list(), list("abc"), list(range(3)), list((1, 2)), list({1: 2}), list([1, 2]) == [1, 2])
print(sorted([3, 1, 2]), sorted("hello", reverse=True), sorted([-3, 2, -1], key=abs), sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([[2], [1, 5], []], key=len))
words = ["banana", "Apple", "cherry"]
words.sort(key=str.lower); print(words, sorted(words, key=lambda w: w[-1]), sorted(words))
print([1, [2, [3, [4]]]][1][1][1][0], [1, 2, 3][-2], [[1, 2], [3, 4]][1][0])
print([1, 2.0, True, None, "x"], [1, 1.0, True].count(1), [1, 2.0, 3] == [1.0, 2, 3.0], [0, False] == [False, 0])
print(sum([1, 2, 3]), sum([[1], [2]], []), max([3, 9, 2]), min([3, 9, 2]), any([0, 0, 1]), all([1, 0]), any([]), all([]))
one = [1]
for function in (lambda: [][0], lambda: [1][5], lambda: [1][-2], lambda: [].pop(), lambda: [1].pop(3), lambda: [1].remove(2), lambda: [1].index(2), lambda: one["a"], lambda: one[1.0], lambda: [1] + (2,), lambda: [1] < [None], lambda: [1, "a"].sort(), lambda: [3].foo, lambda: [1] * 2.0, lambda: list(5), lambda: [1] - [1]):
    try:
        print(function())
    except (IndexError, ValueError, TypeError, AttributeError) as problem:
        print(type(problem).__name__, problem)
x = [1, 2, 3]
try:
    x[3] = 5
except IndexError as problem:
    print(problem)
try:
    del x[5]
except IndexError as problem:
    print(problem)
x[-1] = 30; x[True] = 20; print(x)
