"""Coroutines that a loop runs, and ways to wait for several."""

import contextvars
import inspect
import itertools
import types

from .exceptions import CancelledError
from .futures import PENDING, Future, isfuture
from .loop import get_event_loop, get_running_loop

__all__ = [
    "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Task", "TaskGroup", "all_tasks", "as_completed",
    "create_task", "current_task", "ensure_future", "gather", "iscoroutine", "iscoroutinefunction",
    "run_coroutine_threadsafe", "shield", "sleep", "to_thread", "wait", "wait_for",
]

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"

_numbers = itertools.count(1)
_tasks = {}
_active = {}


def iscoroutine(obj):
    from collections.abc import Coroutine
    return isinstance(obj, (types.CoroutineType, Coroutine))


def iscoroutinefunction(func):
    return inspect.iscoroutinefunction(func) or getattr(func, "_is_coroutine", None) is coroutines._is_coroutine


class coroutines:
    """What `asyncio.coroutines` has."""

    iscoroutine = staticmethod(iscoroutine)
    iscoroutinefunction = staticmethod(iscoroutinefunction)
    # What marks other objects as such functions.
    _is_coroutine = object()


class Task(Future):
    """A coroutine that runs in turns; each turn ends where it awaits something."""

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._name = f"Task-{next(_numbers)}" if name is None else str(name)
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        self._waiting_for = None
        self._must_cancel = False
        self._requests = 0
        self._loop.call_soon(self._step, context=self._context)
        _tasks[id(self)] = self

    def __repr__(self):
        words = [self._state.lower(), f"name={self._name!r}", f"coro=<{self._coro.__qualname__}()>"]
        if self.done() and not self.cancelled():
            words.append(f"result={self._result!r}" if self._exception is None else f"exception={self._exception!r}")
        return f"<{type(self).__name__} {' '.join(words)}>"

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_stack(self, *, limit=None):
        return []

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        self._told = True
        if self.done():
            return False
        self._requests += 1
        self._message = msg
        if self._waiting_for is not None and self._waiting_for.cancel(msg=msg):
            return True
        self._must_cancel = True
        return True

    def cancelling(self):
        return self._requests

    def uncancel(self):
        self._requests = max(self._requests - 1, 0)
        return self._requests

    def _end(self):
        _tasks.pop(id(self), None)

    def _step(self, error=None):
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._waiting_for = None
        before = _active.get(self._loop)
        _active[self._loop] = self
        try:
            awaited = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            self._end()
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._message)
            else:
                super().set_result(stop.value)
        except CancelledError:
            self._end()
            super().cancel(msg=self._message)
        except (KeyboardInterrupt, SystemExit) as problem:
            self._end()
            super().set_exception(problem)
            raise
        except BaseException as problem:
            self._end()
            super().set_exception(problem)
        else:
            self._wait(awaited)
        finally:
            if before is None:
                _active.pop(self._loop, None)
            else:
                _active[self._loop] = before

    def _wait(self, awaited):
        if awaited is None:
            self._loop.call_soon(self._step, context=self._context)
        elif not isfuture(awaited):
            error = RuntimeError(f"Task got bad yield: {awaited!r}")
            self._loop.call_soon(self._step, error, context=self._context)
        elif awaited is self:
            error = RuntimeError(f"Task cannot await on itself: {self!r}")
            self._loop.call_soon(self._step, error, context=self._context)
        else:
            awaited._asyncio_future_blocking = False
            awaited.add_done_callback(self._wake, context=self._context)
            self._waiting_for = awaited
            if self._must_cancel and awaited.cancel(msg=self._message):
                self._must_cancel = False

    def _wake(self, future):
        # Whatever the future ended with, it hands out itself where it is awaited.
        self._step()


def current_task(loop=None):
    return _active.get(get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    loop = get_running_loop() if loop is None else loop
    return {task for task in _tasks.values() if task._loop is loop and not task.done()}


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name, context=context)


def ensure_future(awaitable, *, loop=None):
    """The future that an awaitable is, or the task that runs it."""
    if isfuture(awaitable):
        return awaitable
    if not iscoroutine(awaitable):
        if not inspect.isawaitable(awaitable):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        awaitable = _await(awaitable)
    return (get_event_loop() if loop is None else loop).create_task(awaitable)


async def _await(awaitable):
    return await awaitable


@types.coroutine
def _pause():
    yield


async def sleep(delay, result=None):
    """Let others run for a time."""
    if delay <= 0:
        await _pause()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


async def to_thread(func, /, *args, **kwargs):
    """Call a function; there are no threads, so everything else waits."""
    await _pause()
    return contextvars.copy_context().run(func, *args, **kwargs)


def run_coroutine_threadsafe(coro, loop):
    return ensure_future(coro, loop=loop)


class _Gathering(Future):
    """What `gather` gives: cancelling it cancels what it waits for."""

    def __init__(self, children, loop):
        super().__init__(loop=loop)
        self._children = children
        self._asked = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = [child.cancel(msg=msg) for child in self._children]
        if any(cancelled):
            self._asked = True
        return any(cancelled)


def gather(*coros_or_futures, return_exceptions=False):
    """All results in order, once the last is there."""
    if not coros_or_futures:
        outer = get_event_loop().create_future()
        outer.set_result([])
        return outer
    known = {}
    for each in coros_or_futures:
        if id(each) not in known:
            known[id(each)] = ensure_future(each)
    order = [known[id(each)] for each in coros_or_futures]
    children = list(known.values())
    outer = _Gathering(children, children[0].get_loop())
    left = len(children)

    def done(child):
        nonlocal left
        left -= 1
        if outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._cancelled_error())
                return
            if child.exception() is not None:
                outer.set_exception(child.exception())
                return
        if left:
            return
        results = []
        for each in order:
            if each.cancelled():
                results.append(each._cancelled_error())
            else:
                error = each.exception()
                results.append(each.result() if error is None else error)
        if outer._asked:
            outer.set_exception(outer._cancelled_error())
        else:
            outer.set_result(results)

    for child in children:
        child.add_done_callback(done)
    return outer


def shield(arg):
    """A future that can be cancelled without that of `arg`."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    inner.add_done_callback(done)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Two sets: those of the tasks that are done, and those that are not."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    fs = list(dict.fromkeys(fs))
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    if any(iscoroutine(each) for each in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    waiter = loop.create_future()

    def enough():
        pending = [each for each in fs if not each.done()]
        failed = any(each.done() and not each.cancelled() and each._exception is not None for each in fs)
        return not pending or (
            return_when == FIRST_COMPLETED and len(pending) < len(fs) or return_when == FIRST_EXCEPTION and failed)

    def done(_):
        if not waiter.done() and enough():
            waiter.set_result(None)

    if not enough():
        timer = None if timeout is None else loop.call_later(timeout, _set_unless_done, waiter, None)
        for each in fs:
            each.add_done_callback(done)
        try:
            await waiter
        finally:
            if timer is not None:
                timer.cancel()
            for each in fs:
                each.remove_done_callback(done)
    return {each for each in fs if each.done()}, {each for each in fs if not each.done()}


async def wait_for(fut, timeout):
    """The result of an awaitable, which is cancelled if it takes too long."""
    if timeout is None:
        return await fut
    fut = ensure_future(fut)
    if timeout <= 0 and not fut.done():
        fut.cancel()
        try:
            await fut
        except CancelledError as error:
            raise TimeoutError from error
        return fut.result()
    loop = get_running_loop()
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _set_unless_done, waiter, None)

    def done(_):
        _set_unless_done(waiter, None)

    fut.add_done_callback(done)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.cancel()
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(done)
        fut.cancel()
        try:
            return await fut
        except CancelledError as error:
            raise TimeoutError from error
    finally:
        timer.cancel()


def as_completed(fs, *, timeout=None):
    """Awaitables that give the results in the order in which they come."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    from .queues import Queue
    loop = get_event_loop()
    left = {ensure_future(each, loop=loop) for each in dict.fromkeys(fs)}
    finished = Queue()
    timer = None

    def done(future):
        if future in left:
            left.discard(future)
            finished.put_nowait(future)
            if not left and timer is not None:
                timer.cancel()

    def late():
        for future in left:
            future.remove_done_callback(done)
            finished.put_nowait(None)
        left.clear()

    async def one():
        future = await finished.get()
        if future is None:
            raise TimeoutError
        return future.result()

    count = len(left)
    for future in list(left):
        future.add_done_callback(done)
    if left and timeout is not None:
        timer = loop.call_later(timeout, late)
    for _ in range(count):
        yield one()


class TaskGroup:
    """Tasks that end together: if one fails, the others are cancelled."""

    def __init__(self):
        self._entered = self._exiting = self._aborting = False
        self._parent = None
        self._parent_cancelled = False
        self._group = set()
        self._errors = []
        self._waiter = None

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has been already entered")
        self._entered = True
        self._parent = current_task()
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        return self

    async def __aexit__(self, kind, error, tb):
        self._exiting = True
        cancelled = error if kind is not None and issubclass(kind, CancelledError) else None
        if self._parent_cancelled and self._parent.uncancel() == 0:
            cancelled = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._group:
            self._waiter = get_running_loop().create_future()
            try:
                await self._waiter
            except CancelledError as problem:
                if not self._aborting:
                    cancelled = problem
                    self._abort()
            self._waiter = None
        if kind is not None and issubclass(kind, (SystemExit, KeyboardInterrupt)):
            raise error
        if cancelled is not None and not self._errors:
            raise cancelled
        if kind is not None and not issubclass(kind, CancelledError):
            self._errors.append(error)
        if self._errors:
            errors, self._errors = self._errors, []
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors) from None

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._group:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        task = get_running_loop().create_task(coro, name=name, context=context)
        task.add_done_callback(self._done)
        self._group.add(task)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._group:
            if not task.done():
                task.cancel()

    def _done(self, task):
        self._group.discard(task)
        if self._waiter is not None and not self._group and not self._waiter.done():
            self._waiter.set_result(True)
        if task.cancelled() or task.exception() is None:
            return
        self._errors.append(task.exception())
        if not self._aborting and not self._parent_cancelled:
            self._abort()
            if not self._exiting:
                self._parent_cancelled = True
                self._parent.cancel()
