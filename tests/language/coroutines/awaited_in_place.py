"""Calls that are awaited at once: coroutines run in place, and become objects only where they wait.

Nothing here looks at activations: where somebody does, every coroutine is an object from its start."""
import types
import warnings


@types.coroutine
def pause(what):
    return (yield what)


def drive(coroutine, answers=()):
    """Runs a coroutine; what it waits for and what it returns."""
    answers = list(answers)
    waited = []
    sent = None
    while True:
        try:
            waited.append(coroutine.send(sent))
        except StopIteration as stop:
            return waited, stop.value
        sent = answers.pop(0) if answers else len(waited)


async def fib(n):
    if n <= 1:
        return n
    return await fib(n - 1) + await fib(n - 2)


print(drive(fib(12)))


async def waits(n):
    if n == 0:
        return await pause("bottom")
    got = await waits(n - 1)
    again = await pause(n)
    return [n, got, again]


print(drive(waits(4), "abcdefgh"))


# Methods, defaults, rest parameters, closures.
class Account:
    def __init__(self):
        self.total = 0

    async def add(self, amount=5, *more):
        self.total += amount
        for extra in more:
            self.total += await pause(extra)
        return self.total

    async def twice(self, amount):
        return await self.add(amount), await self.add(), await self.add(1, 2, 3)


print(drive(Account().twice(10)))


def maker(base):
    async def inner(x):
        nonlocal base
        base += x
        return base

    async def outer(n):
        out = []
        for i in range(n):
            out.append(await inner(i))
        return out

    return outer


print(drive(maker(100)(5)))


# Exceptions pass with their places; what cleans up runs.
async def fails(n):
    try:
        if n == 0:
            raise ValueError("at the bottom")
        await fails(n - 1)
    finally:
        order.append(n)


async def catches():
    try:
        await fails(3)
    except ValueError as error:
        trace = error.__traceback__
        lines = []
        while trace:
            lines.append(trace.tb_lineno)
            trace = trace.tb_next
        return lines


order = []
print(drive(catches()), order)


async def stops():
    raise StopIteration(3)


async def sees_stop():
    try:
        await stops()
    except RuntimeError as error:
        return repr(error), repr(error.__cause__)


print(drive(sees_stop()))


async def wrong():
    results = []
    for call in (lambda: fib(), lambda: fib(1, 2), lambda: 3, lambda: None):
        try:
            results.append(await call())
        except TypeError as error:
            results.append(str(error))
    try:
        await fib()
    except TypeError as error:
        results.append(str(error))
    try:
        await len("abc")
    except TypeError as error:
        results.append(str(error))
    return results


print(drive(wrong()))


# The same place calls functions of several kinds.
class Answer:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got, self.value


async def plain(x):
    return x


async def many():
    out = []
    for function in (plain, Answer, plain, pause, Answer, plain, waits, plain):
        out.append(await function(2))
    return out


print(drive(many()))


# Thrown into and closed where a chain of them waits.
async def guarded(n):
    try:
        if n == 0:
            return await pause("wait")
        return await guarded(n - 1)
    except KeyError as error:
        return "caught", n, error.args
    finally:
        order.append(("finally", n))


order = []
chain = guarded(3)
print(chain.send(None), chain.cr_running, type(chain.cr_await).__name__)
try:
    chain.throw(KeyError("thrown"))
except StopIteration as stop:
    print(stop.value)
print(order)

order = []
chain = guarded(2)
chain.send(None)
chain.close()
print(order, chain.cr_await)

chain = guarded(1)
chain.send(None)
inner = chain.cr_await
print(inner.cr_code.co_name, inner.cr_frame.f_lineno - inner.cr_code.co_firstlineno)
order = []
try:
    inner.throw(KeyError(1))
except StopIteration as stop:
    print(stop.value)
try:
    chain.send(None)
except StopIteration as stop:
    print(stop.value)
except RuntimeError as error:
    print(error)
print(order)


# Managers and iterators.
class Manager:
    async def __aenter__(self):
        await pause("enter")
        return self

    async def __aexit__(self, *what):
        order.append(what[0])
        return await self.swallows(what[0])

    async def swallows(self, kind):
        return kind is KeyError


async def managed():
    async with Manager() as manager:
        await pause("body")
        raise KeyError
    async with Manager():
        order.append(await manager.swallows(KeyError))
    return "done"


order = []
print(drive(managed()), order)


async def numbers(n):
    for i in range(n):
        yield await plain(i * i)
        await pause(i)


async def gather():
    return [(x, await plain(-x)) async for x in numbers(4) if await plain(x % 2 == 0)]


print(drive(gather()))


# Hot loops of them, where the sum stays an int, becomes a float, and where one waits after long.
async def step(x, i):
    if i == 3000:
        return await pause(x)
    return x + i


async def long(x, n):
    for i in range(n):
        x = await step(x, i)
    return x


print(drive(long(0, 5000), [0.5]))
print(drive(long(0.25, 2000)))


async def while_loop(n):
    total = 0
    while await plain(n) > 0:
        n -= await plain(1)
        total += await plain(n) * await plain(2)
        if n % 500 == 0:
            total += await pause(n)
    return total


print(drive(while_loop(2000)))


# Depth ends in an exception, and all is well afterwards.
async def deep(n):
    return await deep(n + 1)


try:
    drive(deep(0))
except RecursionError as error:
    print(type(error).__name__, error)
print(drive(fib(10)))


# What is made and not awaited says so; what is awaited at once does not.
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")

    async def forgets():
        plain(1)
        return await plain(2)

    print(drive(forgets()))
print([str(one.message) for one in told])


async def unbound():
    if False:
        value = 1
    try:
        return await plain(value)
    except UnboundLocalError as error:
        return str(error)


print(drive(unbound()))


async def captured():
    async def inner():
        return value

    value = await plain(7)
    value = (await inner()) + value
    return await inner()


print(drive(captured()))
