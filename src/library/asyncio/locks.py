"""Things that tasks wait for."""

from collections import deque

from .exceptions import BrokenBarrierError, CancelledError
from .loop import get_running_loop

__all__ = ["Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "Semaphore"]


class _Waiting:
    """Those who wait, in order."""

    def __init__(self):
        self._waiters = deque()

    async def _wait(self):
        future = get_running_loop().create_future()
        self._waiters.append(future)
        try:
            await future
        finally:
            self._waiters.remove(future)

    def _wake(self, count=1):
        for future in self._waiters:
            if count <= 0:
                return
            if not future.done():
                future.set_result(True)
                count -= 1


class _Held:
    """`async with` for what is acquired and released."""

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, *_):
        self.release()


class Lock(_Held, _Waiting):
    def __init__(self):
        super().__init__()
        self._locked = False

    def __repr__(self):
        waiters = f", waiters:{len(self._waiters)}" if self._waiters else ""
        return f"<{object.__repr__(self)[1:-1]} [{'locked' if self._locked else 'unlocked'}{waiters}]>"

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and all(each.cancelled() for each in self._waiters):
            self._locked = True
            return True
        try:
            await self._wait()
        except CancelledError:
            if not self._locked:
                self._wake()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake()


class Event(_Waiting):
    def __init__(self):
        super().__init__()
        self._value = False

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            self._wake(len(self._waiters))

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await self._wait()
        return True


class Condition(_Held, _Waiting):
    def __init__(self, lock=None):
        super().__init__()
        self._lock = Lock() if lock is None else lock
        self.locked, self.acquire, self.release = self._lock.locked, self._lock.acquire, self._lock.release

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await self._wait()
            return True
        finally:
            await self.acquire()

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._wake(n)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Held, _Waiting):
    def __init__(self, value=1):
        super().__init__()
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value

    def locked(self):
        return self._value == 0 or any(not each.cancelled() for each in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        try:
            await self._wait()
        except CancelledError:
            if self._value > 0:
                self._wake()
            raise
        self._value -= 1
        return True

    def release(self):
        self._value += 1
        self._wake()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Barrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._condition = Condition()
        self._count = self._round = 0
        self._broken = False

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *_):
        pass

    async def wait(self):
        async with self._condition:
            if self._broken:
                raise BrokenBarrierError("Barrier aborted")
            place, current = self._count, self._round
            self._count += 1
            if self._count == self._parties:
                self._count, self._round = 0, self._round + 1
                self._condition.notify_all()
            else:
                await self._condition.wait_for(lambda: self._round != current or self._broken)
                if self._broken:
                    raise BrokenBarrierError("Abort or reset of barrier")
            return place

    async def reset(self):
        async with self._condition:
            self._count = 0
            self._broken = False

    async def abort(self):
        async with self._condition:
            self._broken = True
            self._condition.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count

    @property
    def broken(self):
        return self._broken
