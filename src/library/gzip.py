"""Files compressed by gzip."""

import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]
READ, WRITE = 1, 2
_open = open


class BadGzipFile(OSError):
    """A file was not made by gzip."""


def compress(data, compresslevel=9, *, mtime=None):
    """Bytes compressed, with a header."""
    if mtime == 0:
        return zlib.compress(data, compresslevel, wbits=31)
    return _piece(data, compresslevel, mtime)


def _piece(data, level, mtime, name=b""):
    """Data with what stands before and behind them."""
    fast = {1: b"\x04", 9: b"\x02"}.get(level, b"\0")
    named = b"\x08" if name else b"\0"
    mtime = struct.pack("<L", int(time.time() if mtime is None else mtime))
    header = b"\x1f\x8b\x08" + named + mtime + fast + b"\xff" + (name + b"\0" if name else b"")
    body = zlib.compress(data, level, wbits=-15)
    return header + body + struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def _header(data):
    """The length of a header."""
    if data[:2] != b"\x1f\x8b":
        raise BadGzipFile(f"Not a gzipped file ({data[:2]!r})")
    if len(data) < 10:
        raise EOFError("Compressed file ended before the end-of-stream marker was reached")
    if data[2] != 8:
        raise BadGzipFile("Unknown compression method")
    flags, place = data[3], 10
    if flags & 4:
        place += 2 + int.from_bytes(data[place:place + 2], "little")
    for bit in (8, 16):
        if flags & bit:
            place = data.index(b"\0", place) + 1
    return place + (2 if flags & 2 else 0)


def decompress(data):
    """The bytes that were compressed, of one piece or several."""
    parts = []
    while data:
        expander = zlib.decompressobj(wbits=-15)
        part = expander.decompress(data[_header(data):])
        rest = expander.unused_data
        if not expander.eof or len(rest) < 8:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        check, length = struct.unpack("<LL", rest[:8])
        if check != zlib.crc32(part):
            raise BadGzipFile("CRC check failed")
        if length != len(part) & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        parts.append(part)
        data = rest[8:].lstrip(b"\0")
    return b"".join(parts)


class GzipFile(io.BytesIO):
    """A compressed file, read whole when it is opened and written whole when it is closed."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        mode = mode or getattr(fileobj, "mode", "rb")
        if mode and ("t" in mode or "U" in mode):
            raise ValueError(f"Invalid mode: {mode!r}")
        if "b" not in mode:
            mode += "b"
        self._own = fileobj is None
        self.fileobj = _open(filename, mode) if fileobj is None else fileobj
        if mode[0] not in "rwax":
            raise ValueError(f"Invalid mode: {mode!r}")
        if filename is None:
            filename = getattr(self.fileobj, "name", "")
            if not isinstance(filename, (str, bytes)):
                filename = ""
        self.name = os.fspath(filename)
        self.mode = READ if mode[0] == "r" else WRITE
        self._level, self.mtime = compresslevel, mtime
        data = b""
        if self.mode == READ:
            packed = self.fileobj.read()
            data = decompress(packed)
            if packed:
                self.mtime = int.from_bytes(packed[4:8], "little")
        super().__init__(data)

    def __repr__(self):
        return f"<gzip {self.fileobj!r} {id(self):#x}>"

    def _shown_name(self):
        """The name that is kept in the file: without folder and ending, in Latin-1."""
        name = os.path.basename(self.name)
        try:
            name = name if isinstance(name, bytes) else name.encode("latin-1")
        except UnicodeEncodeError:
            return b""
        return name.removesuffix(b".gz")

    def fileno(self):
        return self.fileobj.fileno()

    def peek(self, n):
        """Bytes that come next, without going on to them."""
        if self.mode != READ:
            raise OSError(9, "peek() on write-only GzipFile object")
        place = self.tell()
        return self.getvalue()[place:place + max(n, io.DEFAULT_BUFFER_SIZE)]

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def read(self, size=-1):
        if self.mode != READ:
            raise OSError(9, "read() on write-only GzipFile object")
        return super().read(size)

    def write(self, data):
        if self.mode != WRITE:
            raise OSError(9, "write() on read-only GzipFile object")
        return super().write(data)

    def close(self):
        if self.closed:
            return
        try:
            if self.mode == WRITE:
                self.fileobj.write(_piece(self.getvalue(), self._level, self.mtime, self._shown_name()))
        finally:
            super().close()
            if self._own:
                self.fileobj.close()

    def __exit__(self, *exception):
        self.close()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Open a compressed file, of bytes or of text."""
    if "t" in mode and "b" in mode:
        raise ValueError(f"Invalid mode: {mode!r}")
    named = isinstance(filename, (str, bytes, os.PathLike))
    plain = mode.replace("t", "")
    if named:
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return io.TextIOWrapper(file, encoding, errors, newline) if "t" in mode else file
