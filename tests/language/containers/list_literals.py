# A list of literals is a new list each time, of numbers, text or anything.
def fresh():
    numbers = [1, 2, 3]
    floats, mixed, text = [0.5, 1.5], [1, 2.5, "x", None, True], ["a", "b"]
    numbers.append(4)
    floats[0] = "changed"
    mixed.pop()
    text += ["c"]
    nested = [[1, 2], [3, 4]]
    nested[0].append(5)
    return numbers, floats, mixed, text, nested, [7], [10**30, 1], [b"x", 2j]


for _ in range(3):
    print(fresh())
first, second = [[0, 0, 0] for _ in range(2)]
first[1] = 9
print(first, second, [1, 2] is [1, 2], [1, 2] == [1, 2])
total = 0
for i in range(50):
    total += sum([1, 2, 3]) + len([0.5, i]) + [4, 5, 6][i % 3]
print(total)
