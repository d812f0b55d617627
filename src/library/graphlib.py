"""The order of things that come after one another."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """Nodes that come before themselves; the second argument is a cycle."""


class _Node:
    def __init__(self):
        self.left, self.next, self.state = 0, [], ""


class TopologicalSorter:
    """Gives nodes after those that they depend on."""

    def __init__(self, graph=None):
        self._nodes, self._ready = {}, None
        self._out = self._done = 0
        for node, before in (graph or {}).items():
            self.add(node, *before)

    __class_getitem__ = classmethod(GenericAlias)

    def _node(self, value):
        node = self._nodes.get(value)
        if node is None:
            node = self._nodes[value] = _Node()
        return node

    def add(self, node, *predecessors):
        """Add a node, and those that come before it."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        this = self._node(node)
        this.left += len(predecessors)
        for value in predecessors:
            self._node(value).next.append(node)

    def prepare(self):
        """End adding, and look for cycles."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [value for value, node in self._nodes.items() if node.left == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """The nodes that nothing is in front of any more."""
        self._check()
        result = tuple(self._ready)
        for value in result:
            self._nodes[value].state = "out"
        self._ready.clear()
        self._out += len(result)
        return result

    def is_active(self):
        """Whether there is more to come."""
        self._check()
        return self._done < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Tell that some nodes need not be waited for any more."""
        self._check()
        for value in nodes:
            node = self._nodes.get(value)
            if node is None:
                raise ValueError(f"node {value!r} was not added using add()")
            if node.state != "out":
                why = "was already marked done" if node.state else \
                    "was not passed out (still not ready)"
                raise ValueError(f"node {value!r} {why}")
            node.state = "done"
            self._done += 1
            for after in node.next:
                self._nodes[after].left -= 1
                if self._nodes[after].left == 0:
                    self._ready.append(after)

    def _check(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def _find_cycle(self):
        path, iterators, places, seen = [], [], {}, set()
        for value in self._nodes:
            while True:
                if value in seen:
                    if value in places:
                        return path[places[value]:] + [value]
                else:
                    seen.add(value)
                    places[value] = len(path)
                    path.append(value)
                    iterators.append(iter(self._nodes[value].next))
                while path:
                    value = next(iterators[-1], self)
                    if value is not self:
                        break
                    del places[path.pop()]
                    iterators.pop()
                else:
                    break
        return None

    def static_order(self):
        """All nodes, in order."""
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
