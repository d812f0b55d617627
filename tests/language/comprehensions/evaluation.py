"""What a comprehension evaluates, and when."""


def log(label, value):
    print(label, end=" ")
    return value


print([log("body", i) for i in log("source", [1, 2]) if log("test", i)])
print([log("b", (i, j)) for i in log("first", range(2)) for j in log("second", range(2))])
print({log("key", i): log("value", i * i) for i in range(2)})
g = (log("lazy", i) for i in log("eager source", [1, 2]))
print("made")
for item in g:
    print("got", item)
items = [1, 2, 3]
print([items.pop() for _ in range(2)], items)
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
total = 0


def run():
    global total
    total += 1
    return total


print([run() for _ in range(5)], total, [[run() for _ in range(2)] for _ in range(2)])
rows = [[i * j for j in range(4)] for i in range(3)]
print(rows, [sum(row) for row in rows], sum(sum(row) for row in rows), [max(r) for r in rows if sum(r) > 0])
print([1 for x in [] if x.nope], [x for x in [1, 2, 3, 4] if not x % 2], [x or "zero" for x in range(2)])
