# Slices of lists replaced in place, items put in and taken out, whatever the list stores.
def edits(items, new):
    for start, stop in ((0, 0), (1, 2), (0, 4), (2, 4), (4, 4), (3, 1)):
        for more in ([], new[:1], new, new * 3):
            work = items[:]
            work[start:stop] = more
            removed = items[:]
            del removed[start:stop]
            print(work, removed)


edits([1, 2, 3, 4], [10, 11])
edits([1.5, 2.5, 3.5, 4.5], [10.5])
edits(["a", "b", "c", "d"], ["x", "y"])
edits([True, False, True, True], [False])
edits([1j, 2j, 3j, 4j], [5j])
edits([1, 2, 3, 4], ["x", 2.5])
edits(["a", "b", "c", "d"], [1, 2])

same = ["a", "b", "c"]
same[1:2] = same
print(same)
same[:] = same
print(same, same[::-1], same[4:0:-2], same[10:], same[:-10:-1])

big = list(range(100_000))
del big[10:]
big[5:5] = [None]
print(big)

work = []
for item in (1, 2.0, "x", None, [3]):
    work.insert(0, item)
    work.insert(1, item)
print(work)
while work:
    print(work.pop(len(work) // 2), end=" ")
print()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name, end=" ")


noisy = [Noisy("a"), Noisy("b"), Noisy("c")]
noisy[0:2] = []
print(len(noisy))
noisy[:] = [1]
print(noisy)

row = (1, "two", 3.0, None)
print(row[1:3], row[::-1], row[5:], "abcdef"[1:4], "abcdef"[::-2], "aßc☃"[1:], "aßc☃"[::-1], b"abc"[1:])
print(sorted([(1, ("a", 2)), (1, ("a", 1)), (0, ())]), (1, (2, (3, (4, (5, (6, 7)))))) == (1, (2, (3, (4, (5, (6, 7)))))))
print({(1, (2, "x")): "found"}[(1.0, (True + 1, "x"))], (1, float("nan")) == (1, float("nan")))
try:
    print([1, 2, 3][:"x"])
except TypeError as error:
    print(error)
