"""Threads of a program that has one thread of execution.

A thread that was started waits in a row until somebody waits: for its end, for an event, for an item of a queue. Then
it runs to its end, unless it has to wait itself; then the next one runs, inside that wait. What nothing in the row can
end is an error and no hang.
"""

from collections import deque
from time import sleep

error = RuntimeError
TIMEOUT_MAX = 9223372036.0

# Threads that were started and have not run yet; and those that run, the innermost last.
_waiting = deque()
_running = []


class _Parked(SystemExit):
    """Ends a daemon that waits for ever, as the end of the program would."""


def _run_next():
    """Run the thread that has waited longest; false if there is none."""
    if not _waiting:
        return False
    _waiting.popleft()._run()
    return True


def _wait(what, is_ready, timeout=None):
    """Run threads until something has happened; whether it has."""
    while not is_ready():
        if _run_next():
            continue
        if timeout is not None and timeout >= 0:
            sleep(timeout)
            return is_ready()
        if _running and _running[-1].daemon:
            raise _Parked
        raise RuntimeError(f"{what}: nothing can end this wait, for taipan runs one thread after another")
    return True


def get_ident():
    return 140000000000000


def get_native_id():
    from os import getpid
    return getpid()


def start_new_thread(function, args, kwargs={}, /):
    """Start a thread."""
    from threading import Thread
    thread = Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread.ident


start_new = start_new_thread


def stack_size(size=0):
    return 0


def _count():
    from threading import active_count
    return active_count() - 1


def exit():
    """End the thread."""
    raise SystemExit


class lock:
    """A lock; only its owner could wait for it."""

    def __init__(self):
        self._locked = False

    def __repr__(self):
        state = "locked" if self._locked else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"

    def acquire(self, blocking=True, timeout=-1):
        if timeout != -1:
            if not blocking:
                raise ValueError("can't specify a timeout for a non-blocking call")
            if timeout < 0:
                raise ValueError("timeout value must be a non-negative number")
        if self._locked and not (blocking and _wait("acquire()", lambda: not self._locked, timeout)):
            return False
        self._locked = True
        return True

    acquire_lock = acquire

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False

    release_lock = release

    def locked(self):
        return self._locked

    locked_lock = locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()


LockType = lock


def allocate_lock():
    return lock()


allocate = allocate_lock


class RLock:
    """A lock that its owner may take several times."""

    def __init__(self):
        self._count = 0

    def __repr__(self):
        state, owner = ("locked", get_ident()) if self._count else ("unlocked", 0)
        return f"<{state} _thread.RLock object owner={owner} count={self._count} at {id(self):#x}>"

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def _is_owned(self):
        return self._count > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()


class _Own:
    """Attributes that each thread has for itself: `threading.local`."""

    _values = [{}]

    class _of:
        """While a thread runs, its values are those that count."""

        def __init__(self, thread):
            pass

        def __enter__(self):
            _Own._values.append({})

        def __exit__(self, *_):
            _Own._values.pop()

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_made_with", (args, kwargs))
        _Own._values[-1][id(self)] = {}
        return self

    def _own(self):
        known = _Own._values[-1]
        if id(self) not in known:
            known[id(self)] = {}
            args, kwargs = object.__getattribute__(self, "_made_with")
            type(self).__init__(self, *args, **kwargs)
        return known[id(self)]

    def __getattribute__(self, name):
        own = _Own._own(self)
        if name == "__dict__":
            return own
        if name in own:
            return own[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _Own._own(self)[name] = value

    def __delattr__(self, name):
        own = _Own._own(self)
        if name not in own:
            raise AttributeError(name)
        del own[name]


_Own.__name__ = _Own.__qualname__ = "local"
_local = _Own
