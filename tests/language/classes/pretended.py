"""Instances that say that they are of another class."""
def t():
    class Proxy:
        def __init__(self, inner):
            self.__inner = inner
        def __getattribute__(self, name):
            if name.startswith('_Proxy__'):
                return object.__getattribute__(self, name)
            return getattr(self.__inner, name)
    print(isinstance(Proxy([1]), list), isinstance(Proxy(3), (str, int)))
t()
for _ in range(5): t()
print(1)
for _ in range(4):
    class Proxy:
        def __getattribute__(self, name):
            if name == '__class__': return int
            return object.__getattribute__(self, name)
    p = Proxy()
    print(isinstance(p, int), isinstance(p, (str, int)))
    class Q:
        __class__ = int
    print(isinstance(Q(), int), issubclass(Q, int))


class Asked:
    def __init__(self):
        self.asked = 0

    def __getattribute__(self, name):
        if name == '__class__':
            object.__setattr__(self, 'asked', object.__getattribute__(self, 'asked') + 1)
            return str
        return object.__getattribute__(self, name)


def count(n):
    thing, found = Asked(), 0
    for i in range(n):
        found += isinstance(thing, str)
        if i % 3:
            found += thing.__class__ is str
    return found, thing.asked


print(count(5), count(2000))
