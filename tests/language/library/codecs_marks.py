# Marks of encodings, bad bytes and handlers of errors, in pieces and at once.
import codecs
import io
import os
import tempfile

codecs.register_error("mine", lambda error: ("?" * (error.end - error.start), error.end))
print((codecs.BOM_UTF16_BE + "añb".encode("utf-16-be") + b"\xd8\x00" + "c".encode("utf-16-be")).decode("utf-16", "mine"))
print((codecs.BOM_UTF8 + b"a\xff\xef\xbb\xbfb").decode("utf-8-sig", "mine"))
print("a\ud800b".encode("utf-16", "mine"), "a\ud800b".encode("utf-8-sig", "mine"))
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode(""), encoder.encode("a"), encoder.encode("b"))
encoder = codecs.getincrementalencoder("utf-8-sig")()
print(encoder.encode(""), encoder.encode("a"))
path = os.path.join(tempfile.mkdtemp(), "text")
for encoding in ("utf-16", "utf-8-sig", "utf-32"):
    with codecs.open(path, "w", encoding=encoding) as out:
        out.write("first")
        out.seek(0)
        out.write("ähm")
    with open(path, "rb") as raw:
        print(raw.read())
    with codecs.open(path, encoding=encoding) as text:
        print(ascii(text.read(3)))
        text.seek(0)
        print(ascii(text.read(3)))
for last in (b"\xff", b"\xc0", b"\xf5", b"\xc1"):
    with open(path, "wb") as raw:
        raw.write(b"abc" + last)
    try:
        print(codecs.open(path, encoding="utf-8").read())
    except UnicodeDecodeError as error:
        print(error)
kept = io.BytesIO(b"abcd")
view = kept.getbuffer()
try:
    kept.__setstate__((b"", 0, None))
except BufferError as error:
    print(error)
print(view[0])
view.release()
for kind, state in ((io.BytesIO, (b"", -1, None)), (io.StringIO, ("", "\n", -1, None))):
    try:
        kind().__setstate__(state)
    except ValueError as error:
        print(error)
