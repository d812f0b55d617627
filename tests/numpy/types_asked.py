# dtype= of universal functions: which types may be asked for, and what may not become one of them.
import numpy as np

whole = np.array([1, 2, 3])
floats, small, unsigned = whole * 1.5, whole.astype("i1"), whole.astype("u1")
pairs = floats + 1j
binary = """add subtract multiply divide true_divide floor_divide remainder power maximum fmax less equal logical_and
bitwise_and left_shift arctan2 hypot logaddexp copysign""".split()
unary = """negative sqrt exp isnan floor rint logical_not invert square conjugate reciprocal spacing""".split()
operands = {
    "whole": (whole, whole), "floats": (floats, floats), "pairs": (pairs, pairs), "truths": (whole > 1, whole > 1),
    "small": (small, small), "unsigned": (unsigned, unsigned), "mixed": (whole, floats), "int": (whole, 2),
    "float": (floats, 2), "float of small": (small, 2.5),
}
messages = {}
for name in binary + unary:
    function = getattr(np, name)
    for dtype in ("?", "i1", "i8", "u1", "f4", "f8", "c8", "c16"):
        row = []
        for values in operands.values():
            with np.errstate(all="ignore"):
                try:
                    row.append(function(*values[: function.nin], dtype=dtype).dtype.str)
                except TypeError as error:
                    row.append("".join(letter for letter in str(error) if letter in "Nn0123456789"))
                    messages[f"{function.nin} {row[-1]}"] = f"{type(error).__name__} {error}"
        print(name, dtype, *row)
for message in messages.values():
    print(message)
print(np.absolute(pairs, dtype="f8"), np.less(whole, floats, signature="dd->?"))

# One divided by complex numbers.
zeros = [1.5 + 0j, 2 - 0j, 1j, -2 + 3j, -3 - 0.0j, 0j, -0.0 - 0j, complex("inf"), complex("nan+1j"), 1e308 + 1e308j]
for dtype in ("c16", "c8"):
    with np.errstate(all="ignore"):
        values = np.array(zeros * 3).astype(dtype)
        print(np.reciprocal(values).tolist())
    with np.errstate(all="raise"):
        for value in values[: len(zeros)]:
            try:
                np.reciprocal(np.array([value]))
            except FloatingPointError as error:
                print(value, error)
values = np.array([1.5 + 0j, 2 + 1j, -0.3 + 7j])
print(values**-1, values**-1.0, values**2, values**2.0, (values**0.5).tolist())
