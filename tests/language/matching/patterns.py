def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case -5: return "minus five"
        case 1.5: return "float"
        case 2+3j: return "complex"
        case "a" | b"b": return "text"
        case None: return "none"
        case True: return "true?"
        case []: return "empty"
        case [a]: return f"one {a}"
        case [a, b] if a == b: return f"same {a}"
        case [a, b]: return f"two {a} {b}"
        case [1, *rest]: return f"1 then {rest}"
        case [first, *_, last]: return f"{first}..{last}"
        case {"k": v, **rest}: return f"k={v} {rest}"
        case {"x": {"y": [p, q]}}: return f"nested {p} {q}"
        case {}: return "some dict"
        case int(n): return f"int {n}"
        case float() as z: return f"float {z}"
        case str(s) | bytes(s): return f"text {s!r}"
        case (set() | frozenset()) as s: return f"set {sorted(s)}"
        case complex(real=r, imag=i): return f"complex {r} {i}"
        case _: return "other"
for x in [0, 1, 3, -5, 1.5, 2+3j, "a", b"b", None, True, [], (), [7], [2, 2], (2, 3), [1, 2, 3], [4, 5, 6, 7], {"k": 1, "z": 2}, {"x": {"y": [1, 2]}}, {}, {"q": 1}, 99, 2.25, "zz", b"q", {1,2}, frozenset([3]), 5+1j, range(2), range(5), print, ...]:
    print(repr(x)[:20] if x is not print else "print", "->", f(x))
match (1, 2):
    case (x, y) if x > y:
        print("gt")
    case (x, y):
        print("le", x, y)
match 5:
    case 1 | 2: print("no")
print("end")
def g(cmd):
    match cmd.split():
        case ["go", ("north" | "south") as d]: return d
        case ["go", _]: return "where?"
        case ["quit" | "exit"]: return "bye"
        case ["drop", *objs]: return objs
        case [x, [y, z] | (y, z)]: return 0
        case other: return ("?", other)
for c in ["go north", "go up", "exit", "drop a b c", "drop", "hm"]:
    print(g(c))
try:
    match 1:
        case int(1, 2): pass
except TypeError as e: print(e)
try:
    match 1:
        case print(): pass
except TypeError as e: print(e)
match {"a": 1, "b": 2}:
    case {"a": 1, **kw} if kw: print(kw)
match [1, [2, [3, 4]]]:
    case [a, [b, [c, d]]]: print(a, b, c, d)
for i in range(4):
    match i:
        case 1: continue
        case 3: break
    print("i", i)
import math
match 3.14:
    case math.pi: print("pi")
    case _: print("not pi")
match {"a": 1}:
    case {"b": _}: print("b")
    case {"a": (1 | 2) as n}: print("n", n)
