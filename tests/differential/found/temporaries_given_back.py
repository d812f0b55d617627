# Temporaries of what a comprehension goes over that were given back hold other things when its loop begins.
def f1(n, t):
    p = q = 1
    b = [n, 5]
    for i in range(60):
        b = [x % 1009 for x in (list([int(i > n) for v6 in list(filter(lambda v7: not i % 2, [q, 6])) if any(not i % 4 for v8 in b if not v8 % 3)]) + list([t for v9 in range(6) for v10 in range(1)]))][:6]
    return b


def f2(n, t):
    p = q = 1
    a = [1, 2, 3]
    b = [n, 5]
    a = [x % 1009 for x in [*[min(v9, p) for v9 in [v10 for v10 in range(2)] if any(not n % 2 for v11 in a)], ((n // 2) - max(b, default=4))]][:6]
    return t, a, b, p, q


for turn in range(8):
    print(f1(turn, turn * 3), f2(turn, turn * 3))
