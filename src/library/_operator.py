"""Where CPython keeps the functions of `operator`."""

from operator import *
from hmac import compare_digest as _compare_digest
