# Halves of surrogate pairs that stand alone in text.
s = "a\ud800b\udcffc"
print(repr(s), ascii(s), len(s), [hex(ord(c)) for c in s], s[1] == chr(0xD800), s == "a" + chr(0xD800) + "b\udcffc", repr(chr(0xDFFF)))
print("\ud800" in s, s.find("\udcff"), s.replace("\ud800", "?").encode("utf-8", "surrogateescape"), "\ud800".isalpha(), "\ud800".isprintable(), {s: 1}[s])
for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogatepass", "surrogateescape"):
    for encoding in ("utf-8", "ascii", "latin-1"):
        try:
            print(errors, encoding, s.encode(encoding, errors))
        except UnicodeEncodeError as e:
            print(errors, encoding, e)
raw = b"ok\xff\xfe end"
text = raw.decode("utf-8", "surrogateescape")
print(repr(text), text.encode("utf-8", "surrogateescape") == raw, repr(b"\x80".decode("ascii", "surrogateescape")))
try:
    print("\ud834\udd1e")
except UnicodeEncodeError as e:
    print(e)
print(repr("\ud834\udd1e"), len("\ud834\udd1e"), repr("\U0001d11e"))


class Ended:
    def __iter__(self): return self
    def __next__(self): raise StopIteration(42)


for step in (lambda: next(Ended()), lambda: next(enumerate(Ended())), lambda: next(map(abs, Ended())), lambda: next(iter([]))):
    try:
        step()
    except StopIteration as e:
        print(e.args)
print(next(Ended(), "default"), list(Ended()))
