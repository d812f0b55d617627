# Instances that are looked up in sets, dictionaries and lists by what they are, in loops that get hot.


class Node:
    def __init__(self, value):
        self.value = value
        self.next = []


class Equal(Node):
    def __eq__(self, other):
        return isinstance(other, Equal) and self.value == other.value

    def __hash__(self):
        return hash(self.value)


class Hashed(Node):
    def __hash__(self):
        return self.value % 3


class Same(Node):
    def __eq__(self, other):
        return self is other


def visit(nodes):
    seen, order, times = set(), [], {}
    again = 0
    for node in nodes:
        times[node] = times.get(node, 0) + 1
        if node in seen:
            again += 1
            continue
        seen.add(node)
        order.append(node)
        if len(order) > 20 and node not in order[:3]:
            seen.discard(order.pop(0))
    return again, len(seen), len(times), sum(times.values()), [node.value for node in order[:5]]


def paths(first):
    found = {first: 0}
    ways = {(first, 0): 1}
    todo = [first]
    while todo:
        node = todo.pop()
        for other in node.next:
            if other not in found:
                found[other] = found[node] + 1
                ways[other, found[other]] = ways.get((node, found[node]), 0) + 1
                todo.append(other)
    return len(found), sum(found.values()), sum(ways.values())


def take(nodes, table):
    total = 0
    for node in nodes:
        if node in table:
            total += table[node]
            table[node] += 1
            if table[node] > 5:
                del table[node]
    return total, len(table)


for kind in (Node, Equal, Hashed):
    nodes = [kind(i % 50) for i in range(120)]
    for i, node in enumerate(nodes):
        node.next = [nodes[i * 7 % 120], nodes[(i + 1) % 120]]
    print(kind.__name__, visit(nodes * 20))
    print(paths(nodes[0]), take(nodes * 9, {nodes[0]: 1, nodes[3]: 2, 7: 3}))
mixed = [Node(1), Equal(2), Equal(2), 3, "a", None, (1, 2), Hashed(5)] * 300
print(visit([Node(1), Equal(2), Equal(2), Hashed(5)] * 300)[:4])
print(take(mixed, {key: 1 for key in mixed[:8]}))
try:
    print(visit([Node(0)] * 2000 + [Same(1)]))
except TypeError as error:
    print(error)
a = Node(4)
print(sum(1 for i in range(3000) if a in [i, a]), sum(1 for i in range(3000) if a not in (i, i + 1)))
Node.__eq__ = lambda self, other: True
print(sum(1 for i in range(3000) if a in [i, i]))
