"""Deeply nested values: made, compared, printed, dropped."""
deep = []
for _ in range(200000):
    deep = [deep]
print(len(deep))
del deep
deep = ()
for _ in range(200000):
    deep = (deep, 1)
print(len(deep))
deep = None
deep = {}
for _ in range(100000):
    deep = {"k": deep}
deep = 5
for f in (repr, str, lambda v: v == w, lambda v: v < w, lambda v: f"{v}"):
    v = ()
    w = ()
    for _ in range(100000):
        v = (v,)
        w = (w,)
    try:
        f(v)
        print("no error")
    except RecursionError as problem:
        print(type(problem).__name__)
chain = None
for i in range(100000):
    chain = (lambda c: lambda: c)(chain)
print(chain is not None)
chain = None
x = y = []
x.append(x)
print(x, x == x)
z = [y]
try:
    a = []
    b = []
    a.append(b)
    b.append(a)
    print(a == b)
except RecursionError as problem:
    print(problem)
