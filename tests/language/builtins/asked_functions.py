# built-in functions that ask a function about each item
import operator
words = ["pear", "fig", "banana", "kiwi", "apple", "date"]
print(sorted(words, key=lambda w: len(w)))
print(sorted(words, key=lambda w: (len(w), w), reverse=True))
print(sorted(words, key=len), sorted(words, key=str.upper), sorted(words, key=None))
print(max(words, key=lambda w: w[-1]), min(words, key=lambda w: w[::-1]))
def size(word):
    return len(word)
print(sorted(words, key=size), max(words, key=size), min(words, key=size))
print(sorted((w + "!" for w in words), key=lambda w: w[1]))
print(max((w for w in words if "a" in w), key=lambda w: (w.count("a"), w)))
none = None
print(sorted(words, key=none), max(words, key=none), sorted(words, key=none, reverse=True))
print(list(map(size, words)), sum(map(size, words)), tuple(map(lambda w: w[0], words)))
print(set(map(lambda w: len(w) % 2, words)), any(map(lambda w: w == "fig", words)), all(map(size, words)))
print("-".join(map(lambda w: w[:2], words)), sorted(map(lambda w: w[::-1], words)))
print(min(map(size, words)), max(map(lambda w: -len(w), words)), sum(map(lambda w: [w], words), []))
print(sorted(map(lambda w: w * 2, words), key=lambda w: w[-1]))
print(list(map(int, "123")), list(map(str, [1, 2])), list(map(len, words)))
print(sorted({"b": 1, "a": 3, "c": 2}.items(), key=lambda kv: kv[1]), max({"b": 1, "a": 3}, key={"b": 1, "a": 3}.get))
print(sorted([3, 1, 2], key=lambda x: -x), sorted([(1, "b"), (0, "z")], key=operator.itemgetter(1)))
class P:
    def __init__(self, x):
        self.x = x
    def far(self, other):
        return abs(self.x - other.x)
    def nearest(self, others):
        return min(others, key=lambda o: self.far(o)).x, min(others, key=self.far).x
    def __repr__(self):
        return f"P({self.x})"
print(P(3).nearest([P(9), P(5), P(-4)]))
def scaled(xs, scale):
    return sorted(xs, key=lambda x: x * scale), max(xs, key=lambda x: abs(x - scale)), list(map(lambda x: x + scale, xs))
print(scaled([3, -1, 2], 2), scaled([3, -1, 2], -2))
def nested(rows):
    return sorted(rows, key=lambda row: sum(map(lambda v: v * v, row))), max(rows, key=lambda row: max(row, key=lambda v: -v))
print(nested([[3, 1], [1, 1], [0, 9]]))
def keeps(xs):
    makers = list(map(lambda x: lambda: x, xs))
    return [make() for make in makers], sorted(xs, key=lambda x: (lambda y: -y * x)(x))
print(keeps([1, 2, 3]))
def order():
    def first():
        print("items")
        return [2, 1]
    def key(x):
        print("key", x)
        return x
    return sorted(first(), key=key), max(first(), key=key)
print(order())
def lazily():
    for i in (3, 1, 2):
        print("made", i)
        yield i
def say(i):
    print("asked", i)
    return i
print(sorted(lazily(), key=say), max(lazily(), key=say), list(map(say, lazily())))
for bad in (lambda: sorted([1, 2], key=lambda a: a / 0), lambda: max([], key=size), lambda: max(5, key=size),
            lambda: sorted([1, "a"], key=lambda v: v), lambda: min([1, "a"], key=lambda v: v), lambda: list(map(size, [1])),
            lambda: sorted(words, key=5), lambda: sorted(words, key=lambda w: w, reverse="x"), lambda: list(map(5, words)),
            lambda: sorted(5, key=lambda v: v), lambda: sum(map(size, 5)), lambda: max(words, key=missing),
            lambda: sorted(words, key=lambda: 1), lambda: list(map(lambda a, b: a, words)), lambda: max([1, 2], key=lambda a: missing)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
def shadowed():
    def max(items, key):
        return "mine"
    return max([1], key=lambda x: x)
print(shadowed())
nan = float("nan")
print(max([1, nan, 3], key=lambda x: x), min([nan, 1, 3], key=lambda x: x), sorted([2, nan, 1], key=lambda x: x))
class K:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        print("lt", self.v, other.v)
        return self.v < other.v
    def __gt__(self, other):
        print("gt", self.v, other.v)
        return self.v > other.v
print(sorted([3, 1, 2], key=lambda x: K(x)), max([3, 1, 2], key=lambda x: K(x)), min([3, 1, 2], key=K))
x = "outer"
print(sorted([2, 1], key=lambda x: x), x, list(map(lambda x: x, [5])), x)
def hot(n):
    total = 0
    for i in range(n):
        pts = [(i % 7, 3), (i % 5, 2), (i % 3, 1)]
        total += sorted(pts, key=lambda p: p[0])[0][1] + max(pts, key=lambda p: p[0] * p[1])[1]
        total += sum(map(lambda p: p[0] + i % 2, pts))
    return total
print(hot(3000))
class C:
    items = [3, 1, 2]
    best = max(items, key=lambda v: -v)
    ordered = sorted(items, key=lambda v: v)
print(C.best, C.ordered)
def gen():
    yield max([1, 2, 3], key=lambda v: -v)
    yield from sorted([3, 1], key=lambda v: v)
print(list(gen()))
