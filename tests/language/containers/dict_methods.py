# Methods of dict and its views.

def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


d = {"a": 1, "b": 2}
print(d.keys(), d.values(), d.items())
print(list(d.keys()), list(d.values()), list(d.items()))
print(d.get("a"), d.get("z"), d.get("z", 5))
print(d.setdefault("c", 3), d.setdefault("a", 9), d)
print(d.pop("a"), d.pop("zz", None), d)
show(lambda: d.pop("zz"))
show(lambda: d["zz"])
print(d.popitem(), d)
show(lambda: {}.popitem())
d.update({"x": 1})
d.update(y=2)
d.update([("z", 3)])
d.update({"w": 1}, w=2)
print(d)
show(lambda: d.update(5))
show(lambda: d.update([1]))
show(lambda: d.update([(1, 2, 3)]))
show(lambda: d.update({}, {}))
e = d.copy()
e.clear()
print(d, e)
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
show(lambda: dict())
show(lambda: dict(a=1, b=2))
show(lambda: dict([("a", 1)], b=2))
show(lambda: dict({"a": 1}))
show(lambda: dict(1))
show(lambda: dict([1, 2]))
show(lambda: dict(["abc"]))
show(lambda: dict({}, {}))
show(lambda: {[]: 1})
show(lambda: {1: "a", 1.0: "b", True: "c"})
show(lambda: {"a": 1} | {"b": 2})
show(lambda: {"a": 1} | 5)
show(lambda: {"a": 1} == {"a": 1.0})
show(lambda: {"a": 1} < {"a": 2})
show(lambda: list(reversed({"a": 1, "b": 2})))
show(lambda: list(reversed({"a": 1, "b": 2}.items())))
show(lambda: {"a": 1}.keys() & {"a", "b"})
show(lambda: {"a": 1}.keys() | {"b"} == {"a", "b"})
show(lambda: {"a": 1}.keys() - {"a"})
show(lambda: {"a": 1}.items() == {("a", 1)})
show(lambda: "a" in {"a": 1}.keys())
show(lambda: 1 in {"a": 1}.values())
show(lambda: ("a", 1) in {"a": 1}.items())
show(lambda: len({"a": 1}.items()))
show(lambda: {"a": 1}.keys().isdisjoint(["b"]))
def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1
show(grow)
def shrink():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
show(shrink)
f = {}
f["self"] = f
print(f)
show(lambda: {}.get())
show(lambda: {}.get(1, 2, 3))
show(lambda: {}.get([]))
show(lambda: {}.nothing)
g = {}
for i in range(1000):
    g[i] = i * i
for i in range(0, 1000, 2):
    del g[i]
print(len(g), sum(g.values()), list(g)[:5])
del g[1]
show(lambda: g[1])
g |= {1: 5}
print(list(g)[-1])
show(lambda: dict(zip("abc", range(3))))
show(lambda: {k: v for k, v in sorted({"b": 1, "a": 2}.items())})
print(type({}.keys()), type({}.items()), type(iter({})))
