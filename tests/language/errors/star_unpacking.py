# What is unpacked with a star, and what is caught, must be of the right kind.
def f(*args, **named):
    return args, named

def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)

attempt(lambda: f(*5))
attempt(lambda: f(1, *5))
attempt(lambda: f(*[1], *None))
attempt(lambda: [*1])
attempt(lambda: (*[], *1.5))
attempt(lambda: {**1})
attempt(lambda: f(*"ab", *(1, 2), **{"x": 1}))

def broken():
    yield 1
    raise TypeError("from inside")

attempt(lambda: f(*broken()))
attempt(lambda: [0, *broken()])
text = "äb☃" * 50
print(text[100], text[149], text[63:66], text[-4:], text[::49], len(text))
shared = {"x"}
print(next(iter("xyz")) in shared, "".join(reversed(text[:4])))
try:
    raise KeyError("k")
except 5:
    pass
