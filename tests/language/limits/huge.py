# Requests that can never be met are refused at once. Where CPython would go on for ever, only Taipan is asked.
import array, collections, itertools, math, struct, sys

FAR = 10**13


def refuse(what, *more):
    try:
        what()
        print(*more, "done")
    except (MemoryError, OverflowError, ValueError) as error:
        print(*more, type(error).__name__)


for what in (
    lambda: list(range(FAR)),
    lambda: bytearray(FAR),
    lambda: bytes(FAR),
    lambda: "a".center(FAR),
    lambda: "a".ljust(FAR),
    lambda: "a".zfill(FAR),
    lambda: "%0*d" % (FAR, 1),
    lambda: "{:>10000000000000}".format(1),
    lambda: f"{1:{FAR}}",
    lambda: "\t".expandtabs(FAR),
    lambda: 1 << FAR,
    lambda: (1).to_bytes(FAR, "big"),
    lambda: array.array("d", [0]) * FAR,
    lambda: "abc".encode() * FAR,
    lambda: struct.pack("10000000000000s", b"a"),
    lambda: [0] * FAR,
    lambda: [*range(FAR)],
    lambda: "%.*f" % (FAR, 1.0),
    lambda: "%.*d" % (FAR, 1),
    lambda: "%.*s" % (FAR, "a"),
    lambda: "%.10000000000000f" % 1.0,
    lambda: format(1.0, ".10000000000000f"),
    lambda: b"".join([bytes(10**6)] * 10**7),
    lambda: "".join(["a" * 10**6] * 10**7),
    lambda: math.factorial(2**70),
    lambda: math.comb(2**200, 2**100),
):
    refuse(what, what.__code__.co_firstlineno - 20)

ours = "aipan" in sys.version
for name, what in (
    ("chain", lambda: list(itertools.chain(range(FAR)))),
    ("chains", lambda: tuple(itertools.chain([1], range(FAR)))),
    ("set", lambda: set(range(FAR))),
    ("dict", lambda: dict.fromkeys(range(FAR))),
    ("sorted", lambda: sorted(range(FAR))),
    ("zip", lambda: list(zip(range(FAR), range(FAR)))),
    ("enumerate", lambda: list(enumerate(range(FAR)))),
    ("repeat", lambda: list(itertools.repeat(0, FAR))),
    ("deque", lambda: collections.deque(range(FAR))),
    ("comb", lambda: math.comb(10**9, 5 * 10**8)),
    ("perm", lambda: math.perm(10**9, 5 * 10**8)),
    ("factorial", lambda: math.factorial(10**9)),
    ("power", lambda: 10**10**10),
):
    if ours:
        refuse(what, name)
    else:
        print(name, "MemoryError")
