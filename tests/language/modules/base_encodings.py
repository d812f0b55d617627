# Every way to write bytes as text, of lengths around a whole group, and what is said of text that stands for nothing.
import base64
import binascii
import random

random.seed(5)
DATA = [random.randbytes(length) for length in (*range(12), 57, 100)] + [b"\0" * 9, b"    " * 2 + b"  ", b"\xff" * 8]
WAYS = [
    ("b64", base64.b64encode, base64.b64decode), ("url", base64.urlsafe_b64encode, base64.urlsafe_b64decode),
    ("b32", base64.b32encode, base64.b32decode), ("b32hex", base64.b32hexencode, base64.b32hexdecode),
    ("b16", base64.b16encode, base64.b16decode), ("b85", base64.b85encode, base64.b85decode),
    ("a85", base64.a85encode, base64.a85decode),
    ("padded", lambda data: base64.b85encode(data, pad=True), base64.b85decode),
    ("folded", lambda data: base64.a85encode(data, foldspaces=True, adobe=True),
     lambda text: base64.a85decode(text, foldspaces=True, adobe=True)),
]
for name, encode, decode in WAYS:
    for data in DATA:
        text = encode(data)
        back = decode(text)
        print(name, text, back == data, decode(text.decode()) == back)
    print(encode(bytearray(b"abc")), encode(memoryview(b"abcd")))


def attempt(call, *args, **more):
    try:
        print(args, call(*args, **more))
    except Exception as error:
        print(args, type(error).__name__, error)


for text in ("", "=", "==", "====", "QQ==", "QQ=", "Q", "QUI=", "QUJD", "QUJD\n", "Q U\tI=", "QQ==QQ==", "QR==", "QQ===", "*QUI=", "QUJ", "QUJDR"):
    attempt(base64.b64decode, text)
    attempt(base64.b64decode, text, validate=True)
    attempt(binascii.a2b_base64, text, strict_mode=True)
for text in ("", "========", "MFRGG===", "MFRGG==", "mfrgg===", "MF======", "MFRA====", "M=======", "MFRGGZA=", "MFR=====", "MFRGG0==", "MF=RGG==", "MFRGGZB="):
    attempt(base64.b32decode, text)
    attempt(base64.b32decode, text, True)
    attempt(base64.b32decode, text, map01="L")
    attempt(base64.b32hexdecode, text)
for text in ("", "0", "00", "~~~~~", "|NsC0", "abc def", "VPa!s", "}0000", "0000\x7f"):
    attempt(base64.b85decode, text)
for text in ("", "z", "zz!", "!z", "y", "!!!!!", "s8W-!", "s8W-\"", "uuuuu", "ab\n c", "v", "<~87cUR~>", "87cUR~>"):
    attempt(base64.a85decode, text)
    attempt(base64.a85decode, text, adobe=True)
    attempt(base64.a85decode, text, foldspaces=True, ignorechars=b"v")
print(bytes(range(20)).hex(), bytes(range(7)).hex(":", 2), bytes(range(7)).hex("-", -3), b"".hex())
print("abc".encode(), "aé".encode(), "abc".encode("utf-8"), b"abc".decode(), b"a\xc3\xa9".decode(), b"".decode() == "")
attempt(b"\xff".decode)
attempt("\ud800".encode)
