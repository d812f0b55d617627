"""Digests that depend on a key."""

import hashlib as _hashlib

_INNER = bytes(x ^ 0x36 for x in range(256))
_OUTER = bytes(x ^ 0x5C for x in range(256))
digest_size = None


def compare_digest(a, b, /):
    """Whether two texts or two rows of bytes are equal."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return a == b
    for value in (a, b):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            names = f"'{type(a).__name__}' and '{type(b).__name__}'"
            raise TypeError(f"unsupported operand types(s) or combination of types: {names}")
    return bytes(a) == bytes(b)


class HMAC:
    """A digest of a message and a key."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        if callable(digestmod):
            begin = digestmod
        elif isinstance(digestmod, str):
            def begin(data=b""):
                return _hashlib.new(digestmod, data)
        else:
            begin = digestmod.new
        self._inner, self._outer = begin(), begin()
        self.digest_size = self._inner.digest_size
        self.block_size = getattr(self._inner, "block_size", self.blocksize)
        if len(key) > self.block_size:
            key = begin(bytes(key)).digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        self._outer.update(key.translate(_OUTER))
        self._inner.update(key.translate(_INNER))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        """What it is called."""
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """Add a piece of the message."""
        self._inner.update(msg)

    def copy(self):
        """A copy that goes on by itself."""
        other = self.__class__.__new__(self.__class__)
        other.__dict__.update(self.__dict__)
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def digest(self):
        """The digest as bytes."""
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        """The digest as text."""
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    """A digest of a message and a key."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The digest of a message and a key, at once."""
    return HMAC(key, msg, digest).digest()
