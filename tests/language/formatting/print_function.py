"""print() and its keywords."""
import sys

print()
print(1, "a", 2.5, None, True, [1, "x"], (1,), {"k": "v"})
print(1, 2, 3, sep="-")
print(1, 2, 3, sep="")
print("no newline", end="")
print(" continued", end="!\n")
print("a", "b", sep="\n", end="\n\n")
print(*[1, 2, 3], *"ab")
print("x", sep=None, end=None)
print("to stdout", file=sys.stdout, flush=True)
sys.stdout.write("written\n")
print(print("inner"))
print([], (), {}, set(), "", '', [[]], ((),), [()], {"a": []}, [None], [True, 1.0, 1j, "s", 'q"'])
print((1), (1,), (1, 2), ((1,), [2]), [(1, 2), {3: 4}], {(1, 2): [3]})
print({1, 1}, frozenset([3]) == {3}, range(5), range(1, 10, 2), slice(1, 2), slice(None, 5, None), Ellipsis, NotImplemented)
print(int, float, str, type(None), type(print), len, type([]), type(lambda: 0), ValueError, type(1j))
loop = [1]
loop.append(loop)
print(loop)
knot = {"a": 1}
knot["self"] = knot
print(knot)
pair = ([],)
pair[0].append(pair)
print(pair)
try:
    print("x", sep=5)
except TypeError as problem:
    print(problem)
try:
    print("x", color="red")
except TypeError as problem:
    print(problem)
