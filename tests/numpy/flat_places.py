# `a.flat` by one place, by slices and by arrays of places; `np.nditer` over one array.
import numpy as np


def tried(f):
    try:
        return f()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


a = np.arange(12.0).reshape(3, 4)
print(a.flat[5], a.flat[-1], a.T.flat[5], a[:, ::-2].flat[3], repr(a.flat[np.int8(2)]))
print(a.flat[2:5], a.flat[::-3], a.flat[[0, 3, 3]], a.flat[np.array([1, 2])], a.flat[...], a.T.flat[1:4])
for place in (12, -13, np.int64(40)):
    print(place, tried(lambda: a.flat[place]))
for target in (a.copy(), a.copy().T, a.copy()[:, ::-2], np.arange(6), np.arange(6, dtype=np.int8)[::2]):
    target.flat[1] = 50
    target.flat[-1] = -3.0
    target.flat[np.int64(0)] = np.float32(7)
    print(target.tolist())
    target.flat[1:3] = [8, 9]
    print(target.tolist())
    target.flat[:] = [1, 2]
    print(target.tolist())
    target.flat[[0, 2]] = 4
    print(target.tolist())
    target.flat = [5, 6, 7]
    print(target.tolist())
for value in ("x", [1, 2], None, 1j):
    print(tried(lambda: np.zeros(3).flat.__setitem__(1, value)))
print(tried(lambda: np.zeros(3).flat.__setitem__(3, 1)), tried(lambda: np.zeros(3).flat.__setitem__(-4, 1)))
print(tried(lambda: np.zeros(3, np.int8).flat.__setitem__(0, 300)))
fixed = np.zeros(3)
fixed.flags.writeable = False
print(tried(lambda: fixed.flat.__setitem__(0, 1)))
words = np.array(["a", None, 3], dtype=object)
words.flat[1] = "b"
words.flat[2] = [1]
print(words, words.flat[0], list(words.flat))
f = a.flat
print(next(f), next(f), f.index, f.coords, list(f)[:3], f.index, len(f), f.base is a, type(f).__name__)
print(list(a.T.flat), np.array(a.flat), a.flat.copy(), sum(a.flat), np.asarray(a[1].flat))
print(tried(lambda: next(np.zeros(0).flat)), list(np.zeros((0, 3)).flat), np.float64(3).flat[0])


def stored(n):
    a = np.zeros((10, 10))
    for i in range(n):
        a.flat[i % 100] = i
    return a.sum(), a[3, 4]


def summed(n):
    a, t = np.arange(100.0).reshape(10, 10).T, 0.0
    for i in range(n):
        t += a.flat[i % 100]
    return t


print(stored(5000), summed(5000))

print("-- nditer")
for array in (a, a.T, a[::-1], a[:, ::-2], np.array(5), np.arange(3), np.asfortranarray(a)):
    print([float(x) for x in np.nditer(array)])
    print([float(x) for x in np.nditer(array, order="C")], [float(x) for x in np.nditer(array, order="F")])
total = 0
for _ in range(20):
    for x in np.nditer(np.arange(100)):
        total += x
print(repr(total))
it = np.nditer(a)
print(it[0], it.value, it.iterindex, it.finished, it.itersize)
while not it.finished:
    last = it[0]
    it.iternext()
print(last, it.finished)
it.reset()
print(next(it), next(it), it.iterindex, repr(it.value), type(it.value).__name__, it.value.shape)
print(tried(lambda: it.value.__setitem__(..., 4)), tried(lambda: it[0].__setitem__((), 4)))
print(len([1 for x in it]), tried(lambda: next(it)))
