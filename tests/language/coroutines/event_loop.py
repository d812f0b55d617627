import asyncio
async def f(n):
    await asyncio.sleep(0.05*n); print('f',n); return n*2
async def main():
    r = await asyncio.gather(f(3),f(1),f(2)); print(r)
    t = asyncio.create_task(f(1)); print(await t, t.done())
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError: print('timeout')
    q = asyncio.Queue()
    async def prod():
        for i in range(5): await q.put(i); await asyncio.sleep(0)
        await q.put(None)
    async def cons():
        while (x:=await q.get()) is not None: print('got',x)
    await asyncio.gather(prod(),cons())
    lock=asyncio.Lock()
    async def w(i):
        async with lock:
            print('in',i); await asyncio.sleep(0); print('out',i)
    await asyncio.gather(*(w(i) for i in range(3)))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(f(1)); 
            async def bad(): raise ValueError('x')
            tg.create_task(bad())
    except* ValueError as e: print('eg', e.exceptions)
    async def agen():
        for i in range(3): yield i; await asyncio.sleep(0)
    print([x async for x in agen()])
    t=asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled', t.cancelled())
    done,pend=await asyncio.wait([asyncio.create_task(f(i)) for i in range(3)]); print(len(done),len(pend))
    for c in asyncio.as_completed([f(2),f(1)]): print(await c)
    async with asyncio.timeout(1): await asyncio.sleep(0)
    sem=asyncio.Semaphore(2)
    async def s(i):
        async with sem: print('s',i); await asyncio.sleep(0.001)
    await asyncio.gather(*map(s,range(4)))
    ev=asyncio.Event()
    async def wt(): await ev.wait(); print('event')
    t=asyncio.create_task(wt()); await asyncio.sleep(0); ev.set(); await t
    print(await asyncio.to_thread(pow,2,3))
    cond=asyncio.Condition()
    async def c1():
        async with cond: await cond.wait(); print('notified')
    t=asyncio.create_task(c1()); await asyncio.sleep(0)
    async with cond: cond.notify_all()
    await t
    r=await asyncio.gather(f(0), bad2(), return_exceptions=True); print(r)
    print(asyncio.current_task().get_name())
    return 5
async def bad2(): raise KeyError(1)
print(asyncio.run(main()))
loop=asyncio.new_event_loop(); print(loop.run_until_complete(f(1))); loop.close()
try: asyncio.run(bad2())
except KeyError as e: print(repr(e))
