# Containers that an operator changes stay the objects that they are, in compiled loops too.
import array
import collections


class Holder:
    pass


def names(n, x, other):
    same = x
    for i in range(n):
        x += other
    return same is x


def unions(n, x, other):
    same = x
    for i in range(n):
        x |= other
    return same is x


def differences(n, x, other):
    same = x
    for i in range(n):
        x -= other
        x ^= other
        x &= other
    return same is x


def items(n, x, other):
    row, table = [x], {"k": x}
    for i in range(n):
        row[0] |= other
        table["k"] |= other
    return row[0] is x and table["k"] is x, x


def sums(n, x, other):
    row, table, holder = [x, 1], {"k": x}, Holder()
    holder.x = x
    for i in range(n):
        row[0] += other
        table["k"] += other
        holder.x += other
    return row[0] is x and table["k"] is x and holder.x is x, len(x)


def fields(n, x, other):
    holder = Holder()
    holder.x = x
    for i in range(n):
        holder.x |= other
    return holder.x is x


def times(n, x):
    same = x
    for i in range(n):
        x *= 1
    return same is x


for n in (3, 300):
    print(names(n, bytearray(b"a"), b"xy"), names(n, [1], [2]), names(n, [1], (2,)), names(n, collections.deque(), [1]))
    print(names(n, array.array("d", [1]), array.array("d", [2])), names(n, "a", "b"), names(n, (1,), (2,)), names(n, b"a", b""))
    print(unions(n, {1}, {2}), unions(n, {1}, frozenset({2})), unions(n, {1: 1}, {2: 2}), unions(n, {1: 1}, [(2, 2)]))
    print(unions(n, frozenset({1}), {2}), differences(n, {1, 2, 3}, {2}), differences(n, frozenset({1}), {2}))
    print(items(n, {1}, {2}), items(n, {1: 1}, {2: 2}), sums(n, [1], [2]), sums(n, bytearray(b"a"), b"b"), sums(n, (1,), (2,)))
    print(fields(n, {1}, {2}), fields(n, {1: 1}, {2: 2}), times(n, [1]), times(n, bytearray(b"a")), times(n, (1,)))
