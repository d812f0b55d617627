# places in long text that is not ascii, which grows and is looked into again
def run(n):
    s = "äß→x" * 50
    total = 0
    for i in range(n):
        t = s + str(i)
        total += ord(t[i % len(t)]) + t.index("x", i % 100)
        t += "é" * (i % 5)
        total += ord(t[-1]) + len(t)
        u = t
        u += "z"
        total += ord(u[len(t)]) + ord(t[150]) + t.rfind("→")
        s = s[1:] + s[0]
    return total, s[77], s.find("ß", 90)
print(run(300))
keep = {}
for i in range(200):
    t = "ü" * (60 + i) + str(i)
    keep[t] = t[i:i + 3], t[60], t[-2:]
    if i % 3 == 0:
        del keep[t]
print(len(keep), sorted(keep.values())[:3], sum(len(k) for k in keep))
big = "é" * 100000
print(big[99999], len(big[500:]), (big + "x")[100000], big.count("é"))
grown = ""
for i in range(3000):
    grown += "ñ" if i % 7 else "n"
    if i % 100 == 70:
        print(grown[i], grown[i // 2], len(grown), end=" ")
print()
for n in (0, 1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 39, 40, 41, 300):
    a = "a" * n
    b = a + "b"
    c = a
    c += "cd"
    print(len(a), len(b), b[-1], c[-2:], (b"x" * n + b"yz")[-1], end=" ")
print()
