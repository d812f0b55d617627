# Operations that are computed several at a time: the same bits, and the same warnings in the same order.
import warnings
import numpy as np

rng = np.random.default_rng(11)
n = 20000
forms = {
    "(a+b)+c": lambda a, b, c, d: a + b + c, "(a+b)-c": lambda a, b, c, d: a + b - c, "(a+b)*c": lambda a, b, c, d: (a + b) * c,
    "(a-b)+c": lambda a, b, c, d: a - b + c, "(a-b)-c": lambda a, b, c, d: a - b - c, "(a-b)*c": lambda a, b, c, d: (a - b) * c,
    "a*b+c": lambda a, b, c, d: a * b + c, "a*b-c": lambda a, b, c, d: a * b - c, "c*(a+b)": lambda a, b, c, d: c * (a + b),
    "c*(a-b)": lambda a, b, c, d: c * (a - b), "c+a*b": lambda a, b, c, d: c + a * b, "c-a*b": lambda a, b, c, d: c - a * b,
    "a+b+c+d": lambda a, b, c, d: a + b + c + d, "a*b+c*d": lambda a, b, c, d: a * b + c * d,
    "chain": lambda a, b, c, d: a + b + c + d + a + c + b + d + 1, "weights": lambda a, b, c, d: (a + 2 * b + c + 4 * d + 2 * a) / 16,
    "deep": lambda a, b, c, d: (a * b + c) * d - (a - b) * (c + d) + 0.5 * a * a, "constants": lambda a, b, c, d: 2 * a + 3 * b - 1,
    "divided": lambda a, b, c, d: a / b + c * d - a / (b - b), "squares": lambda a, b, c, d: (a - b) ** 2 + (c - d) ** 2,
    "mixed": lambda a, b, c, d: a * 2 + b * c - (d > 0), "rolled": lambda a, b, c, d: np.roll(a, 1) + np.roll(a, -1) - 2 * a,
}


def told(f, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = f(*args)
    return result, [str(w.message) for w in caught]


def bits(x):
    # What is not a number is one as good as the other.
    return np.where(x == x, x, x.dtype.type(0)).tobytes() + (x == x).tobytes()


def one_by_one(f, args):
    # Rows too short for more than one operation at a time.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.concatenate([f(*[x[i:i + 100] for x in args]) for i in range(0, n, 100)])


kinds = {
    "f8": rng.standard_normal((4, n)), "f4": rng.standard_normal((4, n)).astype(np.float32),
    "i8": rng.integers(-2**62, 2**62, (4, n)), "i4": rng.integers(-2**30, 2**30, (4, n)).astype(np.int32),
    "u1": rng.integers(0, 256, (4, n)).astype(np.uint8), "c16": rng.standard_normal((4, n)) + 1j,
}
kinds["large"] = np.ldexp(kinds["f8"], rng.integers(960, 1021, (4, n)))
odd = kinds["f8"].copy()
odd[:, rng.integers(0, n, 2600)] = rng.choice([np.inf, -np.inf, np.nan, 0.0, -0.0, 5e-324], (4, 2600))
kinds["odd"] = odd
for kind, args in kinds.items():
    if kind == "c16":
        del forms["divided"]
    else:
        forms["divided"] = lambda a, b, c, d: a / b + c * d - a / (b - b)
    for name, f in forms.items():
        try:
            result, warned = told(f, *args)
            wanted = one_by_one(f, args) if name != "rolled" else result
        except TypeError as error:
            print(kind, name, error)
            continue
        strided = told(f, *[np.repeat(x, 2)[::2] for x in args])[0]
        back = told(f, *[x[::-1] for x in args])[0][::-1] if name != "rolled" else result
        same = [bits(x) == bits(result) for x in (wanted, strided, back)]
        print(kind, name, result.dtype, same, warned, format(float(np.nansum(np.abs(np.where(np.isfinite(result), result, 0)) % 97)), ".9g"))

# Where results go: new arrays, views, operands.
for kind in ["f8", "i8", "large"]:
    a, b, c, d = kinds[kind].copy()
    m = np.zeros((3, n), a.dtype)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        m[1] = a + b + c
        m[:, ::2] = (a * b + c)[::2]
        a += b * c
        b[1:] = b[:-1] + c[1:] + d[1:]
        c[:] = c + d + c + d
        d -= a - b - c
        m[0, 5:] = m[0, :-5] + m[2, 5:] * 2
    print(kind, [format(float(np.sum(np.where(np.isfinite(x), x, 1) % 91)), ".9g") for x in (a, b, c, d, m)], [str(w.message) for w in caught])
