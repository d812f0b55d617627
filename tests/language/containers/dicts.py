"""Dicts keep their insertion order."""
d = {"a": 1, "b": 2}
d["c"] = 3; d["a"] = 10
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, "z" in d, "z" not in d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("b"), d.pop("z", None), d.setdefault("d", 4), d.setdefault("a", 5), d, d.popitem(), d)
del d["a"]; d["a"] = 99; print(d)
d.update({"x": 1, "c": 30}); d.update(y=2); d.update([("z", 3)]); print(d)
for key in d:
    print(key, d[key], end="; ")
for key, value in d.items():
    print(key, value, end=", ")
print()
print({}, dict(), dict(a=1, b=2), dict([(1, 2), (3, 4)]), dict({"x": 1}, y=2), dict(zip("ab", [1, 2])), {1: 2, **{3: 4}, 1: 5}, {"a": 1} | {"b": 2, "a": 3})
print({1: 1, 1.0: 2, True: 3}, {(1, 2): 3, "s": 4, None: 5, 2.5: 6, 1j: 7}, {0: "a", False: "b"}, {1: {2: {3: 4}}}[1][2][3])
print({"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == [], {1: 2} != {1: 3})
c = d.copy(); c.clear(); print(c, len(d), not c, d.keys() == {"c", "x", "y", "z", "a"}, dict.fromkeys("ab", 0), dict.fromkeys([1, 2]))
print(d.keys(), d.values(), d.items(), sorted(d.keys()), max(d.values()), sum(d.values()), sorted(d, key=d.get), sorted(d.items(), key=lambda kv: -kv[1])[0], list(reversed(d)))
squares = {n: n * n for n in range(6) if n % 2}
print(squares, {v: k for k, v in squares.items()}, {len(w): w for w in ("a", "bb", "cc")})
d |= {"new": 1}; print(d)
for function in (lambda: d["nope"], lambda: d[[1]], lambda: {}.popitem(), lambda: {}.pop("k"), lambda: {{}: 1}, lambda: {1: 2}[3], lambda: {1: 2} < {1: 3}, lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {(1, []): 2}, lambda: {}[1, 2], lambda: {}.nope):
    try:
        print(function())
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        print(type(problem).__name__, problem)
try:
    del d["nope"]
except KeyError as problem:
    print(repr(problem), problem.args)
numbers = {i: i for i in range(5)}
try:
    for k in numbers:
        numbers[k + 100] = 1
except RuntimeError as problem:
    print(problem)
try:
    for k in {1: 1, 2: 2}.copy():
        del numbers[k]
        for j in numbers:
            del numbers[j]
except RuntimeError as problem:
    print(problem)
big = {}
for i in range(1000):
    big[i * 7919 % 1009] = i
for i in range(0, 1000, 3):
    del big[i * 7919 % 1009]
print(len(big), sum(big.values()), sum(big), list(big)[:5], list(big.items())[-3:])
