"""What is done about what the processor notices: divisions by zero, overflows, invalid operations."""

import _numpy
import numpy as np

_CONDITIONS = ("divide", "over", "under", "invalid")


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    old = _numpy.set_errors(divide or all, over or all, under or all, invalid or all)
    return dict(zip(_CONDITIONS, old))


def geterr():
    return dict(zip(_CONDITIONS, _numpy.set_errors()))


def seterrcall(func):
    if func is not None and not callable(func) and not callable(getattr(func, "write", None)):
        raise TypeError("python object must be callable or have a callable write method")
    old = geterrcall()
    _numpy.set_error_handler(func)
    return old


def geterrcall():
    return _numpy.error_handler()


class errstate:
    """A block in which floating-point conditions are handled in another way."""

    def __init__(self, *, call=np._no_value, all=None, divide=None, over=None, under=None, invalid=None):
        self._call = call
        self._wanted = {"all": all, "divide": divide, "over": over, "under": under, "invalid": invalid}

    def __enter__(self):
        self._called_before = geterrcall() if self._call is np._no_value else seterrcall(self._call)
        self._before = seterr(**self._wanted)

    def __exit__(self, *exception):
        seterr(**self._before)
        _numpy.set_error_handler(self._called_before)

    def __call__(self, function):
        def within(*args, **kwargs):
            with errstate(call=self._call, **self._wanted):
                return function(*args, **kwargs)

        return within
