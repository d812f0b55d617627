"""Where CPython keeps the quick part of `pickle`."""

from pickle import PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads
