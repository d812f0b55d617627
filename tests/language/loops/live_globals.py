# Globals that functions called from a compiled loop assign.


G = 0
H = 1.5


def inc(i):
    global G, H
    G += i
    H = H * 0.999 + 1
    return G


def globs(n):
    global G
    G = 0
    s = 0
    for i in range(n):
        s += inc(i)
    return s, G, round(H, 6)


def grec(n):
    global G
    G += 1
    if n < 2:
        return n
    return grec(n - 1) + grec(n - 2)


for function in (globs,):
    for count in (5, 40, 400, 3000):
        print(function.__name__, count, function(count))
for n in (5, 12, 16):
    print(grec(n), G)
