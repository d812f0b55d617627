"""Where CPython keeps its own `md5`."""

from hashlib import md5
