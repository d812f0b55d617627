"""Awaited calls of a program that looks at activations."""
import gc
import sys
import types


@types.coroutine
def pause(what):
    return (yield what)


def drive(coroutine):
    waited = []
    while True:
        try:
            waited.append(coroutine.send(None))
        except StopIteration as stop:
            return waited, stop.value


async def fails(n):
    if n == 0:
        await pause("wait")
        raise ValueError("at the bottom")
    await fails(n - 1)


async def catches():
    try:
        await fails(3)
    except ValueError as error:
        trace = error.__traceback__
        lines = []
        while trace:
            lines.append((trace.tb_frame.f_code.co_name, trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno))
            trace = trace.tb_next
        return lines


print(drive(catches()))


def frames():
    names = []
    frame = sys._getframe()
    while frame:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names[1:-1]


async def shows():
    return frames()


async def asks():
    return await shows()


print(drive(asks()))


# Several objects that show one activation count what it holds once.
def many():
    return [sys._getframe() for _ in range(9)]


def holds():
    kept = many()
    again = many()
    gc.collect()
    return len(kept), len(again), sorted(kept[0].f_back.f_locals)


print(holds())
