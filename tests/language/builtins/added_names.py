import builtins


def use():
    return added + len([1, 2])


builtins.added = 40
print(use(), added)
builtins.len = lambda value: 60
print(use())
del builtins.added
try:
    use()
except NameError as error:
    print(error)
print(type(...)() is ..., type(NotImplemented)() is NotImplemented)
print(list(map(lambda x: next(iter(())) if x == 2 else x, [1, 2, 3])))
print(list(filter(lambda x: next(iter(())) if x == 2 else x, [1, 2, 3])))


def stop(x):
    if x == 2:
        raise StopIteration(444)
    return x


def through():
    print((yield from map(stop, [1, 2, 3])))


print(list(through()))
print(super(list).__self_class__)
