"""Where CPython keeps its own `sha256`."""

from hashlib import sha224, sha256
