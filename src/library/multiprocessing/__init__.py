"""Processes, of which there is one: what is handed to another runs in this one, as threads do (see `_thread`).

So everything is shared, where CPython's processes have copies.
"""

import os as _os
from queue import Queue as _Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore, Thread as _Thread

from .connection import Pipe
from .pool import Pool

__all__ = [
    "Array", "AuthenticationError", "Barrier", "BoundedSemaphore", "BufferTooShort", "Condition", "Event",
    "JoinableQueue", "Lock", "Manager", "Pipe", "Pool", "Process", "ProcessError", "Queue", "RLock", "RawArray", "RawValue",
    "Semaphore", "SimpleQueue", "TimeoutError", "Value", "active_children", "cpu_count", "current_process",
    "freeze_support", "get_all_start_methods", "get_context", "get_start_method", "parent_process", "set_start_method",
]


class ProcessError(Exception):
    """Base of the exceptions of this module."""


class BufferTooShort(ProcessError):
    """A message does not fit."""


class TimeoutError(ProcessError):
    """Something took too long."""


class AuthenticationError(ProcessError):
    """The other side is not who it should be."""


class Process(_Thread):
    """A call that is made when somebody waits for it."""

    _count = 0

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        Process._count += 1
        super().__init__(None, target, name or f"Process-{Process._count}", args, dict(kwargs), daemon=daemon)

    pid = property(lambda self: _os.getpid() if self._started else None)
    exitcode = property(lambda self: int(self._failed) if self._done else None)

    def terminate(self):
        pass

    kill = close = terminate


class _Main:
    name, daemon, exitcode, authkey = "MainProcess", False, None, b""
    pid = ident = property(lambda self: _os.getpid())

    def is_alive(self):
        return True


_main = _Main()


def current_process():
    from threading import current_thread
    thread = current_thread()
    return thread if isinstance(thread, Process) else _main


def parent_process():
    return None if current_process() is _main else _main


def active_children():
    return []


def cpu_count():
    return _os.cpu_count()


def freeze_support():
    pass


def get_start_method(allow_none=False):
    return "fork"


def get_all_start_methods():
    return ["fork", "spawn", "forkserver"]


def set_start_method(method, force=False):
    if method not in get_all_start_methods():
        raise ValueError(f"cannot find context for {method!r}")


def get_context(method=None):
    set_start_method(method or "fork")
    import multiprocessing
    return multiprocessing


class Queue(_Queue):
    """A queue, with what one between processes has besides."""

    def close(self):
        pass

    join_thread = cancel_join_thread = close


class JoinableQueue(Queue):
    pass


class SimpleQueue(Queue):
    pass


_CODES = {"c": "u", "d": "d", "f": "f", "b": "b", "B": "B", "h": "h", "H": "H", "i": "i", "I": "I", "l": "l", "L": "L",
          "q": "q", "Q": "Q"}


class _Locked:
    def get_lock(self):
        return self._lock

    def get_obj(self):
        return self

    def acquire(self, *args):
        return self._lock.acquire(*args)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class _Value(_Locked):
    def __init__(self, code, value=0):
        from array import array
        self._cell, self._lock = array(_CODES[code], [value]), RLock()

    @property
    def value(self):
        return self._cell[0]

    @value.setter
    def value(self, value):
        self._cell[0] = value


class _Array(_Locked):
    def __init__(self, code, size_or_initializer):
        from array import array
        given = size_or_initializer
        self._items = array(_CODES[code], [0] * given if isinstance(given, int) else given)
        self._lock = RLock()

    def __len__(self):
        return len(self._items)

    def __getitem__(self, place):
        found = self._items[place]
        return list(found) if isinstance(place, slice) else found

    def __setitem__(self, place, value):
        if isinstance(place, slice):
            value = type(self._items)(self._items.typecode, value)
        self._items[place] = value

    def __iter__(self):
        return iter(self._items)


def Value(typecode_or_type, *args, lock=True):
    return _Value(typecode_or_type, *args)


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    return _Array(typecode_or_type, size_or_initializer)


def RawValue(typecode_or_type, *args):
    return _Value(typecode_or_type, *args)


def RawArray(typecode_or_type, size_or_initializer):
    return _Array(typecode_or_type, size_or_initializer)


class _Manager:
    """Makes what processes share; here everything is shared."""

    dict, list, Queue, JoinableQueue = dict, list, Queue, JoinableQueue
    Lock, RLock, Event, Condition = staticmethod(Lock), RLock, Event, Condition
    Semaphore, BoundedSemaphore, Barrier = Semaphore, BoundedSemaphore, Barrier
    Value, Array = staticmethod(Value), staticmethod(Array)

    class Namespace:
        def __init__(self, /, **names):
            self.__dict__.update(names)

    def start(self):
        pass

    shutdown = start

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


def Manager():
    return _Manager()
