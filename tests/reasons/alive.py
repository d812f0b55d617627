# T017 in a loop: a call that tells what is alive.
import weakref


class Node:
    pass


def f(reference, n):
    alive = 0
    for i in range(n):
        alive += reference() is not None
    return alive


node = Node()
print(f(weakref.ref(node), 3000))
