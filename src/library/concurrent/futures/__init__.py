"""Calls that are handed to an executor; here each is made when it is handed over, on the one thread there is."""

from types import GenericAlias

__all__ = [
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
    "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor",
]

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


class Error(Exception):
    """Base of the exceptions of this module."""


class CancelledError(Error):
    """The Future was cancelled."""


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """The executor is not usable."""


TimeoutError = TimeoutError


class Future:
    """The outcome of a call."""

    def __init__(self):
        self._state = "PENDING"
        self._result = self._exception = None
        self._callbacks = []

    __class_getitem__ = classmethod(GenericAlias)

    def __repr__(self):
        state = self._state.lower()
        if self._state == "FINISHED":
            outcome = "returned" if self._exception is None else "raised"
            value = self._result if self._exception is None else self._exception
            return f"<{type(self).__name__} at {id(self):#x} state={state} {outcome} {type(value).__name__}>"
        return f"<{type(self).__name__} at {id(self):#x} state={state}>"

    def cancel(self):
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "PENDING":
            self._state = "CANCELLED"
            self._tell()
        return True

    def cancelled(self):
        return self._state == "CANCELLED"

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("CANCELLED", "FINISHED")

    def _check(self, timeout):
        if self._state == "CANCELLED":
            raise CancelledError
        if self._state != "FINISHED":
            if timeout is not None:
                raise TimeoutError
            from _thread import _wait
            _wait("Future.result()", self.done)

    def result(self, timeout=None):
        self._check(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._check(timeout)
        return self._exception

    def add_done_callback(self, fn):
        if self.done():
            fn(self)
        else:
            self._callbacks.append(fn)

    def _tell(self):
        callbacks, self._callbacks = self._callbacks, []
        for fn in callbacks:
            fn(self)

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            return False
        self._state = "RUNNING"
        return True

    def _finish(self, result, exception):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result, self._exception, self._state = result, exception, "FINISHED"
        self._tell()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)


class Executor:
    """Makes calls."""

    _down = False

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if initializer is not None:
            initializer(*initargs)

    def submit(self, fn, /, *args, **kwargs):
        """Make a call; its outcome."""
        if self._down:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        future.set_running_or_notify_cancel()
        try:
            result = fn(*args, **kwargs)
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(result)
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results for all arguments, in order."""
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (future.result() for future in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._down = True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    """Stands for a pool of threads."""


class ProcessPoolExecutor(Executor):
    """Stands for a pool of processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, initializer=initializer, initargs=initargs)


class _Outcomes(tuple):
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self.done!r}, not_done={self.not_done!r})"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Those that are done, and those that are not."""
    fs = set(fs)
    done = {future for future in fs if future.done()}
    return _Outcomes((done, fs - done))


def as_completed(fs, timeout=None):
    """Those that are done, one after another."""
    for future in dict.fromkeys(fs):
        future._check(timeout) if not future.done() else None
        yield future
