"""Every dtype, in several ranks and layouts, through operators, functions, reductions and subscripts."""
import sys

import numpy as np

state = int(sys.argv[1]) if len(sys.argv) > 1 else 12345


def draw(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state // 65536 % n


DTYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64", "complex64", "complex128"]
SHAPES = [(), (1,), (5,), (0,), (2, 3), (3, 1), (2, 0), (2, 3, 2)]
LAYOUTS = ["C", "F", "reversed", "stepped", "transposed"]


def make(dtype, shape, layout):
    n = 1
    for length in shape:
        n *= length
    values = [draw(7) - (0 if dtype[0] in "ub" else 3) for _ in range(n)]
    a = np.array(values, dtype=np.int64).astype(dtype).reshape(shape)
    if dtype[0] == "c":
        a = a + (a * 1j).astype(dtype)
    if layout == "F":
        return np.asfortranarray(a) if shape else a
    if layout == "reversed" and shape:
        return a[::-1]
    if layout == "stepped" and shape:
        b = np.zeros((2 * shape[0],) + shape[1:], dtype)
        b[::2] = a
        return b[::2]
    if layout == "transposed":
        return a.T
    return a


def show(label, function):
    try:
        with np.errstate(all="ignore"):
            r = function()
    except Exception as error:
        print(label, type(error).__name__)
        return
    if isinstance(r, np.ndarray):
        print(label, r.dtype, r.shape, "" if "[" in label or r.size == 0 else r.strides, np.round(r, 4).tolist() if r.dtype.kind in "fc" else r.tolist())
    else:
        print(label, type(r).__name__, np.round(r, 4) if isinstance(r, np.inexact) else r)


BINARY = ["+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>", "==", "<", ">=", "@"]
UNARY = ["negative", "absolute", "sqrt", "square", "sign", "floor", "rint", "isnan", "isfinite", "logical_not", "conjugate", "invert", "signbit", "reciprocal", "trunc"]
REDUCE = ["sum", "prod", "min", "max", "any", "all", "argmin", "argmax", "cumsum", "mean", "std", "cumprod"]
INDEX = ["0", "-2", "...", "None", "1:", "::-1", "::2", "[0, 1]", "[1, 1, 0]", "a > 1", "..., 0", ":, 1", "0, 0", "5", "np.array([[0, 1]])"]

for number in range(420):
    x, y = DTYPES[draw(13)], DTYPES[draw(13)]
    shape, layout = SHAPES[draw(8)], LAYOUTS[draw(5)]
    a, b = make(x, shape, layout), make(y, shape if draw(3) else SHAPES[draw(8)], LAYOUTS[draw(5)])
    label = f"{number} {x}{shape}{layout} {y}{b.shape}"
    op, f, r, i = BINARY[draw(16)], UNARY[draw(15)], REDUCE[draw(12)], INDEX[draw(15)]
    scalar = [2, 0, 2.5, True, 1j, np.float32(2), np.int8(3)][draw(7)]
    if x == "complex64" and f == "sqrt":
        f = "square"
    if f in ("sqrt", "reciprocal", "rint", "floor", "signbit", "square", "sign") and (x in ("bool", "int8", "uint8") or f in ("signbit", "rint", "reciprocal")):
        f = "negative"
    if op in ("**", "/", "//", "%") and {x, y} & {"complex64", "float32"}:
        op = "*"
    show(label + " " + op, lambda: eval(f"a {op} b"))
    show(label + f" {op} {scalar!r}", lambda: eval(f"a {op} scalar"))
    show(label + f" {f}", lambda: getattr(np, f)(a))
    if not (r in ("mean", "std", "sum", "prod", "cumsum", "cumprod") and x in ("float32", "complex64")):
        show(label + f" {r}", lambda: getattr(a, r)())
        show(label + f" {r} axis 0", lambda: getattr(a, r)(axis=0))
        show(label + f" {r} axis -1", lambda: getattr(a, r)(axis=-1))
    show(label + f" [{i}]", lambda: eval(f"a[{i}]"))

    def store():
        c = a.copy()
        exec(f"c[{i.replace('a > 1', 'c > 1')}] = 1", {"c": c, "np": np})
        return c

    show(label + f" [{i}] = 1", store)
    show(label + " copies", lambda: a.copy(order="K"))
    show(label + " cast", lambda: a.astype(y) if not (x[0] == "c" and y[0] != "c") else a)
    show(label + " flat", lambda: a.ravel())
    show(label + " sort", lambda: np.sort(a, axis=None))
    print(label, a.flags.c_contiguous, a.flags.f_contiguous, str(a.tolist() if x[0] in "ui" else a.shape))
