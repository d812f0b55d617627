"""Lists whose items change type, seen from every side."""
a = [0] * 5
a[2] = 1.5; print(a)
a[0] = "x"; print(a)
a[1] = None; a[3] = True; a[4] = 10**30; print(a)
b = [1.0] * 3
b[0] = 1; print(b, type(b[0]).__name__, type(b[1]).__name__)
c = [True] * 3
c[1] = 0; print(c)
d = [1j] * 2
d[0] = 1; print(d)
e = []
for value in (1, 2, 3.0, 4j, "five", None, True, [6], 2**63):
    e.append(value)
    print(e)
f = [1, 2, 3]
f.append(2**63); print(f, sum(f)); f.pop(); f.append(4); print(f, sum(f))
g = [2**63 - 1]
g[0] += 1; print(g); g[0] -= 1; print(g, g[0] == 2**63 - 1)
h = [1, 2, 3] + [0.5]
print(h, [True] + [1], [1.0] + [2], ([1] * 2 + ["a"]) * 2)
i = [1.5, 2.5]
i.extend([3]); i.insert(0, True); print(i)
i[1:2] = ["a", "b"]; print(i)
j = [False, True]
print(j, j[0] + 1, sum(j), [x is True for x in j], [x + 0 for x in j])
k = [1, 2, 3]
k.sort(key=lambda v: -v); print(k); k[:] = [x / 2 for x in k]; print(k)
m = [0] * 3
for n in range(3):
    m[n] = n * 0.5
print(m, [0.0, 0] == [0, 0.0], [float("nan")] * 2, [-0.0, 0.0])
n = [[0] * 2] * 2
n[0] = 5; print(n)
o = [0.0, 1.0]
o[0], o[1] = o[1], o[0]; print(o)
p = [1, 2, 3]
q = p
q[1] = "changed"; print(p, q is p)
r = [1, 2.0]; r.reverse(); print(r, r.index(1.0), 1 in r, r.count(2))
