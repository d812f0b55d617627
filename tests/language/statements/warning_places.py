"""Warnings are told with the line of whoever is meant, once their statement has ended or come so far."""
import warnings

warnings.warn("one")


def inner():
    warnings.warn("inside", stacklevel=2)
    print("in inner")


for i in range(3):
    inner()


def returned():
    return warnings.warn("returned", DeprecationWarning)


returned()
if warnings.warn("condition") is None:
    print("body")
print(warnings.warn("argument"))
while warnings.warn("loop"):
    pass

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    warnings.warn("recorded")
    inner()
    print([(str(each.message), each.lineno, each.category.__name__) for each in seen])

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("bad", RuntimeWarning)
    except RuntimeWarning as error:
        print("caught", error)
    try:
        inner()
    except UserWarning as error:
        print("caught", error)

warnings.warn("far", stacklevel=9)


async def never():
    pass


never()


class Body:
    warnings.warn("class body")


print([warnings.warn("comprehension") for each in range(2)])
(lambda: warnings.warn("lambda"))()


def generator():
    warnings.warn("in a generator")
    yield 1
    warnings.warn("after a yield")


print(list(generator()))


def fails(x):
    warnings.warn("before it fails", stacklevel=2)
    return x + 1


try:
    fails("x")
except TypeError as error:
    print(error)


def often(n):
    for each in range(n):
        warnings.warn("often")
    return n


print(often(200), often(50))
warnings.filterwarnings("error", message="strict")
warnings.warn("strict")
