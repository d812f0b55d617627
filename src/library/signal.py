"""Signals: what the system tells a process, and functions that are called for it."""

import _signal
from enum import IntEnum as _IntEnum

_NUMBERS = {
    "SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGILL": 4, "SIGTRAP": 5, "SIGABRT": 6, "SIGBUS": 7, "SIGFPE": 8,
    "SIGKILL": 9, "SIGUSR1": 10, "SIGSEGV": 11, "SIGUSR2": 12, "SIGPIPE": 13, "SIGALRM": 14, "SIGTERM": 15,
    "SIGSTKFLT": 16, "SIGCHLD": 17, "SIGCONT": 18, "SIGSTOP": 19, "SIGTSTP": 20, "SIGTTIN": 21, "SIGTTOU": 22,
    "SIGURG": 23, "SIGXCPU": 24, "SIGXFSZ": 25, "SIGVTALRM": 26, "SIGPROF": 27, "SIGWINCH": 28, "SIGIO": 29,
    "SIGPWR": 30, "SIGSYS": 31, "SIGRTMIN": 34, "SIGRTMAX": 64, "SIGIOT": 6, "SIGCLD": 17, "SIGPOLL": 29,
}
_WORDS = {
    1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted",
    7: "Bus error", 8: "Floating point exception", 9: "Killed", 10: "User defined signal 1",
    11: "Segmentation fault", 12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated",
    17: "Child exited", 18: "Continued", 19: "Stopped (signal)", 20: "Stopped",
}
NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
ItimerError = OSError

Signals = _IntEnum("Signals", _NUMBERS, module=__name__)
Handlers = _IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module=__name__)
Sigmasks = _IntEnum("Sigmasks", {"SIG_BLOCK": 0, "SIG_UNBLOCK": 1, "SIG_SETMASK": 2}, module=__name__)
for _group in (Signals, Handlers, Sigmasks):
    globals().update(_group.__members__)

default_int_handler = _signal.default_int_handler
_handlers = {SIGINT: default_int_handler, SIGPIPE: SIG_IGN, SIGXFSZ: SIG_IGN}


def _number(signalnum):
    if not isinstance(signalnum, int):
        raise TypeError(f"'{type(signalnum).__name__}' object cannot be interpreted as an integer")
    if not 0 < signalnum < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def signal(signalnum, handler):
    """Have a signal call a function, or do what SIG_DFL or SIG_IGN says; the answer is what it did before."""
    number = _number(signalnum)
    if isinstance(handler, int) and handler in (0, 1):
        handler = Handlers(handler)
    elif not callable(handler):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    before = getsignal(number)
    _signal.handle(number, int(handler) if isinstance(handler, Handlers) else handler)
    _handlers[number] = handler
    return before


def getsignal(signalnum):
    """What a signal does."""
    return _handlers.get(_number(signalnum), SIG_DFL)


def alarm(seconds, /):
    """Ask for SIGALRM after so many seconds."""
    return _signal.alarm(seconds)


def setitimer(which, seconds, interval=0.0, /):
    """Start a timer that sends signals."""
    return _signal.setitimer(which, seconds, interval)


def getitimer(which, /):
    """What a timer stands at."""
    return _signal.getitimer(which)


def pause():
    """Wait for a signal."""
    return _signal.pause()


def raise_signal(signalnum, /):
    """Send a signal to this process."""
    import os

    _signal.kill(os.getpid(), _number(signalnum))


def strsignal(signalnum, /):
    """What the system calls a signal."""
    return _WORDS.get(_number(signalnum))


def valid_signals():
    """All signals."""
    return {Signals(n) if n in Signals._value2member_map_ else n for n in range(1, NSIG) if n not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    """Signals break off what waits, whatever is asked for."""
    _number(signalnum)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """No file is told of signals."""
    return -1
