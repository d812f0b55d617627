# Calls of a recursive function that end where compiled code leaves: whoever waits for them goes on with what they gave.


class Node:
    def __init__(self, key, parent=None):
        self.key = key
        self.parent = parent
        self.left = None
        self.right = None
        self.size = 1


def insert(node, key):
    if key < node.key:
        if node.left is None:
            node.left = Node(key, node)
            log.append(str(key))
        else:
            insert(node.left, key)
    elif key > node.key:
        if node.right is None:
            node.right = Node(key, node)
            log.append("%d" % key)
        else:
            insert(node.right, key)
    else:
        return node.size
    node.size += 1
    return node.size


log = []
root = Node(500)
total = 0
for i in range(3000):
    total += insert(root, i * 7919 % 1009)
print(total, root.size, len(log), log[:5], log[-5:])


def depth(node):
    # What is returned changes its type deep inside.
    if node is None:
        return 0
    if node.key % 97 == 0:
        return 1.5 + depth(node.left)
    return 1 + max(depth(node.left), depth(node.right))


print([depth(root) for _ in range(40)][-1])


def search(node, key):
    if node is None:
        raise KeyError(key)
    if node.key == key:
        return node
    return search(node.left if key < node.key else node.right, key)


found = missed = 0
for i in range(4000):
    try:
        found += search(root, i).key
    except KeyError as error:
        missed += error.args[0]
print(found, missed)


# What the callee changes behind the back of those that wait.
def shuffle(items, at, changes):
    if at == 0:
        if changes % 3 == 0:
            items.append(changes)
        elif changes % 3 == 1:
            items[:] = [float(changes)] * 3
        else:
            del items[1:]
            items.extend(["%s" % changes, None])
        return len(items)
    before = items[0]
    size = shuffle(items, at - 1, changes)
    return size + (0 if items[0] is before else 1) + len(items)


items = [1, 2]
print([shuffle(items, 6, i) for i in range(300)][-6:], items[:3])


class Counter:
    step = 1

    def count(self, n):
        if n == 0:
            if self.turns % 50 == 49:
                Counter.step += 1
            self.turns += 1
            return "{}".format(self.turns)
        text = self.count(n - 1)
        self.total += self.step
        return text


counter = Counter()
counter.turns = counter.total = 0
for _ in range(500):
    text = counter.count(5)
print(text, counter.turns, counter.total)


class Closing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        ended.append(self.name)


ended = []


def close(n, name):
    if n == 0:
        Closing(name)
        return name % 7
    before = len(ended)
    result = close(n - 1, name)
    if len(ended) != before + 1:
        print("too late", name)
    return result


print(sum(close(4, i) for i in range(400)), len(ended), ended[-3:])
