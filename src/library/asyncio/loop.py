"""The loop: what is to be called now, and what later."""

import contextvars
import heapq
import itertools
import sys
import time
from collections import deque

from .futures import Future

__all__ = [
    "AbstractEventLoop", "AbstractEventLoopPolicy", "DefaultEventLoopPolicy", "Handle", "Runner", "TimerHandle",
    "get_event_loop", "get_event_loop_policy", "get_running_loop", "new_event_loop", "run", "set_event_loop",
    "set_event_loop_policy",
]

_running = None
_current = None
_current_was_set = False


class Handle:
    """A call that has not been made yet."""

    def __init__(self, callback, args, loop, context=None):
        self._callback, self._args, self._loop = callback, args, loop
        self._context = contextvars.copy_context() if context is None else context
        self._cancelled = False

    def cancel(self):
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                "message": f"Exception in callback {self._callback!r}", "exception": error, "handle": self})


class TimerHandle(Handle):
    """A call that is made at a time."""

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when

    def when(self):
        return self._when


class AbstractEventLoop:
    """Calls what is due, until it is told to stop."""

    def __init__(self):
        self._ready = deque()
        self._timers = []
        self._numbers = itertools.count()
        self._stopping = self._closed = False
        self._handler = None
        self._debug = False
        self._factory = None
        self._generators = []

    def __repr__(self):
        return f"<{type(self).__name__} running={self.is_running()} closed={self._closed} debug={self._debug}>"

    def time(self):
        return time.monotonic()

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def is_running(self):
        return _running is self

    def is_closed(self):
        return self._closed

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    def _check_open(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def call_soon(self, callback, *args, context=None):
        self._check_open()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_open()
        handle = TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._timers, (when, next(self._numbers), handle))
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        from .tasks import Task
        self._check_open()
        if self._factory is not None:
            return self._factory(self, coro)
        return Task(coro, loop=self, name=name, context=context)

    def set_task_factory(self, factory):
        self._factory = factory

    def get_task_factory(self):
        return self._factory

    def run_in_executor(self, executor, func, *args):
        made = Future(loop=self)
        try:
            made.set_result(func(*args))
        except Exception as error:
            made.set_exception(error)
        return made

    def set_default_executor(self, executor):
        pass

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        pass

    def set_exception_handler(self, handler):
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def default_exception_handler(self, context):
        from traceback import print_exception
        print(context.get("message", "Unhandled exception in event loop"), file=sys.stderr)
        for key in sorted(context):
            if key not in ("message", "exception"):
                print(f"{key}: {context[key]!r}", file=sys.stderr)
        if context.get("exception") is not None:
            print_exception(context["exception"])

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            self._handler(self, context)

    def run_forever(self):
        global _running
        self._check_open()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _running is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        _running = self
        try:
            while True:
                self._turn()
                if self._stopping:
                    return
        finally:
            self._stopping = False
            _running = None

    def _turn(self):
        now = self.time()
        timers, ready = self._timers, self._ready
        while timers and timers[0][2]._cancelled:
            heapq.heappop(timers)
        if not ready and not self._stopping:
            if not timers:
                raise RuntimeError("all tasks wait for each other: nothing in this event loop can ever go on")
            if timers[0][0] > now:
                time.sleep(timers[0][0] - now)
                now = max(self.time(), timers[0][0])
        while timers and timers[0][0] <= now:
            handle = heapq.heappop(timers)[2]
            if not handle._cancelled:
                ready.append(handle)
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()

    def run_until_complete(self, future):
        from .tasks import ensure_future
        self._check_open()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _running is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        future = ensure_future(future, loop=self)

        def stop(_):
            self.stop()

        future.add_done_callback(stop)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(stop)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()


class AbstractEventLoopPolicy:
    """Which loop is the current one."""

    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


DefaultEventLoopPolicy = AbstractEventLoopPolicy
_policy = AbstractEventLoopPolicy()


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    global _policy
    _policy = policy or AbstractEventLoopPolicy()


def get_running_loop():
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def get_event_loop():
    global _current, _current_was_set
    if _running is not None:
        return _running
    if _current is None:
        if _current_was_set:
            raise RuntimeError("There is no current event loop in thread 'MainThread'.")
        _current, _current_was_set = new_event_loop(), True
    return _current


def set_event_loop(loop):
    global _current, _current_was_set
    _current, _current_was_set = loop, True


def new_event_loop():
    return _UnixSelectorEventLoop()


class _UnixSelectorEventLoop(AbstractEventLoop):
    """The loop that scripts get; it is named as CPython's is."""


class Runner:
    """A loop of its own for several calls of coroutines."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._make = loop_factory or new_event_loop
        self._debug = debug
        self._loop = None
        self._closed = False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *_):
        self.close()

    def get_loop(self):
        if self._closed:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            self._loop = self._make()
            set_event_loop(self._loop)
            if self._debug is not None:
                self._loop.set_debug(self._debug)
        return self._loop

    def run(self, coro, *, context=None):
        from .tasks import iscoroutine
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _running is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self.get_loop()
        return loop.run_until_complete(loop.create_task(coro, context=context))

    def close(self):
        if self._closed:
            return
        self._closed = True
        if self._loop is not None:
            try:
                self._cancel_all()
            finally:
                set_event_loop(None)
                self._loop.close()

    def _cancel_all(self):
        from .tasks import all_tasks, gather
        left = all_tasks(self._loop)
        for task in left:
            task.cancel()
        if left:
            self._loop.run_until_complete(gather(*left, return_exceptions=True))
        for task in left:
            if not task.cancelled() and task.exception() is not None:
                self._loop.call_exception_handler({
                    "message": "unhandled exception during asyncio.run() shutdown",
                    "exception": task.exception(), "task": task})


def run(main, *, debug=None):
    """Run a coroutine and all that it starts; its result."""
    if _running is not None:
        main.close()
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug) as runner:
        return runner.run(main)
