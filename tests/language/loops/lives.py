"""What tells what is alive sees in loops what it sees elsewhere; classes end with all that is theirs."""
import gc
import sys
import weakref


class Node:
    def __init__(self):
        self.next = None
        self.before = None

    def link(self, other):
        self.next = other
        other.before = self


def ring(first, links):
    current = first
    for i in range(links):
        other = Node()
        current.link(other)
        current = other
    current.link(first)


def rings(count, links):
    made = []
    for _ in range(count):
        node = Node()
        made.append(node)
        ring(node, links)
    return made


def collected(turns):
    seen = set()
    for _ in range(turns):
        gc.collect()
        made = rings(20, 5)
        del made
        seen.add(gc.collect() >= 120)
    return seen


def ended(turns):
    count = 0
    for _ in range(turns):
        made = rings(3, 5)
        reference = weakref.ref(made[0])
        node = made[0]
        while node.next is not None:
            node.before = None
            node.next, node = None, node.next
        del made, node
        count += reference() is None
    return count


def counts(turns):
    seen = set()
    for _ in range(turns):
        node = Node()
        seen.add(sys.getrefcount(node))
    return seen


class Plain:
    pass


def plain(turns):
    total = 0
    for i in range(turns):
        item = Plain()
        item.value = i
        total += item.value
    try:
        Plain(turns)
    except TypeError as error:
        print(error)
    return total


def classes():
    def make():
        class Short:
            def method(self):
                return self

        return Short().method()

    make()
    gc.collect()
    make()
    gc.collect()
    return gc.collect()


print(collected(300), ended(500), counts(1000), plain(3000), classes())
