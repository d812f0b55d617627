# functions with stacks of their own, called from hot loops
class Node:
    def __init__(self, v, left=None, right=None):
        self.v = v
        self.left = left
        self.right = right

def build(d):
    if d == 0:
        return Node(1)
    return Node(d, build(d - 1), build(d - 1))

def walk(root):
    stack = [root]
    total = 0
    last = root
    while stack:
        node = stack.pop()
        total += node.v
        if node.left is not None:
            stack.append(node.left)
            stack.append(node.right)
        if last.v < node.v:
            total += 1
        last = node
    return total

def chain(n):
    todo = [(n, 1, [n])]
    s = 0
    while todo:
        a, b, path = todo.pop()
        s += a * b + len(path)
        if a > 1:
            todo.append((a - 1, b + 1, path + [a]))
        if a % 5 == 0 and a > 5:
            todo.append((a // 5, b, path))
    return s

def pick(rows, i):
    return rows[i % len(rows)]

def calls(n):
    rows = [[i] for i in range(50)]
    prev = rows[0]
    s = 0
    for i in range(n):
        r = pick(rows, i)
        s += prev[0] + r[0]
        if i % 100 == 99 and len(rows) > 3:
            gone = rows.pop()
            s += gone[0]
        prev = r
        spare = [i, i, i]
        s ^= len(spare)
    return s

def gcd_pairs(n):
    out = []
    for i in range(n):
        p = (i, i + 1, i + 2, i + 3)
        q = (p, i)
        out.append(q[0][1])
        if i % 1000 == 0:
            out.append(q)
    return out[-3:], len(out), out[1], out[0]

def ints(n):
    a, b = 0, 1
    s = 0
    for i in range(n):
        big = (1 << 70) + i
        s += big % 1000003
        if big > 2 ** 71:
            s += 1
        a = big
    return s, a

r = build(8)
for i in range(6):
    print(walk(r), chain(60), calls(2000), gcd_pairs(3000), ints(2000))
