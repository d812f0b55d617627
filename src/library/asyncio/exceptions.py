"""What may go wrong while tasks wait for each other."""

__all__ = ["BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError", "QueueEmpty", "QueueFull"]

TimeoutError = TimeoutError


class CancelledError(BaseException):
    """The task was cancelled."""


class InvalidStateError(Exception):
    """The future has no result yet, or has one already."""


class BrokenBarrierError(RuntimeError):
    """The barrier is not usable."""


class QueueEmpty(Exception):
    """There is nothing to take at once."""


class QueueFull(Exception):
    """There is no room at once."""
