# Defaults can be replaced, also while calls are compiled; code objects say what they are of.
def f(a, b=2, *, c=3):
    return a, b, c


print(f.__defaults__, f.__kwdefaults__, f(1))
f.__defaults__ = (10, 20)
print(f(), f(1), f(1, 2))
f.__kwdefaults__ = {"c": 30}
print(f(), f(c=1), f.__kwdefaults__)
f.__defaults__ = None
f.__kwdefaults__ = None
for call in (lambda: f(), lambda: f(1), lambda: f(1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)
f.__defaults__ = (7,)
del f.__kwdefaults__
print(f(1, c=2), f.__kwdefaults__)
for name, value in (("__defaults__", [1]), ("__kwdefaults__", 3), ("__name__", 1), ("__qualname__", None), ("__dict__", 2)):
    try:
        setattr(f, name, value)
    except TypeError as error:
        print(error)


def add(x, step=1):
    return x + step


class Counter:
    def up(self, n, step=1):
        return n + step


def loop(count):
    total = 0
    counter = Counter()
    for i in range(count):
        total = add(total)
        total = counter.up(total)
        if i == 3000:
            add.__defaults__ = (2,)
            Counter.up.__defaults__ = (5,)
    return total


print(loop(5000))
f.__dict__ = {"mark": 1}
print(f.mark, f.__dict__, type(f.__builtins__), f.__builtins__["len"] is len)


def g(x, y, *args, power=1, **kwargs):
    """Says something."""
    z = x * y
    print("text", 256, None, (2, 4), z)

    def inner():
        return z

    return inner() ** power


code = g.__code__
print(code.co_name, code.co_qualname, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount)
print(code.co_varnames, code.co_cellvars, code.co_freevars, code.co_nlocals, code.co_names, code.co_flags)
print(code.co_consts[0], 256 in code.co_consts, (2, 4) in code.co_consts, code.co_firstlineno)
print((lambda: 1).__code__.co_flags, loop.__code__.co_flags, (lambda *a, **k: 0).__code__.co_flags)


def outer():
    v = 1

    def reads():
        return v

    def plain():
        return 2

    return reads.__code__.co_freevars, reads.__code__.co_flags, plain.__code__.co_flags


print(outer(), outer.__code__.co_cellvars, outer.__code__.co_varnames)
