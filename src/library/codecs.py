"""Text to bytes and back, by the names of encodings."""

import builtins

__all__ = [
    "lookup", "encode", "decode", "open", "getencoder", "getdecoder", "iterencode", "iterdecode", "CodecInfo",
    "BOM", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE

_aliases = {
    "utf8": "utf-8", "u8": "utf-8", "utf-8": "utf-8", "utf8-sig": "utf-8-sig", "ascii": "ascii", "us-ascii": "ascii",
    "646": "ascii", "latin-1": "iso8859-1", "latin1": "iso8859-1", "iso-8859-1": "iso8859-1",
    "iso8859-1": "iso8859-1", "8859": "iso8859-1", "l1": "iso8859-1", "hex-codec": "hex", "base64-codec": "base64",
    "rot13": "rot13", "rot-13": "rot13", "utf16": "utf-16", "utf32": "utf-32",
}
_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_rot13 = str.maketrans(_letters, _letters[13:26] + _letters[:13] + _letters[39:] + _letters[26:39])


class CodecInfo(tuple):
    """An encoding: its functions by position, its name as an attribute."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


def _plain(data, name):
    # Text with escapes is taken as well as bytes.
    return data.encode() if isinstance(data, str) and "escape" in name else bytes(data)


def _to_bytes(name):
    if name == "hex":
        import binascii

        return (lambda data, errors="strict": (binascii.hexlify(data), len(data)),
                lambda data, errors="strict": (binascii.unhexlify(data), len(data)))
    if name == "base64":
        import base64

        return (lambda data, errors="strict": (base64.encodebytes(data), len(data)),
                lambda data, errors="strict": (base64.decodebytes(data), len(data)))
    if name == "rot13":
        turn = lambda text, errors="strict": (text.translate(_rot13), len(text))
        return turn, turn
    return (lambda text, errors="strict": (text.encode(name, errors), len(text)),
            lambda data, errors="strict": (_plain(data, name).decode(name, errors), len(data)))


def lookup(encoding):
    """What is known of an encoding."""
    name = encoding.lower().replace("_", "-").replace(" ", "-")
    name = _aliases.get(name, name)
    if name not in ("hex", "base64", "rot13"):
        "".encode(name)
    encoder, decoder = _to_bytes(name)
    return CodecInfo(encoder, decoder, name=name)


def encode(obj, encoding="utf-8", errors="strict"):
    """An object in an encoding."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """What something in an encoding stands for."""
    return lookup(encoding).decode(obj, errors)[0]


encode.__module__ = decode.__module__ = "_codecs"


def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding).decode


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Each text of an iterator in an encoding."""
    for text in iterator:
        yield encode(text, encoding, errors)


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """The text of each piece of an iterator."""
    for data in iterator:
        yield decode(data, encoding, errors)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file in an encoding; lines end as they do in the file."""
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    return builtins.open(filename, mode.replace("b", ""), buffering, encoding, errors, newline="")
