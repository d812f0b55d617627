# A generator that ends by `return` after a `finally`: its loop must not close it again when the slot it was in is used by a later statement.
def sub(n, t=1):
    for i1 in (1, 2, t):
        try:
            x = yield
        finally:
            t += 6
    return t
def g1(n, t=1):
    for i9 in sub(8 % 4):
        for i10 in range(10, 0, -1):
            pass
    while w12 < 9:
        try:
            pass
        except (KeyError, Odd):
            log.append((yield w12))
def g2(n, t=1):
    pass
def drive(make, n):
    for i in range(40):
        try:
            for r in g:
                pass
        except Exception as problem:
            g = make(i % 7, i % 11)
for make in (sub, g1, g2):
    for n in range(3):
        try:
            for item in drive(make, n):
                pass
        except Exception as problem:
            pass
