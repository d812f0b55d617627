"""Answers for tests/number.rs: one case a line comes in, one outcome a line goes out.

A case is an operation and its arguments, separated by tabs. Numbers are written so that nothing is lost: integers in
decimal after `i`, floats as their bits after `f`, complex numbers as two such after `c`, texts in hexadecimal after `s`,
lists of floats after `l`.
"""
import cmath, math, operator, struct, sys

NAN = "fnan"


def show(value):
    if isinstance(value, bool):
        return "b%d" % value
    if isinstance(value, int):
        return "i%x" % value if abs(value) >= 1 << 64 else "i%d" % value
    if isinstance(value, float):
        return NAN if value != value else "f%016x" % struct.unpack("<Q", struct.pack("<d", value))
    if isinstance(value, complex):
        return "c" + show(value.real) + show(value.imag)
    if isinstance(value, str):
        return "s" + value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    if isinstance(value, tuple):
        return " ".join(map(show, value))
    raise TypeError(value)


def to_float(bits):
    return struct.unpack("<d", struct.pack("<Q", int(bits, 16)))[0]


def read(text):
    kind, rest = text[0], text[1:]
    if kind == "i":
        return int(rest, 16)
    if kind == "f":
        return to_float(rest)
    if kind == "c":
        return complex(to_float(rest[:16]), to_float(rest[16:]))
    if kind == "s":
        return bytes.fromhex(rest).decode()
    return [to_float(rest[at : at + 16]) for at in range(0, len(rest), 16)]


def compare(a, b):
    return (a < b, a == b, a > b)


OPERATIONS = {
    "true_div": operator.truediv,
    "floor_div": operator.floordiv,
    "compare": compare,
    "round": round,
    "repr": repr,
    "from_hex": float.fromhex,
    "hex": float.hex,
    "ratio": float.as_integer_ratio,
    "is_integer": float.is_integer,
    "percent": operator.mod,
    "bit_count": int.bit_count,
    "bit_length": int.bit_length,
    "hash_pair": lambda a, b: hash((a, b)),
}


def find(name):
    if name in OPERATIONS:
        return OPERATIONS[name]
    if name.startswith("cmath."):
        return getattr(cmath, name[6:])
    if name.startswith("math."):
        return (lambda values: math.hypot(*values)) if name == "math.hypot" else getattr(math, name[5:])
    builtins = {"pow": pow, "divmod": divmod, "abs": abs, "hash": hash, "int": int, "float": float, "complex": complex, "format": format, "str": str}
    return builtins[name] if name in builtins else getattr(operator, name)


for line in sys.stdin:
    name, *arguments = line.rstrip("\n").split("\t")
    try:
        print(show(find(name)(*map(read, arguments))))
    except Exception as error:
        print("!%s: %s" % (type(error).__name__, error))
