# Context managers, objects that are called, properties and attributes of classes that are updated, in loops that become hot.


class Depth:
    def __init__(self):
        self.depth = 0
        self.left = 0

    def __enter__(self):
        self.depth += 1
        return self.depth

    def __exit__(self, kind, error, traceback):
        self.depth -= 1
        self.left += 1
        return kind is ValueError


def run(n):
    c = Depth()
    total = 0
    for i in range(n):
        with c as k:
            total += k + i
    return total, c.depth, c.left


print(run(3000))


def raising(n):
    c = Depth()
    total = 0
    try:
        for i in range(n):
            with c as k, c as m:
                total += k + m
                if i % 1000 == 500:
                    raise ValueError(i)
                if i == n - 1:
                    raise KeyError(i)
                total += 1
    except KeyError as error:
        return total, c.depth, c.left, error.args


print(raising(3000))


def leaving(n):
    c = Depth()
    total = 0
    for i in range(n):
        with c as k:
            if i % 3 == 0:
                continue
            total += k
            if i == n - 2:
                break
    return total, c.depth, c.left


print(leaving(3000))


def returning(c, i):
    with c as k:
        if i % 2:
            return k + i
    return -i


def calls(n):
    c = Depth()
    return sum([returning(c, i) for i in range(n)]), c.depth, c.left


print(calls(3000))


class Failing(Depth):
    def __exit__(self, kind, error, traceback):
        self.left += 1
        if self.left == 2000:
            raise RuntimeError("at the end")


def failing(n):
    c = Failing()
    try:
        for i in range(n):
            with c:
                pass
    except RuntimeError as error:
        return i, str(error)


print(failing(3000))


class Times:
    def __init__(self, k):
        self.k = k

    def __call__(self, x, more=1):
        return x * self.k + more


class Plus(Times):
    def __call__(self, x, more=0):
        return x + self.k + more


def called(n):
    f, g = Times(2), Plus(3)
    total = 0
    for i in range(n):
        total += f(i) + g(i, more=2)
        h = f if i % 2 else g
        total += h(i)
        if i == n // 2:
            Times.__call__ = lambda self, x, more=0: -x
    return total


print(called(2000))


class Guarded:
    def __init__(self):
        self._v = 0
        self.stored = 0

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, x):
        if x < 0:
            raise ValueError(x)
        self.stored += 1
        self._v = x


def updated(n):
    a = Guarded()
    failed = []
    for i in range(n):
        a.v += i & 3
        try:
            if i % 1000 == 999:
                a.v -= 10**9
        except ValueError as error:
            failed.append((i, error.args[0] < 0))
    return a.v, a.stored, failed


print(updated(3000))


class Counted:
    n = 0
    share = 0.5
    text = "a"

    def __init__(self):
        Counted.n += 1
        self.number = Counted.n


class Derived(Counted):
    pass


def counted(n):
    total = 0
    for i in range(n):
        Counted.n += 1
        total += Counted.n
        Counted.share = Counted.share + 0.25
        if i == n // 2:
            Counted.n = 0.5
        if i == n // 2 + 5:
            Derived.n += 1
        total += Derived.n
    return total, Counted.n, Derived.n, Counted.share


print(counted(3000))


def made(n):
    Counted.n = 0
    last = None
    for i in range(n):
        last = Counted()
        type(last).n += 1
        last.__class__.share += 1
    return last.number, Counted.n, Counted.share


print(made(3000))


def replaced(n):
    out = []
    for i in range(n):
        Counted.text = i if i % 1000 else "b"
        if i % 1000 in (0, 1):
            out.append(Counted.text)
    return out


print(replaced(3000))


def deleted(n):
    class Local:
        count = 0

    try:
        for i in range(n):
            Local.count += 1
            if i == n // 2:
                del Local.count
    except AttributeError as error:
        return i, str(error)


print(deleted(3000))


class Told:
    def __init__(self, name, log):
        self.name, self.log = name, log

    def __enter__(self):
        self.log.append(("in", self.name))

    def __exit__(self, *error):
        self.log.append(("out", self.name))

    def __del__(self):
        self.log.append(("freed", self.name))


def freed(n):
    log = []
    for i in range(n):
        with Told(i, log):
            pass
        log.append(i)
        if i > 3:
            del log[:4]
    return log


print(freed(1000))
