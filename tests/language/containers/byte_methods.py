# All methods of bytes and bytearray, and % on both.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
b = b"Hello World"; ba = bytearray(b)
for x in (b, ba):
    for m in "capitalize swapcase title upper lower islower isupper istitle isalpha isdigit isalnum isspace isascii split rsplit splitlines strip lstrip rstrip expandtabs".split():
        t(lambda: getattr(x, m)())
    t(lambda: x.center(20, b"*")); t(lambda: x.ljust(15, b".")); t(lambda: x.rjust(15)); t(lambda: x.zfill(15)); t(lambda: b"-12".zfill(6))
    t(lambda: x.partition(b"o")); t(lambda: x.rpartition(b"o")); t(lambda: x.partition(b"zz")); t(lambda: x.rpartition(b"zz")); t(lambda: x.partition(b""))
    t(lambda: x.rsplit(b"o", 1)); t(lambda: x.split(b"l", 1)); t(lambda: x.removeprefix(b"Hel")); t(lambda: x.removesuffix(b"ld"))
    t(lambda: x.translate(bytes.maketrans(b"lo", b"01"))); t(lambda: x.translate(None, b"lo")); t(lambda: x.translate(b"a"))
    t(lambda: x.replace(b"l", bytearray(b"LL"))); t(lambda: x.find(bytearray(b"W"))); t(lambda: bytearray(b"o") in x); t(lambda: x.startswith((b"a", b"He"))); t(lambda: x.index(b"q"))
    t(lambda: x.join([b"1", bytearray(b"2")])); t(lambda: x.join(["a"])); t(lambda: x.hex()); t(lambda: x.hex(":")); t(lambda: x.hex("_", 2)); t(lambda: x.center(20, "a")); t(lambda: x + bytearray(b"x")); t(lambda: x + "a"); t(lambda: x.count(b"l")); t(lambda: x * 2); t(lambda: x[1:5]); t(lambda: x[::-1]); t(lambda: b"a\r\nb\nc".splitlines(True))
    t(lambda: x == memoryview(x)); t(lambda: x < b"z")
    t(lambda: x % 1)
t(lambda: b"%s" % "a"); t(lambda: b"%c" % 300); t(lambda: b"%c" % b"ab"); t(lambda: b"%d" % "a"); t(lambda: b"%f" % "x"); t(lambda: b"%5.2f|%-5d|%05d|%x" % (1.5, 3, 4, 255)); t(lambda: b"%y" % 1); t(lambda: b"%s %s" % (b"a",)); t(lambda: b"%a" % "é")
t(lambda: bytearray.fromhex("00 ff 10")); t(lambda: bytes.fromhex("zz"))
c = bytearray(b"abc"); c[1:2] = b"XYZ"; t(lambda: c); c[::2] = b"123"; t(lambda: c); del c[0]; t(lambda: c); c += b"q"; c *= 2; t(lambda: c); c.extend([1,2]); c.insert(0, 65); t(lambda: c); t(lambda: c.pop()); t(lambda: c.append(256)); t(lambda: c.append("a")); c[0:0] = memoryview(b"mm"); t(lambda: c)
