"""Expressions of large arrays: what is computed in one pass is what the operations give one by one.

Each random expression is computed whole, and again with a variable for each operation. What it is for is drawn too: a new array,
a reduction, a change of type, a store into a view that may share elements with operands.
"""

import hashlib
import warnings

import numpy as np

SHAPES = [(9500,), (20000,), (110, 90), (170, 133), (3, 6000), (2000, 20), (13, 40, 30), (60, 27, 16), (1500, 5, 3)]


class Draw:
    """A random stream of its own: the same everywhere."""

    def __init__(self, seed):
        self.state = seed * 7919 + 17

    def below(self, count):
        self.state = (self.state * 1103515245 + 12345) % (1 << 31)
        return (self.state >> 8) % count

    def of(self, items):
        return items[self.below(len(items))]


def make(draw, shape):
    count = int(np.prod(shape))
    a = np.arange(count) * (draw.below(900) + 101) % 977
    kind = draw.of("fffgiub")
    a = {"f": a / 331.0 - 0.7, "g": (a / 331.0 - 0.7).astype(np.float32), "i": a % 61 - 9, "u": (a % 200).astype(np.uint8),
         "b": a % 3 == 0}[kind].reshape(shape)
    layout = draw.of("ccccfs")
    if layout == "f":
        a = np.asfortranarray(a)
    if layout == "s":
        a = np.repeat(a, 2, axis=-1)[..., ::2]
    return a


class Tree:
    """An expression: its text, and its operations one by one."""

    def __init__(self, draw, depth):
        self.steps = []
        self.text, self.last = self.grow(draw, depth)

    def step(self, pattern, *parts):
        name = f"t{len(self.steps)}"
        self.steps.append(f"{name} = " + pattern.format(*(last for _, last in parts)))
        return pattern.format(*(text for text, _ in parts)), name

    def grow(self, draw, depth):
        if depth == 0 or draw.below(8) == 0:
            leaf = draw.of(["a", "b", "c", "u", "a", "b", "2", "0.5", "np.float64(1.5)", "row", "column"])
            return leaf, leaf
        kind = draw.below(13)
        if kind == 9:
            name = draw.of("abcu")
            return self.step("np.roll(%s, %s, %s)" % (name, draw.of(["1", "-1", "5"]), draw.of(["0", "-1"])))
        one = self.grow(draw, depth - 1)
        if kind < 8:
            return self.step("({} %s {})" % draw.of("+-***+/-"), one, self.grow(draw, depth - 1))
        if kind == 8:
            return self.step("np.where({} > 1, {}, {})", one, one, self.grow(draw, depth - 1))
        if kind == 10:
            return self.step("np.sqrt(np.abs({} * 1.0))", one)
        if kind == 11:
            return self.step("({} %s {})" % draw.of(["<", ">=", "=="]), one, self.grow(draw, depth - 1))
        return self.step("(-({} * 1))", one)


def neighbours(draw, rank):
    def part():
        moves = {0: ":-2", 1: "1:-1", 2: "2:"}
        return ", ".join(moves[draw.below(3)] for _ in range(min(rank, 2)))

    return f"u[{part()}] * 0.25 + u[{part()}] - 0.5 * u[{part()}]"


def purposes(draw, rank):
    axis = draw.of(["", "", "axis=0", "axis=-1", "axis=None, keepdims=True", "axis=0, keepdims=True"])
    axis = "axis=(0, 1)" if rank > 1 and draw.below(6) == 0 else axis
    name = draw.of(["sum", "sum", "mean", "max", "min", "prod", "any", "all"])
    inner = ", ".join(["1:-1"] * min(rank, 2))
    return draw.of([
        "r = {}", f"r = ({{}}).{name}({axis})", f"r = np.{name}({{}}{', ' * bool(axis)}{axis})", "w[...] = {}; r = w",
        "w[:] = {} + w; r = w", "u %s= {}; r = u" % draw.of("+-*"), "w %s= ({}) * 2; r = w" % draw.of("+-*"),
        "r = ({}).astype(%s)" % draw.of(["np.float32", "int", "float", "bool"]), "u[::-1] = {}; r = u",
        "u[...] = u * ({}) + u; r = u", "u.T[...] = ({} + u).T * 2 + u.T; r = u", "u[1:] = u[:-1] * 2 + u[1:]; r = u",
        "u[:-1] = u[1:] * 2 + u[:-1]; r = u", f"u[{inner}] = {neighbours(draw, rank)}; r = u",
        f"u[{inner}] += {neighbours(draw, rank)}; r = u",
    ])


def run(text, names):
    names = {name: value.copy() if name in "uw" else value for name, value in names.items()}
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            for statement in text.split("; "):
                exec(statement, names)
        except Exception as error:
            return type(error).__name__
    told = sorted({str(warning.message) for warning in warned if "cast" not in str(warning.message)})
    results = [names["r"], names["u"], names["w"]]
    for result in results:
        # Which of two zeros, or of two things that are no numbers, is not what counts here.
        if isinstance(result, np.ndarray) and result.dtype.kind == "f":
            result[np.isnan(result)] = 12345.0
            result[result == 0] = 0
    return [(str(result.dtype), result.shape, result.tobytes()) for result in results], told


wrong = 0
for seed in range(240):
    draw = Draw(seed)
    shape = draw.of(SHAPES)
    names = {"np": np, "a": make(draw, shape), "b": make(draw, shape), "c": make(draw, shape)}
    names["row"], names["column"] = make(draw, shape)[:1], make(draw, shape)[..., :1]
    count = int(np.prod(shape))
    names["u"] = (np.arange(count) * 37 % 911 / 300.0).reshape(shape)
    names["w"] = (np.arange(count) * 53 % 97).reshape(shape).astype(draw.of(["f8", "f4", "i8"]))
    tree = Tree(draw, 1 + draw.below(4))
    purpose = purposes(draw, len(shape))
    whole = run(purpose.format(tree.text), names)
    steps = tree.steps if "{}" in purpose else []
    stepwise = run("; ".join(steps + [purpose.format(tree.last)]), names)
    if whole != stepwise:
        wrong += 1
        print("differs:", seed, shape, purpose.format(tree.text))
    if isinstance(whole, str):
        print(seed, whole)
        continue
    print(seed, *(f"{dtype} {shape} {hashlib.md5(bits).hexdigest()[:8]}" for dtype, shape, bits in whole[0]), *whole[1])
print("differ:", wrong)

# What is read and written in one pass is read before it is written, whatever is next to what.
for shift in (-130, -3, -1, 0, 1, 2, 129, 1024, 1025, 3000):
    u = np.arange(9000) % 101 / 7.0
    v = u.copy()
    start, stop = max(shift, 0), 9000 + min(shift, 0)
    moved = v[start - shift : stop - shift] * 3.0
    moved = moved - v[start:stop]
    v[start:stop] = moved
    u[start:stop] = u[start - shift : stop - shift] * 3.0 - u[start:stop]
    print(shift, bool((u == v).all()))

# Where a warning is an error, the target stays as it was.
u = np.arange(20000.0)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        u[:] = (u + 1) / (u * 0)
    except RuntimeWarning as warning:
        print(warning, u.sum())
with np.errstate(all="raise"):
    try:
        u += (u + 1) / (u * 0)
    except FloatingPointError as error:
        print(error, u.sum())
