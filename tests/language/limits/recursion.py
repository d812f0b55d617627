"""Every kind of deep recursion ends in RecursionError."""
import functools


def plain(n):
    return plain(n + 1)


def ping(n):
    return pong(n)


def pong(n):
    return ping(n)


def through_lambda(f):
    return f(f)


def through_sort(n):
    return sorted([1, 2], key=lambda v: through_sort(n + 1))


def through_comprehension(n):
    return [through_comprehension(v) for v in [n]]


def through_map(n):
    return list(map(through_map, [n]))


def through_default(n=None):
    return [through_default(), 1][0]


def with_finally(n):
    try:
        return with_finally(n + 1)
    finally:
        n += 1


for label, f in (("plain", lambda: plain(0)), ("mutual", lambda: ping(0)), ("lambda", lambda: through_lambda(through_lambda)), ("sort", lambda: through_sort(0)), ("comprehension", lambda: through_comprehension(0)), ("map", lambda: through_map(0)), ("default", through_default), ("finally", lambda: with_finally(0))):
    for _ in range(2):
        try:
            f()
        except RecursionError as problem:
            print(label, str(problem)[:32])


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


reached = depth(1)
print(900 < reached < 1001)
print(depth(1) == reached)


@functools.lru_cache(None)
def cached(n):
    return 0 if n == 0 else 1 + cached(n - 1)


partly = functools.partial(lambda n: 0 if n == 0 else partly(n - 1))
# Two levels each, as in CPython.
print(cached(490), partly(490))
