import warnings
warnings.simplefilter("ignore")
# unicode_escape and raw_unicode_escape, both ways.
texts = ["plain", "tab\tline\n\r", "back\\slash", "caf\xe9", "snow\u2603", "\U0001f600", "\0\x7f", "\ud800", "\ud800\udc00", "quote'\""]
for text in texts:
    escaped, raw = text.encode("unicode_escape"), text.encode("raw_unicode_escape")
    print(escaped, raw, escaped.decode("unicode_escape") == text, len(raw.decode("raw-unicode-escape")))
for data in (b"\\x41\\u0042\\U00000043\\103", b"\\N{SNOWMAN}", b"a\\\nb", b"\\q\\8", b"\\a\\b\\f\\v\\'\\\"", b"\xe9\\xe9"):
    print(ascii(data.decode("unicode_escape")), ascii(data.decode("raw_unicode_escape", "replace")))
for data in (b"\\x4", b"\\u12", b"\\U0011", b"\\", b"ab\\Uffffffff", b"\\N{no such}", b"\\N{SNOW"):
    try:
        print(data.decode("unicode_escape"))
    except UnicodeDecodeError as error:
        print(error)
    print(ascii(data.decode("unicode_escape", "replace")), ascii(data.decode("unicode_escape", "ignore")))
import codecs

print(codecs.decode(r"a\tb", "unicode_escape"), codecs.encode("é", "unicode_escape"))


class Text(str):
    pass


class Shown:
    def __repr__(self):
        return Text("shown")

    def __str__(self):
        return Text("said")


class Wide:
    def __repr__(self):
        return Text("sh\xf6wn")


print(type(repr(Shown())).__name__, type(str(Shown())).__name__, type(ascii(Shown())).__name__, type(ascii(Wide())).__name__, ascii(Wide()))
print(type(Text(Shown())).__name__, Text(Shown()), f"{Shown()}", "%s" % Shown())
print(ord(bytearray(b"a")), ord(b"b"))
for source in ("\ud800", "x = '\ud800'"):
    for run in (eval, exec):
        try:
            run(source)
        except UnicodeEncodeError as error:
            print(error)
