"""Where CPython keeps its own `sha512`."""

from hashlib import sha384, sha512
