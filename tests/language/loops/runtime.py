# Dictionaries, text, tuples and big integers, which compiled loops leave to the runtime.


def dicts(n):
    d = {}
    for i in range(n):
        k = i % 17
        d[k] = d.get(k, 0) + i
    e = {}
    for i in range(n):
        key = (i % 3, i % 5)
        if key in e:
            e[key] += 1
        else:
            e[key] = 1
    w = {}
    words = ["a", "bb", "ccc", "a", "bb"]
    for i in range(n):
        x = words[i % 5]
        w[x] = w.get(x, 0) + 1
    return d, e, w


def strs(n):
    s = ""
    t = s
    for i in range(n):
        s += chr(97 + i % 26)
        if i % 10 == 0:
            t = s
    c = 0
    for i in range(len(s)):
        if s[i] == "e":
            c += 1
        if s[i:i + 2] == "ab" or s[i] in "xyz":
            c += 10
    return s[-5:], t[-3:], c, len(t)


def tups(n):
    best = (0, 0)
    for i in range(n):
        cand = (i * 7 % 101, i)
        if cand > best:
            best = cand
    pts = []
    for i in range(n):
        pts.append((i, i * 0.5))
    s = 0
    for a, b in pts:
        s += a * b
    return best, s, pts[-1]


def big(n):
    x = 1
    t = 0
    for i in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
        t += x >> 33
    f = 1
    for i in range(1, 60):
        f *= i
    return x, t, f


for function in (dicts, strs, tups, big):
    for count in (5, 40, 400, 3000):
        print(function.__name__, count, function(count))
