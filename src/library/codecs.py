"""Text to bytes and back: by the names of encodings, in pieces, through files; and what is done about errors."""

import builtins
import sys

__all__ = [
    "register", "unregister", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE",
    "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
    "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
    "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
    "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
    "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
    "namereplace_errors", "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE
_aliases = {
    "utf8": "utf-8", "u8": "utf-8", "utf-8": "utf-8", "utf8-sig": "utf-8-sig", "ascii": "ascii", "us-ascii": "ascii",
    "646": "ascii", "latin-1": "iso8859-1", "latin1": "iso8859-1", "iso-8859-1": "iso8859-1",
    "iso8859-1": "iso8859-1", "8859": "iso8859-1", "l1": "iso8859-1", "hex-codec": "hex", "base64-codec": "base64",
    "zip": "zlib", "zlib-codec": "zlib",
    "rot13": "rot13", "rot-13": "rot13", "utf16": "utf-16", "utf32": "utf-32",
}
_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_rot13 = str.maketrans(_letters, _letters[13:26] + _letters[:13] + _letters[39:] + _letters[26:39])


# Functions that were registered to find encodings, the encodings that were found, and handlers of errors by name.
_finders, _found, _handlers = [], {}, {}
# The encoding that the interpreter is asked about: if it does not know that, nobody else is to be asked.
_asked = None


class CodecInfo(tuple):
    """An encoding: its functions by position, its name as an attribute."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=True):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """Encodes and decodes at once."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes text that comes in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        return 0

    def setstate(self, state):
        """Go on where another was."""


class IncrementalDecoder:
    """Decodes bytes that come in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        """Go on where another was."""


class _PlainEncoder(IncrementalEncoder):
    """Encodes by name; a mark goes in front of the first piece only."""

    started = False

    def encode(self, input, final=False):
        name = self.encoding
        if self.started and name in _after_mark:
            name = _after_mark[name]
        data = input.encode(name, self.errors)
        self.started = True
        return data

    def reset(self):
        self.started = False

    def getstate(self):
        return int(self.started)

    def setstate(self, state):
        self.started = bool(state)


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps what is not a whole character yet."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _PlainDecoder(BufferedIncrementalDecoder):
    """Decodes by name; a mark at the beginning says in which order the bytes of a character come."""

    chosen = None

    def _buffer_decode(self, input, errors, final):
        name = self.chosen or self.encoding
        if name in _marks:
            width = len(_marks[name][0][0])
            if len(input) < width and not final and any(mark.startswith(input) for mark, _ in _marks[name]):
                return "", 0
            self.chosen, skipped = _marked(input, name)
            text, used = self._buffer_decode(input[skipped:], errors, final)
            return text, used + skipped
        end = len(input) if final else _whole(input, name)
        return input[:end].decode(name, errors), end

    def reset(self):
        super().reset()
        self.chosen = None


_after_mark = {"utf-16": f"utf-16-{sys.byteorder[0]}e", "utf-32": f"utf-32-{sys.byteorder[0]}e", "utf-8-sig": "utf-8"}
# The marks of encodings that have one, and what they say; the last is what no mark says.
_marks = {
    "utf-8-sig": ((BOM_UTF8, "utf-8"),),
    "utf-16": ((BOM_UTF16_BE, "utf-16-be"), (BOM_UTF16_LE, "utf-16-le")),
    "utf-32": ((BOM_UTF32_BE, "utf-32-be"), (BOM_UTF32_LE, "utf-32-le")),
}


def _marked(data, name):
    """What a mark at the beginning says the encoding is, and how long the mark is."""
    for mark, other in _marks[name]:
        if data.startswith(mark):
            return other, len(mark)
    return _marks[name][-1][1], 0


def _whole(data, name):
    """How many bytes are whole characters, apart from errors."""
    count = len(data)
    if name == "utf-8":
        for back in range(1, min(3, count) + 1):
            byte = data[-back]
            if 0xC2 <= byte < 0xF5:
                wanted = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
                return count - back if wanted > back else count
            if not 0x80 <= byte < 0xC0:
                break
    elif name.startswith("utf-16"):
        count -= count % 2
        if count and data[count - 1 if name.endswith("le") else count - 2] & 0xFC == 0xD8:
            count -= 2
    elif name.startswith("utf-32"):
        count -= count % 4
    return count


class StreamWriter(Codec):
    """Encodes what is written to a file of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        data, consumed = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        """Begin anew."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamReader(Codec):
    """Decodes what is read from a file of bytes."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reset()

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def reset(self):
        self.bytebuffer, self.charbuffer = b"", ""

    def _more(self, size):
        """Decode some more; whether there was any."""
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        if not data:
            return False
        text, used = self.decode(data, self.errors)
        self.bytebuffer, self.charbuffer = data[used:], self.charbuffer + text
        return bool(new)

    def read(self, size=-1, chars=-1, firstline=False):
        """Some characters: about as many bytes, or just so many."""
        chars = size if chars < 0 else chars
        while (chars < 0 or len(self.charbuffer) < chars) and self._more(size):
            pass
        end = len(self.charbuffer) if chars < 0 else chars
        result, self.charbuffer = self.charbuffer[:end], self.charbuffer[end:]
        return result

    def readline(self, size=None, keepends=True):
        """The next line."""
        while True:
            lines = self.charbuffer.splitlines(True)
            # A line that ends with the buffer may go on.
            if len(lines) > 1 or lines and lines[0][-1] == "\n" or not self._more(size or 72):
                break
        lines = self.charbuffer.splitlines(True)
        line = lines[0] if lines else ""
        self.charbuffer = self.charbuffer[len(line):]
        return line if keepends else line.splitlines()[0] if line else ""

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __iter__(self):
        return self

    __getattr__, __enter__, __exit__ = StreamWriter.__getattr__, StreamWriter.__enter__, StreamWriter.__exit__
    __reduce_ex__ = StreamWriter.__reduce_ex__


class StreamReaderWriter:
    """Reads and writes text through a file of bytes."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    __getattr__, __enter__, __exit__ = StreamWriter.__getattr__, StreamWriter.__enter__, StreamWriter.__exit__
    __reduce_ex__ = StreamWriter.__reduce_ex__


class StreamRecoder(StreamReaderWriter):
    """Reads and writes bytes of one encoding through a file of another."""

    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        super().__init__(stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b"".join(list), self.errors)[0])


def _plain(data, name):
    # Text with escapes is taken as well as bytes.
    return data.encode() if isinstance(data, str) and "escape" in name else bytes(data)


def _of_bytes(name):
    """The functions of what turns bytes into bytes, or text into text."""
    if name == "hex":
        import binascii

        return (lambda data, errors="strict": (binascii.hexlify(data), len(data)),
                lambda data, errors="strict": (binascii.unhexlify(data), len(data)))
    if name == "base64":
        import base64

        return (lambda data, errors="strict": (base64.encodebytes(data), len(data)),
                lambda data, errors="strict": (base64.decodebytes(data), len(data)))
    if name == "zlib":
        import zlib

        return (lambda data, errors="strict": (zlib.compress(data), len(data)),
                lambda data, errors="strict": (zlib.decompress(data), len(data)))
    turn = lambda text, errors="strict": (text.translate(_rot13), len(text))
    return turn, turn


def _known(name):
    """What is known of an encoding of the interpreter's own."""
    if name in ("hex", "base64", "rot13", "zlib"):
        return CodecInfo(*_of_bytes(name), name=name, _is_text_encoding=False)
    global _asked
    _asked = name
    try:
        "".encode(name)
    finally:
        _asked = None

    def encoder(input, errors="strict"):
        return input.encode(name, errors), len(input)

    def decoder(input, errors="strict"):
        return _plain(input, name).decode(name, errors), len(input)

    def pieces(self, input, errors="strict"):
        if "_pieces" not in self.__dict__:
            self._pieces = info.incrementaldecoder(errors)
        return self._pieces._buffer_decode(bytes(input), errors, False)

    def parts(self, input, errors="strict"):
        if "_parts" not in self.__dict__:
            self._parts = info.incrementalencoder(errors)
        return self._parts.encode(input), len(input)

    def read_anew(self):
        StreamReader.reset(self)
        self.__dict__.pop("_pieces", None)

    def write_anew(self):
        self.__dict__.pop("_parts", None)

    info = CodecInfo(
        encoder, decoder, type("StreamReader", (StreamReader,), {"decode": pieces, "reset": read_anew}),
        type("StreamWriter", (StreamWriter,), {"encode": parts, "reset": write_anew}),
        type("IncrementalEncoder", (_PlainEncoder,), {"encoding": name}),
        type("IncrementalDecoder", (_PlainDecoder,), {"encoding": name}), name)
    return info


def register(search_function, /):
    """Ask a function too for the encodings that are not known."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _finders.append(search_function)


def unregister(search_function, /):
    """Ask a function no more."""
    if search_function in _finders:
        _finders.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    """What is known of an encoding."""
    plain = encoding.lower().replace(" ", "_")
    name = plain.replace("_", "-")
    name = _aliases.get(name, name)
    if plain not in _found:
        try:
            _found[plain] = _known(name)
        except LookupError:
            _found[plain] = _ask(encoding, plain)
    return _found[plain]


def _ask(encoding, plain):
    for finder in _finders:
        info = finder(plain)
        if info is not None:
            if not isinstance(info, tuple) or len(info) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            return info
    raise LookupError(f"unknown encoding: {encoding}")


def encode(obj, encoding="utf-8", errors="strict"):
    """An object in an encoding."""
    return lookup(encoding)[0](obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """What something in an encoding stands for."""
    return lookup(encoding)[1](obj, errors)[0]


encode.__module__ = decode.__module__ = lookup.__module__ = register.__module__ = "_codecs"


def _is_plain(info, name, kind):
    """Whether an encoding is the interpreter's own, which goes through text piece by piece."""
    pieces = getattr(info, name, None)
    return type(info) is CodecInfo and pieces is not None and issubclass(pieces, kind)


def _by_script(info, what, given, encoding, errors, wanted):
    """What a script's function makes of text or bytes, all at once."""
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"{encoding!r} is not a text encoding; use codecs.{what}() to handle arbitrary codecs")
    made = info[what == "decode"](given, errors)[0]
    if not isinstance(made, wanted):
        raise TypeError(f"{encoding!r} {what}r returned {type(made).__name__!r} instead of {wanted.__name__!r}; use "
                        f"codecs.{what}() to {what} to arbitrary types")
    return made


def _encode_otherwise(text, encoding, errors):
    """`text.encode(encoding, errors)`, where the encoding or the handler is a script's."""
    if encoding == _asked:
        raise LookupError(f"unknown encoding: {encoding}")
    info = lookup(encoding)
    if not _is_plain(info, "incrementalencoder", _PlainEncoder):
        return _by_script(info, "encode", text, encoding, errors, bytes)
    handler, encoder, out, at = lookup_error(errors), info.incrementalencoder(), [], 0
    while True:
        try:
            out.append(encoder.encode(text[at:]))
            return b"".join(out)
        except UnicodeEncodeError as error:
            out.append(encoder.encode(text[at:at + error.start]))
            error = UnicodeEncodeError(error.encoding, text, at + error.start, at + error.end, error.reason)
            shown, at = _answer(handler(error), "encoding", (str, bytes), len(text))
            try:
                out.append(shown if isinstance(shown, bytes) else encoder.encode(shown))
            except UnicodeEncodeError:
                raise error from None


def _decode_otherwise(data, encoding, errors):
    """`data.decode(encoding, errors)`, where the encoding or the handler is a script's."""
    info = lookup(encoding)
    if not _is_plain(info, "incrementaldecoder", _PlainDecoder):
        return _by_script(info, "decode", data, encoding, errors, str)
    handler, out, at, data, name = lookup_error(errors), [], 0, bytes(data), info.name
    if name in _marks:
        name, at = _marked(data, name)
    while True:
        try:
            out.append(data[at:].decode(name))
            return "".join(out)
        except UnicodeDecodeError as error:
            out.append(data[at:at + error.start].decode(name))
            error = UnicodeDecodeError(error.encoding, data, at + error.start, at + error.end, error.reason)
            answer, data = handler(error), error.object
            if not isinstance(data, bytes):
                raise TypeError("object attribute must be bytes") from None
            shown, at = _answer(answer, "decoding", str, len(data))
            out.append(shown)


def _answer(answer, what, kinds, length):
    """What stands for an error, and where to go on."""
    if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], kinds):
        wanted = "(str/bytes, int)" if what == "encoding" else "(str, int)"
        raise TypeError(f"{what} error handler must return {wanted} tuple")
    shown, at = answer
    at = at + length if at < 0 else at
    if not 0 <= at <= length:
        raise IndexError(f"position {answer[1]} from error handler out of bounds")
    return shown, at


def register_error(errors, handler, /):
    """Give a handler of errors a name."""
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(name, /):
    """The handler of errors with a name."""
    if not isinstance(name, str):
        raise TypeError(f"lookup_error() argument must be str, not {type(name).__name__}")
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


def _bad(error):
    return TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(exception):
    """Raise the error."""
    if isinstance(exception, Exception):
        raise exception
    raise TypeError("codec must pass exception instance")


def ignore_errors(exception):
    """Leave out what is wrong."""
    if isinstance(exception, UnicodeError) and hasattr(exception, "end"):
        return "", exception.end
    raise _bad(exception)


def replace_errors(exception):
    """Put a mark in its place."""
    if isinstance(exception, UnicodeEncodeError):
        return "?" * (exception.end - exception.start), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    if isinstance(exception, UnicodeTranslateError):
        return "\ufffd" * (exception.end - exception.start), exception.end
    raise _bad(exception)


def xmlcharrefreplace_errors(exception):
    """Write characters as XML does."""
    if isinstance(exception, UnicodeEncodeError):
        wrong = exception.object[exception.start:exception.end]
        return "".join(f"&#{ord(c)};" for c in wrong), exception.end
    raise _bad(exception)


def _escaped(code):
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def backslashreplace_errors(exception):
    """Write what is wrong as escapes."""
    if isinstance(exception, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        wrong = exception.object[exception.start:exception.end]
        return "".join(_escaped(c if isinstance(c, int) else ord(c)) for c in wrong), exception.end
    raise _bad(exception)


def namereplace_errors(exception):
    """Write characters by their names."""
    if not isinstance(exception, UnicodeEncodeError):
        raise _bad(exception)
    import unicodedata

    shown = []
    for c in exception.object[exception.start:exception.end]:
        name = unicodedata.name(c, None)
        shown.append(f"\\N{{{name}}}" if name else _escaped(ord(c)))
    return "".join(shown), exception.end


def _native(name):
    """A handler that is known to the interpreter alone."""

    def handle(exception):
        wrong = exception.object[exception.start:exception.end]
        if isinstance(exception, UnicodeEncodeError):
            return wrong.encode(exception.encoding, name), exception.end
        return wrong.decode(exception.encoding, name), exception.end

    return handle


for _handler in (strict_errors, ignore_errors, replace_errors, xmlcharrefreplace_errors, backslashreplace_errors,
                 namereplace_errors):
    _handlers[_handler.__name__.removesuffix("_errors")] = _handler
for _name in ("surrogateescape", "surrogatepass"):
    _handlers[_name] = _native(_name)


def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding)[0]


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding)[1]


def _part(encoding, name):
    found = getattr(lookup(encoding), name)
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementalencoder(encoding):
    """The class that encodes pieces."""
    return _part(encoding, "incrementalencoder")


def getincrementaldecoder(encoding):
    """The class that decodes pieces."""
    return _part(encoding, "incrementaldecoder")


def getreader(encoding):
    """The class that reads text from a file of bytes."""
    return lookup(encoding)[2]


def getwriter(encoding):
    """The class that writes text to a file of bytes."""
    return lookup(encoding)[3]


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """The pieces of an iterator in an encoding."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        data = encoder.encode(text)
        if data:
            yield data
    data = encoder.encode("", True)
    if data:
        yield data


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """The text of the pieces of an iterator."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b"", True)
    if text:
        yield text


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file in an encoding; lines end as they do in the file."""
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    file = builtins.open(filename, mode if "b" in mode else mode + "b", buffering)
    try:
        info = lookup(encoding)
        wrapped = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        wrapped.encoding = encoding
        return wrapped
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A file of one encoding, read and written in another."""
    file_encoding = file_encoding or data_encoding
    data, inner = lookup(data_encoding), lookup(file_encoding)
    wrapped = StreamRecoder(file, data.encode, data.decode, inner.streamreader, inner.streamwriter, errors)
    wrapped.data_encoding, wrapped.file_encoding = data_encoding, file_encoding
    return wrapped
