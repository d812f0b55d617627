# `==` and `!=` of instances: of classes that do not say what is equal, that do, and of what is now an instance and now None.
class Node:
    def __init__(self, key, parent=None):
        self.key = key
        self.parent = parent
        self.left = self.right = None

    def is_left(self):
        return self.parent != None and self.parent.left == self

    def uncle(self):
        grand = self.parent.parent if self.parent != None else None
        if grand == None:
            return None
        return grand.right if grand.left == self.parent else grand.left


class Named(Node):
    pass


class Equal(Node):
    def __eq__(self, other):
        return isinstance(other, Node) and self.key == other.key


class Words(list):
    pass


def grow(depth, make, parent=None):
    node = make(depth, parent)
    if depth:
        node.left = grow(depth - 1, make, node)
        node.right = grow(depth - 2, make, node) if depth > 1 else None
    return node


def walk(node, seen):
    if node == None:
        return
    seen.append((node.is_left(), node.uncle() != None, node.left == node.right, node != node.parent))
    walk(node.left, seen)
    walk(node.right, seen)


for make in Node, Named, Equal:
    seen = []
    for _ in range(4):
        walk(grow(9, make), seen)
    print(len(seen), [sum(part) for part in zip(*seen)])

a, b, c = Node(1), Node(1), Equal(1)
others = [a, b, c, None, 5, "a", 2.5, [a], (a, b), Words("ab"), Equal(2)]
counts = {}
for i in range(4000):
    x, y = others[i % 11], others[i // 11 % 11]
    key = (i % 11, i // 11 % 11)
    counts[key] = counts.get(key, 0) + (x == y) + 2 * (x != y)
    if a == y:
        counts["a"] = counts.get("a", 0) + 1
    if x != a:
        counts["not a"] = counts.get("not a", 0) + 1
print(sorted(str(item) for item in counts.items())[:30], sum(counts.values()))


def count(items, wanted):
    n = 0
    for item in items:
        if item == wanted:
            n += 1
        if item != wanted:
            n += 100
    return n


for wanted in others:
    print(count(others * 100, wanted), end=" ")
print()
Node.__eq__ = lambda self, other: True
for wanted in others[:4]:
    print(count(others * 20, wanted), end=" ")
print()

words = Words(["x", "yy", "zzz"])
total = 0
for i in range(2000):
    for word in words:
        total += len(word)
    if i == 1500:
        Words.__iter__ = lambda self: iter(["long word"])
print(total)


# Whether something is the same, or true, that is now an instance and now None.
class Odd(Node):
    def __bool__(self):
        return self.key % 2 == 1

    def last(self):
        return self.right or self.left or self

    def side(self):
        if self.parent is None:
            return 0
        return (1 if self.parent.left is self else 0) + (2 if self.parent.right is not self else 0)


def measure(node):
    if node is None:
        return 0
    total = node.side() + 10 * node.last().key
    if node.left:
        total += 100
    if not node.right:
        total += 1000
    if node.left is node.right:
        total += 10000
    while node and node.left:
        node = node.left
        total += 1
    return total


def sum_of(node):
    return 0 if node is None else measure(node) + sum_of(node.left) + sum_of(node.right)


print([sum_of(grow(8, Odd)) for _ in range(5)])
for i in range(300):
    lone = Odd(i)
    chosen = lone or None
    if (chosen is lone) != (i % 2 == 1):
        print("wrong", i)
