def attempt(action):
    try:
        return action()
    except UnicodeError as error:
        print(type(error).__name__, error.encoding, ascii(error.object), error.start, error.end, error.reason)
        print(error, ascii(error.args))


attempt(lambda: b"abc\xff".decode("ascii"))
attempt(lambda: b"abc\xff\xfe".decode())
attempt(lambda: "ab\u20ac\u20acc".encode("latin-1"))
attempt(lambda: "\ud800".encode())
attempt(lambda: bytes("é", "ascii"))
attempt(lambda: str(b"\xe2\x82", "utf-8"))
for error in (
    UnicodeDecodeError("mine", b"abc", 1, 2, "no reason"),
    UnicodeEncodeError("mine", "abc", 0, 3, "no reason"),
    UnicodeTranslateError("abc", 1, 2, "no reason"),
):
    print(error, "|", repr(error))
    error.reason = "another"
    print(error)
for arguments in ((), ("a", "b", 1, 2, "c"), ("a", b"b", "1", 2, "c"), (1, b"b", 1, 2, "c")):
    try:
        raise UnicodeDecodeError(*arguments)
    except TypeError as problem:
        print(problem)
b"\xff".decode()
