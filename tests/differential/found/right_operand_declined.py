class Whole(int):
    def __radd__(self, other):
        return "radd"


class Told:
    def __rmod__(self, other):
        return "rmod"

    def __str__(self):
        return "told"


class Around(set):
    def __sub__(self, other):
        return "sub"


def run(n):
    found = set()
    for i in range(n):
        a = Around((1, 2))
        a -= {1}
        found.add((2.0 + Whole(1), "a%s" % Told(), 1 + Whole(2), repr(a), repr(frozenset((1,)) - {1})))
    return sorted(map(str, found))


print(run(3), run(500))
