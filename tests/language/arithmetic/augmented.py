"""Augmented assignment with each operator."""
a = 17
a += 5; print(a)
a -= 3; print(a)
a *= 4; print(a)
a //= 5; print(a)
a %= 9; print(a)
a **= 3; print(a)
a <<= 2; print(a)
a >>= 1; print(a)
a |= 9; print(a)
a &= 13; print(a)
a ^= 255; print(a)
a /= 8; print(a)
a **= 0.5; print(a)
a *= 1j; print(a)
s = "ab"
s += "c"; s *= 2; print(s)
items = [1]
same = items
items += [2, 3]; items *= 2
print(items, same, items is same)
t = (1,)
u = t
t += (2,); print(t, u)
items += "xy"
items += (5,)
items += range(2)
print(items)
grid = [[0, 1], [2, 3]]
grid[1][0] += 10
grid[-1][-1] *= 7
print(grid)
d = {"a": 1}
d["a"] += 1
d["b"] = d.get("b", 0) + 5
print(d)
n = 10**18
n *= 100; print(n)
n -= 10**20 - 1; print(n)
x = 1.5
x += 1; x -= 0.25; x *= 2; x /= 3; x //= 0.5; x %= 2; print(x)
