import codecs
import io

codecs.register_error("twice", lambda e: (e.object[e.start:e.end] * 2 if isinstance(e, UnicodeDecodeError) and 0 else "<%d>" % e.start, e.end))
print("aé bü€".encode("ascii", "twice"), b"a\xffb\xfe".decode("utf-8", "twice"), "é".encode("utf-16", "twice"))
codecs.register_error("back", lambda e: (b"?", e.end))
print("xéy".encode("ascii", "back"), codecs.lookup_error("back")(UnicodeEncodeError("a", "b", 0, 1, "c")))
for bad in (lambda e: 3, lambda e: ("x", 99), lambda e: (3, 1), lambda e: ("é", e.end)):
    codecs.register_error("bad", bad)
    try:
        "é".encode("ascii", "bad")
    except Exception as error:
        print(type(error).__name__, error)
print("aé€\U0001f600".encode("ascii", "namereplace"), "é".encode("ascii", "xmlcharrefreplace"))
for name in ("nope", 3):
    try:
        codecs.lookup_error(name)
    except (LookupError, TypeError) as error:
        print(type(error).__name__)
try:
    "é".encode("ascii", "nope")
except LookupError as error:
    print(error)
try:
    "é".encode("nope")
except LookupError as error:
    print(error)
try:
    bytes("x", "nope-8")
except LookupError as error:
    print(error)


def find(name):
    if name == "shift":
        return codecs.CodecInfo(
            lambda text, errors="strict": (bytes((ord(c) + 1) % 256 for c in text), len(text)),
            lambda data, errors="strict": ("".join(chr(b - 1) for b in bytes(data)), len(data)), name="shift")
    return None


codecs.register(find)
print("abc".encode("shift"), b"bcd".decode("shift"), str(b"bcd", "shift"), bytes("abc", "Shift"), codecs.lookup("shift").name)
codecs.unregister(find)
try:
    "abc".encode("shift")
except LookupError as error:
    print(error)

decoder = codecs.getincrementaldecoder("utf-8")()
text = "aé€\U0001f600"
print([decoder.decode(bytes([b])) for b in text.encode()], decoder.decode(b"", True), decoder.getstate())
try:
    decoder.decode(b"\xe2\x82", True)
except UnicodeDecodeError as error:
    print(error)
print([codecs.getincrementaldecoder(n)("replace").decode(b"\xff\xfea\x00", True) for n in ("utf-16", "utf-8", "ascii", "latin-1")])
for name in ("utf-16", "utf-32", "utf-8-sig", "utf-16-be", "latin-1"):
    encoder = codecs.getincrementalencoder(name)("replace")
    decoder = codecs.getincrementaldecoder(name)()
    data = [encoder.encode(c) for c in "aéb"]
    print(name, data, [decoder.decode(bytes([b])) for b in b"".join(data)])
print(list(codecs.iterencode(["a", "é"], "utf-8")), list(codecs.iterdecode([b"a\xc3", b"\xa9"], "utf-8")))

raw = io.BytesIO()
writer = codecs.getwriter("utf-8")(raw)
writer.write("é\n")
writer.writelines(["x\n", "last €"])
print(raw.getvalue())
raw.seek(0)
reader = codecs.getreader("utf-8")(raw)
print(repr(reader.readline()), reader.read(1), list(reader), reader.read())
raw.seek(0)
print(codecs.getreader("utf-8")(raw).readlines(), codecs.getreader("utf-8")(io.BytesIO(b"\xc3\xa9abc")).read(2, 1))
print(codecs.EncodedFile(io.BytesIO("é".encode("latin-1")), "utf-8", "latin-1").read())
print(codecs.encode("abc", "rot13"), codecs.encode(b"ab", "hex"), codecs.decode(b"YWI=\n", "base64"), codecs.decode(codecs.encode(b"x" * 9, "zlib"), "zlib"))
try:
    "x".encode("rot13")
except LookupError as error:
    print(error)
print(codecs.getencoder("ascii")("abc"), codecs.getdecoder("utf-8")(b"\xc3\xa9"), codecs.lookup("UTF8").name, codecs.lookup("latin1").name)
print(codecs.BOM_UTF8, codecs.ignore_errors(UnicodeDecodeError("a", b"b", 0, 1, "c")), codecs.replace_errors(UnicodeTranslateError("abc", 0, 2, "c")))
try:
    codecs.strict_errors(UnicodeEncodeError("a", "b", 0, 1, "c"))
except UnicodeEncodeError as error:
    print(error)
