import sys
sys.setrecursionlimit(20000)
def for_each(l, f):
    for x in l: f(x)
def down(n, cur):
    last = cur
    def each(t):
        nonlocal last
        if t: last = down(t - 1, last + 1)
    for_each((n, 0), each)
    return last
N = 800
for k in range(12):
    r = down(N, 0)
    print(k, r)
