"""Where CPython keeps the functions of `operator`."""

from operator import *
