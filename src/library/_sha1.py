"""Where CPython keeps its own `sha1`."""

from hashlib import sha1
