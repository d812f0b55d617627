# Lists that compiled loops make, fill, empty and store objects into.


def lists(n):
    out = []
    for i in range(n):
        out.append(i * 2)
    fl = []
    for x in out:
        fl.append(x * 0.5)
    mixed = []
    for i in range(n):
        if i % 3:
            mixed.append(i)
        else:
            mixed.append(i * 0.5)
    return sum(out), sum(fl), mixed[:7], len(mixed)


def comp(n):
    a = [x * x for x in range(n)]
    b = [x + 1.0 for x in a if x % 2]
    g = [[0] * 4 for _ in range(n)]
    for i in range(n):
        g[i][i % 4] += i
    h = [[i * j for j in range(5)] for i in range(n)]
    return sum(a), sum(b), g[3], g[n - 1], h[n - 1]


def pops(n):
    s = list(range(n))
    t = 0
    while s:
        t += s.pop()
        if t % 7 == 3 and len(s) < n:
            s.append(1)
    return t


def inlist(n):
    primes = [2]
    for i in range(3, n):
        ok = True
        for p in primes:
            if p * p > i:
                break
            if i % p == 0:
                ok = False
                break
        if ok:
            primes.append(i)
    c = 0
    for i in range(n):
        if i in primes:
            c += 1
    return len(primes), c


def rows(n):
    grid = [[0.0] * 8 for _ in range(8)]
    for t in range(n):
        new = []
        for i in range(8):
            row = []
            for j in range(8):
                row.append(grid[i][j] * 0.5 + t)
            new.append(row)
        grid = new
    return grid[3][:3]


def setitems(n):
    l = [None] * 10
    for i in range(n):
        l[i % 10] = [i]
        l[(i + 3) % 10] = "s" + str(i)
    return l


for function in (lists, comp, pops, inlist, rows, setitems):
    for count in (5, 40, 400, 3000):
        print(function.__name__, count, function(count))
