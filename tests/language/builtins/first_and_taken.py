# `next` of a generator expression, `filter`, and what raises in them
import traceback, sys
xs = [3, 8, 1, 9]
print(next(x for x in xs if x > 5), next((x for x in xs if x > 50), None), next((x for x in xs), "d"))
print(next((x, y) for x in xs for y in range(x) if x * y == 56), next((y for x in xs for y in range(3) if y == 7), -1))
print(list(filter(lambda x: x % 2, xs)), sum(filter(lambda x: x > 3, xs)), max(filter(None, xs), key=lambda x: -x))
none = None
print(list(filter(none, [0, 1, "", "a"])), tuple(filter(str.isalpha, "a1b")), sorted(set(filter(lambda c: c > "a", "abc"))))
print(sorted(filter(lambda x: x != 8, xs), key=lambda x: -x), any(filter(lambda x: x > 8, xs)), "".join(filter(str.isdigit, "a1b2")))
def find(n):
    total = 0
    for i in range(n):
        total += next(x for x in xs if x > i % 9 - 1)
        total += next((x for x in xs if x == i), 100)
        total += sum(filter(lambda x: x > i % 5, xs))
    return total
print(find(2000))
def first_missing():
    yield 1
    yield next(x for x in xs if x > 99)
try:
    list(first_missing())
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))
def stops():
    raise StopIteration(5)
class B:
    def __bool__(self):
        print("asked")
        return True
print(len(list(filter(lambda x: B(), [1, 2]))))
it = iter([1, 2, 3, 4, 5])
print(next(x for x in it if x == 2), list(it))
for bad in (lambda: next(x for x in xs if x > 99), lambda: next(x / 0 for x in xs), lambda: next(stops() for x in xs),
            lambda: next((x for x in 5), None), lambda: list(filter(lambda x: x / 0, xs)), lambda: list(filter(5, xs)),
            lambda: sum(filter(lambda x: x, 5)), lambda: next((x for x in []), missing), lambda: next((x for x in xs), *[1, 2])):
    try:
        print(bad())
    except Exception:
        print(traceback.format_exc().replace(__file__, "here"), end="")
class D:
    n = next(x for x in [4, 5] if x > 4)
    some = list(filter(lambda v: v > 1, [1, 2]))
print(D.n, D.some)


def stop(x):
    if x == 3:
        raise StopIteration
    return x


print(list(map(stop, [1, 2, 3, 4])), sum(filter(stop, [1, 2, 3, 4])), sorted(map(lambda x: stop(x), [2, 1, 3, 0])))
try:
    print(max([1, 3], key=stop))
except StopIteration as e:
    print(repr(e))


def stopped(n):
    total = 0
    for i in range(n):
        total += sum(map(stop, range(i % 6)))
    return total


print(stopped(500))
