"""Blocks that may take so long."""

from .exceptions import CancelledError
from .loop import get_running_loop
from .tasks import current_task

__all__ = ["Timeout", "timeout", "timeout_at"]


class Timeout:
    """`async with` a limit of time: what takes longer is cancelled and raises `TimeoutError`."""

    def __init__(self, when):
        self._when = when
        self._task = self._timer = None
        self._expired = False
        self._before = 0

    def when(self):
        return self._when

    def reschedule(self, when):
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when is not None:
            self._timer = get_running_loop().call_at(when, self._late)

    def expired(self):
        return self._expired

    def _late(self):
        self._expired = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._before = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._expired and self._task.uncancel() <= self._before and kind is CancelledError:
            raise TimeoutError from error


def timeout(delay):
    """A limit from now on, in seconds; none if it is None."""
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    """A limit at a time of the loop."""
    return Timeout(when)
