import traceback
def size(w):
    return w.size
class K:
    def __init__(self, v):
        self.v = v
for f in (
    lambda: sorted([1, 2], key=lambda a: a / 0),
    lambda: max([K(1), 2],
                key=lambda k: k.v),
    lambda: list(map(size, [K(1)])),
    lambda: sum(map(lambda a: a / 0, [1])),
    lambda: min((v / 0 for v in [1]), key=lambda v: v),
    lambda: min((v for v in [1]), key=lambda v: v / 0),
    lambda: sorted([K(1), K(2)], key=lambda k: k),
    lambda: max([K(1), K(2)], key=lambda k: k),
    lambda: max((k for k in [K(1), K(2)]), key=lambda k: k),
    lambda: sorted(map(lambda k: k, [K(1), K(2)]), key=lambda k: k),
    lambda: max(5, key=size),
    lambda: "".join(map(lambda v: v, [1])),
):
    try:
        f()
    except Exception:
        traceback.print_exc()
def deep(n):
    return max([n], key=lambda v: deep(v + 1))
try:
    deep(0)
except RecursionError as e:
    print("RecursionError", e)
max([1, 2], key=lambda v: v / 0)
