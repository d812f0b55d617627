# Coroutines that are run by hand.
def drive(coroutine, log=True):
    """Runs a coroutine to its end, answering each request with its own value."""
    try:
        request = coroutine.send(None)
        while True:
            if log:
                print("  asks", request)
            request = coroutine.send(("answer", request))
    except StopIteration as stop:
        return stop.value

def awaitable(value):
    async def inner():
        return value
    return inner()

async def three():
    a = await awaitable(1)
    b = await awaitable(2)
    return a + b

print(drive(three()))

async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                print("  got", got)
    finally:
        print("  agen done")

async def consume():
    total = []
    async for x in agen(3):
        total.append(x)
    else:
        total.append("else")
    total.append([x * x async for x in agen(3) if x])
    total.append({x: await awaitable(x + 1) async for x in agen(2)})
    total.append({x async for x in agen(2)})
    total.append([await awaitable(x) for x in range(3)])
    g = (x + 10 async for x in agen(2))
    async for y in g:
        total.append(y)
    return total
print(drive(consume()))

async def breaks():
    g = agen(5)
    async for x in g:
        if x == 2:
            break
    await g.aclose()
    g = agen(3)
    print(await g.__anext__(), await g.asend("hello"))
    try:
        await g.athrow(ValueError("thrown"))
    except ValueError as e:
        print("caught", e)
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("ended")
    last = agen(1)
    print(await anext(last), await anext(agen(0), "default"))
    await last.aclose()
drive(breaks())

async def fails():
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in 5:
            pass
    except TypeError as e:
        print(e)
    raise KeyError("out")
try:
    drive(fails())
except KeyError as e:
    print("KeyError", e)

c = three()
print(type(c).__name__, c.__name__, c.cr_running, c.cr_await)
try:
    for x in c:
        pass
except TypeError as e:
    print(e)
try:
    next(c)
except TypeError as e:
    print(e)
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
print(type(agen(1)).__name__)

async def stops():
    raise StopIteration(1)
try:
    drive(stops())
except RuntimeError as e:
    print(e)

async def nested(n):
    return 0 if n == 0 else n + await nested(n - 1)
print(drive(nested(10)))

async def with_return():
    for i in range(3):
        try:
            await awaitable(i)
            if i == 1:
                return "returned"
        finally:
            print("  finally", i)
print(drive(with_return()))
gen = (i async for i in agen(2))
print(type(gen).__name__)
