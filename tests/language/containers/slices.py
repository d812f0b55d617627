"""Slices of lists, tuples, strings, read, assigned, deleted."""
a = list(range(10))
bounds = (None, 0, 1, 3, 9, 10, 50, -1, -3, -10, -50)
for start in (None, 2, -3, 50):
    for stop in bounds:
        print(a[start:stop], a[start:stop:2], a[start:stop:-1], a[start:stop:-3], end=";")
    print()
t = tuple(a)
s = "0123456789"
print(t[2:5], t[::-1], s[2:5], s[::-2], a[:], a[:] is a, a[slice(1, 4)], s[slice(None, None, 3)], range(10)[2:5], range(10)[::-3])
b = a[:]
b[2:4] = [20, 30, 40]; print(b)
b[0:0] = [-1]; print(b)
b[5:] = []; print(b)
b[1:3] = "xy"; print(b)
b[:] = range(6); print(b)
b[::2] = [10, 20, 30]; print(b)
b[::-1] = range(6); print(b)
b[4:2] = [7]; print(b)
b[-2:] = (8, 9, 10); print(b)
del b[1:3]; print(b)
del b[::2]; print(b)
b = list(range(12))
del b[::-3]; print(b)
del b[-2:]; print(b)
b[1:2] = b; print(b)
b[1:3] += [5]; print(b)
for function in (lambda: a[::0], lambda: a["x":], lambda: a[1.5:], lambda: s[::0]):
    try:
        function()
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
try:
    b[::2] = [1]
except ValueError as problem:
    print(problem)
try:
    b[1:2] = 5
except TypeError as problem:
    print(problem)
print(slice(1, 2, 3).start, slice(5), slice(1, 10, 2).indices(7), slice(1, 2) == slice(1, 2))
c = [1, 2, 3]
c[1:1] = [1.5, "x"]; print(c)
f = [0.0] * 4
f[1:3] = [1, 2]; print(f)
