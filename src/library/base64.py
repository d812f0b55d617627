"""Bytes as text of 64, 32 or 16 letters."""

import _base64
import binascii
from _base64 import (
    b64encode, b64decode, standard_b64encode, standard_b64decode, urlsafe_b64encode, urlsafe_b64decode,
)

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
    "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "a85encode", "a85decode", "b85encode", "b85decode",
    "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]

_base32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_base32_hex = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_base85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}") from None


def _encode32(s, digits_first):
    return _base64.encode32(_bytes(s) if not isinstance(s, str) else memoryview(s), digits_first)


def _decode32(letters, s, casefold, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.translate(bytes.maketrans(b"01", b"O" + _bytes(map01)))
    if casefold:
        s = s.upper()
    decoded = _base64.decode32(s, letters is _base32_hex)
    if decoded is None:
        known = all(letter in letters for letter in s.rstrip(b"="))
        raise binascii.Error("Incorrect padding" if known else "Non-base32 digit found")
    return decoded


def b32encode(s):
    """The text of bytes in base 32."""
    return _encode32(s, False)


def b32decode(s, casefold=False, map01=None):
    """The bytes that a text in base 32 stands for."""
    return _decode32(_base32, s, casefold, map01)


def b32hexencode(s):
    """The text of bytes in base 32, digits first."""
    return _encode32(s, True)


def b32hexdecode(s, casefold=False):
    """The bytes that such a text stands for."""
    return _decode32(_base32_hex, s, casefold)


def b16encode(s):
    """Two digits a byte."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes that hexadecimal digits stand for."""
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if s.strip(b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """The text of bytes in Ascii85."""
    out = _base64.encode85(_bytes(b), bytes(range(33, 118)), pad, True, foldspaces)
    if adobe:
        out = b"<~" + out
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        chunks = [out[start:start + wrapcol] for start in range(0, len(out), wrapcol)]
        if adobe and len(chunks[-1]) + 2 > wrapcol:
            chunks.append(b"")
        out = b"\n".join(chunks)
    return out + b"~>" if adobe else out


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """The bytes that a text in Ascii85 stands for."""
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    return _base64.decode_ascii85(b, foldspaces, ignorechars)


def b85encode(b, pad=False):
    """The text of bytes in base 85."""
    return _base64.encode85(_bytes(b), _base85, pad, False, False)


def b85decode(b):
    """The bytes that a text in base 85 stands for."""
    return _base64.decode85(_bytes(b), _base85)


def encode(input, output):
    """Write a binary file as text in base 64."""
    while part := input.read(57):
        output.write(binascii.b2a_base64(part))


def decode(input, output):
    """Write the bytes that a file in base 64 stands for."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def encodebytes(s):
    """The text of bytes in base 64, in lines."""
    if isinstance(s, str):
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}")
    return b"".join([binascii.b2a_base64(s[start:start + 57]) for start in range(0, len(s), 57)])


def decodebytes(s):
    """The bytes that such lines stand for."""
    if isinstance(s, str):
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}")
    return binascii.a2b_base64(s)
