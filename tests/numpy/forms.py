"""Evaluates the lines of a file of expressions, and shows for each what it gives: type, shape, strides, text, warnings.

A line may be several statements with semicolons between; the last one is the expression.
"""
import sys
import warnings

import numpy as np

A = np.arange(12).reshape(3, 4)
F = np.arange(12.0).reshape(3, 4) / 7
V = np.array([3.0, 1.0, 2.0, 5.0, 4.0])
I = np.array([3, 1, 2, 5, 4])
Z = np.array([1 + 2j, 3 - 1j, 0.5j])
B = np.array([True, False, True, True, False])
N = np.array([1.0, np.nan, 3.0, np.inf, -2.0])
C3 = np.arange(24).reshape(2, 3, 4)
S = np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]])
U8 = np.array([250, 3, 7], dtype=np.uint8)
F4 = np.array([1.5, 2.5, -3.25], dtype=np.float32)
ARRAYS = {name: value for name, value in globals().items() if isinstance(value, np.ndarray)}


def show(value):
    if isinstance(value, np.ndarray):
        strides = value.strides if value.size and 1 not in value.shape else ""
        return f"{value.dtype} {value.shape} {strides} {value!r}"
    if isinstance(value, (tuple, list)):
        return type(value).__name__ + "(" + "; ".join(show(item) for item in value) + ")"
    return f"{type(value).__name__} {value!r}"


def outcome(line):
    names = {"np": np} | {name: value.copy() for name, value in ARRAYS.items()}
    *before, last = line.split("; ")
    try:
        for statement in before:
            exec(statement, names)
        return show(eval(last, names))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for line in open(sys.argv[1]):
    line = line.rstrip("\n")
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        text = outcome(line)
    text += "".join(f" [{w.category.__name__}: {w.message}]" for w in warned)
    print(line, "=>", text.replace("\n", "\\n"))
