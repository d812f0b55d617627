"""Ctrl-C stops a run after the current test."""

import signal
import weakref
from functools import wraps

_results = weakref.WeakKeyDictionary()
_interrupt_handler = None


class _InterruptHandler:
    """Stops the runs, and the second time does what was done before."""

    def __init__(self, default):
        self.called = False
        self.original_handler = default
        if isinstance(default, int):
            if default == signal.SIG_DFL:
                default = signal.default_int_handler
            elif default == signal.SIG_IGN:
                default = lambda signum, frame: None
            else:
                raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, signal.SIG_DFL, or a callable "
                                "object")
        self.default_handler = default

    def __call__(self, signum, frame):
        if signal.getsignal(signal.SIGINT) is not self or self.called:
            self.default_handler(signum, frame)
        self.called = True
        for result in _results.keys():
            result.stop()


def registerResult(result):
    _results[result] = 1


def removeResult(result):
    return bool(_results.pop(result, None))


def installHandler():
    global _interrupt_handler
    if _interrupt_handler is None:
        _interrupt_handler = _InterruptHandler(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, _interrupt_handler)


def removeHandler(method=None):
    """Take the handler away, for good or around a method."""
    if method is not None:
        @wraps(method)
        def without(*args, **kwargs):
            initial = signal.getsignal(signal.SIGINT)
            removeHandler()
            try:
                return method(*args, **kwargs)
            finally:
                signal.signal(signal.SIGINT, initial)

        return without
    global _interrupt_handler
    if _interrupt_handler is not None:
        signal.signal(signal.SIGINT, _interrupt_handler.original_handler)
        _interrupt_handler = None
    return None
