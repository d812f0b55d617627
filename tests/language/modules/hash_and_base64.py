import base64
import binascii
import hashlib
import zlib


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
             "blake2b", "blake2s"):
    h = getattr(hashlib, name)(b"abc")
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name)
    h.update(b"more" * 100)
    copied = h.copy()
    h.update(bytearray(b"x"))
    print(h.hexdigest() == copied.hexdigest(), hashlib.new(name, b"abc").digest()[:4])
print(hashlib.md5().hexdigest(), hashlib.sha256("text".encode()).hexdigest())
attempt(lambda: hashlib.md5("text"))
attempt(lambda: hashlib.md5(5))
attempt(lambda: hashlib.new("nothing"))
print(sorted(hashlib.algorithms_guaranteed)[:5])

print(binascii.hexlify(b"\x00\xffab"), binascii.hexlify(b"abcdef", "-"), binascii.hexlify(b"abcdef", b":", 2))
print(binascii.hexlify(b"abcdefg", ":", -3), binascii.unhexlify("00FFab"), binascii.a2b_hex(b"6162"))
attempt(lambda: binascii.unhexlify("abc"))
attempt(lambda: binascii.unhexlify("zz"))
attempt(lambda: binascii.unhexlify("\u00e9\u00e9"))
attempt(lambda: binascii.hexlify("a"))
for data in (b"", b"a", b"ab", b"abc", b"abcd", bytes(range(256))):
    coded = binascii.b2a_base64(data)
    print(coded, binascii.a2b_base64(coded) == data, binascii.b2a_base64(data, newline=False)[-4:])
    print(binascii.crc32(data), zlib.crc32(data, 7), zlib.adler32(data), binascii.crc_hqx(data, 0))
attempt(lambda: binascii.a2b_base64("a"))
attempt(lambda: binascii.a2b_base64("ab"))
attempt(lambda: binascii.a2b_base64("abcde"))
attempt(lambda: binascii.a2b_base64("YW\nJj"))
attempt(lambda: binascii.a2b_base64(5))
print(binascii.Error.__mro__)

print(base64.b64encode(b"hello world?>"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xfb\xff"))
print(base64.urlsafe_b64decode("-_8="), base64.b32encode(b"hello"), base64.b32decode("NBSWY3DP"))
print(base64.b16encode(b"hi"), base64.b16decode("6869"), base64.encodebytes(b"a" * 60), base64.decodebytes(b"YWJj\n"))
print(base64.b85encode(b"hello world"), base64.b85decode(base64.b85encode(b"hello world")))
print(base64.a85encode(b"hello\0\0\0\0"), base64.a85decode(base64.a85encode(b"hello")))
print([base64.b32decode(base64.b32encode(b"x" * n)) for n in range(7)])
attempt(lambda: base64.b64decode("a"))
attempt(lambda: base64.b16decode("6g"))
attempt(lambda: base64.b32decode("A"))
attempt(lambda: base64.b64decode("YQ=*", validate=True))

# Letters of one's own, and what is no such text.
blob = bytes(range(250, 256)) * 3
print(base64.urlsafe_b64encode(blob), base64.b64encode(blob, b"@#"), base64.b64encode(blob, altchars=b"zz"))
print(base64.urlsafe_b64decode(base64.urlsafe_b64encode(blob)) == blob, base64.b64decode(base64.b64encode(blob, b"@#"), b"@#") == blob)
print(base64.b64decode("-_-_", altchars="-_"), base64.b64decode(bytearray(b"AAAA")), base64.standard_b64decode(memoryview(b"AA==")))
for call in (
    lambda: base64.b64encode("text"),
    lambda: base64.b64encode(blob, b"abc"),
    lambda: base64.b64encode(blob, "ab"),
    lambda: base64.b64decode(5),
    lambda: base64.b64decode("\xe9"),
    lambda: base64.b64decode("AAAA", b"a"),
    lambda: base64.b64decode("AA!A", validate=True),
    lambda: base64.urlsafe_b64decode("AA!A"),
    lambda: base64.urlsafe_b64encode(),
    lambda: base64.b64encode(blob, b"ab", 3),
    lambda: base64.standard_b64decode(t=1),
):
    attempt(call)

# Bytes of a set at the ends, and taken out.
digits = b"0123456789ABCDEF"
print(b"00fF1".strip(digits), b"xx1y".lstrip(b"x"), b"\xff\x00\x80a".strip(b"\x80\xff\x00"), bytes(range(256)).translate(None, bytes(range(1, 255))))
print(bytes.fromhex("00fF 1a"), bytes.fromhex("ABcd"), base64.b16decode(base64.b16encode(blob)) == blob)
attempt(lambda: base64.b16decode("0g"))
