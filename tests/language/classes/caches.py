"""What nodes remember of shapes and classes must not outlive a change of either."""


class P:
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x


def read(objects):
    return [o.x for o in objects]


def call(objects):
    return [o.get() for o in objects]


ps = [P(i) for i in range(4)]
print(read(ps), call(ps))
ps[1].get = lambda: 'own'
print(call(ps))
del ps[1].get
print(call(ps))
P.get = lambda self: -self.x
print(call(ps))
P.x = property(lambda self: 'property')
print(read(ps), ps[0].__dict__)
del P.x
print(read(ps))
P.__getattr__ = lambda self, name: 'missing ' + name
del ps[2].x
print(read(ps))
P.__getattribute__ = lambda self, name: 'all ' + name
print(read(ps))
del P.__getattribute__
print(read(ps))


class Base:
    def who(self):
        return 'base'


class Mid(Base):
    pass


class Leaf(Mid):
    pass


leaves = [Leaf(), Leaf()]
for step in range(4):
    print([leaf.who() for leaf in leaves])
    if step == 0:
        Mid.who = lambda self: 'mid'
    elif step == 1:
        Base.who = lambda self: 'new base'
    elif step == 2:
        del Mid.who


def store(o, v):
    o.a = v
    o.b = v + 1
    return o


class S:
    pass


class T:
    __slots__ = ('a', 'b')


class U:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 10)


for kind in (S, T, S, U, T, S):
    o = store(kind(), 1)
    print(o.a, o.b)
S.a = property(lambda self: 'p', lambda self, v: print('set', v))
store(S(), 5)
del S.a
print(vars(store(S(), 6)))


class Many:
    def __init__(self, n):
        for i in range(n):
            setattr(self, f'f{i}', i)


m = Many(200)
print(m.f0, m.f199, len(m.__dict__), sum(vars(m).values()))
m.f3 = 'x'
d = m.__dict__
d['new'] = 1
print(m.new, m.f3, d['f3'])
del d['f5']
print(hasattr(m, 'f5'))
m.__dict__ = {'only': 1}
print(m.only, hasattr(m, 'f1'))


class Counter:
    total = 0

    def __init__(self):
        Counter.total += 1
        self.total += 1


for _ in range(3):
    c = Counter()
print(Counter.total, c.total)


class Left:
    name = 'left'

    def show(self):
        return self.name


class Right:
    name = 'right'

    def show(self):
        return self.name.upper()


one = Left()
for _ in range(3):
    print(one.show())
    one.__class__ = Right if type(one) is Left else Left


class Init:
    def __init__(self, v):
        self.v = v


def make(n):
    return [Init(i).v for i in range(n)]


print(make(3))
Init.__init__ = lambda self, v: setattr(self, 'v', v * 2)
print(make(3))
Init.__new__ = staticmethod(lambda cls, v: object.__new__(cls))
print(make(3))
del Init.__init__
try:
    make(1)
except (TypeError, AttributeError) as e:
    print(type(e).__name__)
Vec = type('Vec', (), {'__slots__': ('x', 'y'), '__init__': lambda s, x, y: (setattr(s, 'x', x), setattr(s, 'y', y))[2:] or None})
try:
    Vec(1, 2)
except TypeError as e:
    print(e)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + 'x')


try:
    Deep().a
except RecursionError:
    print('RecursionError')


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

    def __iter__(self):
        node = self
        while node is not None:
            yield node.value
            node = node.next


chain = None
for i in range(50000):
    chain = Node(i, chain)
print(sum(chain))
del chain
total = 0.0
for i in range(20000):
    n = Node(float(i))
    n.next = n
    n.value += 1.5
    total += n.value
print(total)
