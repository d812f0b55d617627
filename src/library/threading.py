"""Threads, which here take no turns: each runs when somebody waits (see `_thread`)."""

import atexit
import builtins
import sys
from _thread import RLock, allocate_lock as Lock, error as ThreadError, get_ident, get_native_id
from _thread import TIMEOUT_MAX, _Own as local, _run_next, _running, _wait, _waiting
from time import monotonic

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
    "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError",
    "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "get_native_id", "getprofile",
    "gettrace",
]

_counter = 0


class ExceptHookArgs(tuple):
    """What `excepthook` is told."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Tell of an exception that ended a thread."""
    if issubclass(args.exc_type, SystemExit):
        return
    from traceback import print_exception
    print(f"Exception in thread {args.thread.name}:", file=sys.stderr)
    print_exception(args.exc_value)


__excepthook__ = excepthook


def setprofile(func):
    pass


def settrace(func):
    pass


def getprofile():
    return None


def gettrace():
    return None


def stack_size(size=0):
    return 0


class Condition:
    """A lock with a place to wait for a notice."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release
        # Whether those who wait have been told, in the order in which they came.
        self._notices = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def wait(self, timeout=None):
        self._notices.append(False)
        place = len(self._notices) - 1
        self.release()
        try:
            return _wait("Condition.wait()", lambda: self._notices[place], timeout)
        finally:
            self._notices[place] = True
            self.acquire()

    def wait_for(self, predicate, timeout=None):
        while not predicate():
            if not self.wait(timeout):
                return predicate()
        return True

    def notify(self, n=1):
        for place, told in list(builtins.enumerate(self._notices)):
            if n and not told:
                self._notices[place] = True
                n -= 1

    def notify_all(self):
        self.notify(len(self._notices))

    notifyAll = notify_all


class Semaphore:
    """A number that is never below zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0 and not (blocking and _wait("Semaphore.acquire()", lambda: self._value > 0, timeout)):
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, *_):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        super().release(n)


class Event:
    """A flag that others wait for."""

    # So often a thread may ask for a flag before others run, and so many seconds before it is taken to wait for it.
    _PATIENCE = 10_000, 10

    def __init__(self):
        self._flag = False
        self._asked = self._since = 0

    def is_set(self):
        if self._flag:
            return True
        if not _running:
            _run_next()
            return self._flag
        often, long = self._PATIENCE
        self._since = self._since or monotonic()
        self._asked += 1
        if monotonic() - self._since > long:
            _wait("Event.is_set()", lambda: self._flag)
        elif self._asked > often:
            _run_next()
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return _wait("Event.wait()", lambda: self._flag, timeout)


class BrokenBarrierError(RuntimeError):
    """The barrier is not usable."""


class Barrier:
    """Where so many threads wait for each other."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self.parties, self._action, self._timeout = parties, action, timeout
        self.n_waiting, self.broken, self._round = 0, False, 0

    def wait(self, timeout=None):
        if self.broken:
            raise BrokenBarrierError
        place, current = self.n_waiting, self._round
        self.n_waiting += 1
        if self.n_waiting == self.parties:
            self.n_waiting, self._round = 0, self._round + 1
            if self._action is not None:
                self._action()
            return place
        timeout = self._timeout if timeout is None else timeout
        if not _wait("Barrier.wait()", lambda: self._round != current or self.broken, timeout):
            self.broken = True
        if self.broken:
            raise BrokenBarrierError
        return place

    def reset(self):
        self.broken = self.n_waiting > 0
        self.n_waiting = 0

    def abort(self):
        self.broken = True


class Thread:
    """A call that is made when somebody waits."""

    _started = _done = _failed = _was_asked = False
    _last_ident = get_ident()

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        global _counter
        if name is None:
            _counter += 1
            name = f"Thread-{_counter}"
            if target is not None:
                name += f" ({getattr(target, '__name__', '')})"
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._name = str(name)
        self._daemon = current_thread().daemon if daemon is None else daemon
        self._ident = None

    def __repr__(self):
        status = "initial" if not self._started else "stopped" if self._done else "started"
        daemon = " daemon" if self._daemon else ""
        number = "" if self._ident is None else f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status}{daemon}{number})>"

    def start(self):
        """Put the thread in the row of those that wait to run."""
        if self._started:
            raise RuntimeError("threads can only be started once")
        self._started = True
        Thread._last_ident += 8
        self._ident = Thread._last_ident
        _waiting.append(self)

    def _run(self):
        _running.append(self)
        try:
            with local._of(self):
                self.run()
        except BaseException as error:
            self._failed = True
            sys.modules[__name__].excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            self._done = True
            _running.remove(self)

    def run(self):
        """What the thread does."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self in _waiting:
            _waiting.remove(self)
            self._run()
        _wait("Thread.join()", lambda: self._done, timeout)

    def is_alive(self):
        if self in _waiting:
            # Whoever asks again and again waits for the end.
            if self._was_asked:
                self.join()
            self._was_asked = True
        return self._started and not self._done

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, daemonic):
        if self._started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemon = daemonic

    def isDaemon(self):
        return self._daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic


class Timer(Thread):
    """A call after a time."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = [] if args is None else args, {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    """The program itself."""

    _started = True

    def __init__(self):
        self._name, self._daemon, self._ident = "MainThread", False, get_ident()


_main = _MainThread()


def current_thread():
    return _running[-1] if _running else _main


currentThread = current_thread


def main_thread():
    return _main


def enumerate():
    """All threads that have not ended."""
    return [_main, *_running, *_waiting]


def active_count():
    count = len(enumerate())
    # Whoever counts again and again waits for the others to end.
    _run_next()
    return count


activeCount = active_count


@atexit.register
def _shutdown():
    """The program ends when its threads have, daemons aside."""
    while _waiting:
        thread = _waiting.popleft()
        if not thread.daemon:
            thread._run()
