# What an error of the system makes of its arguments.
for given in (
    (2, "x"), (2, "x", "f"), (2, "x", "f", None, "g"), (2, "x", "f", 5, "g"), (2, "x", "f", None), (2, "x", None, None, "g"),
    (2,), (2, "x", "f", None, "g", 1), (2, "x", b"f"), (2, "x", 3), (None, "x", "f"), ("a", "b", "c", "d", "e"),
):
    error = OSError(*given)
    print(str(error), "|", repr(error), error.args, error.errno, error.strerror, error.filename, error.filename2)
blocked = BlockingIOError(11, "x", 5)
print(blocked.characters_written, blocked, blocked.args, blocked.filename)
