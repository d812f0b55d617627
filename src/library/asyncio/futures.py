"""Results that are not there yet."""

from types import GenericAlias

from .exceptions import CancelledError, InvalidStateError

__all__ = ["Future", "isfuture", "wrap_future"]

PENDING, CANCELLED, FINISHED = "PENDING", "CANCELLED", "FINISHED"


def isfuture(obj):
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


class Future:
    """A result that somebody sets later; whoever awaits it goes on then."""

    _state = PENDING
    _asyncio_future_blocking = False

    def __init__(self, *, loop=None):
        if loop is None:
            from .loop import get_event_loop
            loop = get_event_loop()
        self._loop = loop
        self._result = None
        self._exception = None
        self._message = None
        self._callbacks = []
        self._told = True

    __class_getitem__ = classmethod(GenericAlias)

    def __repr__(self):
        words = [self._state.lower()]
        if self._state == FINISHED:
            words.append(f"result={self._result!r}" if self._exception is None else f"exception={self._exception!r}")
        return f"<{type(self).__name__} {' '.join(words)}>"

    def __del__(self):
        if not self._told:
            self._loop.call_exception_handler({
                "message": f"{type(self).__name__} exception was never retrieved",
                "exception": self._exception, "future": self})

    def get_loop(self):
        return self._loop

    def cancelled(self):
        return self._state == CANCELLED

    def done(self):
        return self._state != PENDING

    def cancel(self, msg=None):
        self._told = True
        if self._state != PENDING:
            return False
        self._state = CANCELLED
        self._message = msg
        self._finish()
        return True

    def _cancelled_error(self):
        return CancelledError() if self._message is None else CancelledError(self._message)

    def result(self):
        if self._state == CANCELLED:
            raise self._cancelled_error()
        if self._state != FINISHED:
            raise InvalidStateError("Result is not ready.")
        self._told = True
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == CANCELLED:
            raise self._cancelled_error()
        if self._state != FINISHED:
            raise InvalidStateError("Exception is not set.")
        self._told = True
        return self._exception

    def set_result(self, result):
        if self._state != PENDING:
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result = result
        self._state = FINISHED
        self._finish()

    def set_exception(self, exception):
        if self._state != PENDING:
            raise InvalidStateError(f"{self._state}: {self!r}")
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._state = FINISHED
        self._told = False
        self._finish()

    def add_done_callback(self, fn, *, context=None):
        if self._state != PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        kept = [row for row in self._callbacks if row[0] != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks[:] = kept
        return removed

    def _finish(self):
        callbacks, self._callbacks = self._callbacks, []
        for fn, context in callbacks:
            self._loop.call_soon(fn, self, context=context)

    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def wrap_future(future, *, loop=None):
    """A future of `concurrent.futures`, which has ended when it is made, as one that can be awaited."""
    if isfuture(future):
        return future
    made = Future(loop=loop)
    if future.cancelled():
        made.cancel()
    elif future.exception() is not None:
        made.set_exception(future.exception())
    else:
        made.set_result(future.result())
    return made
