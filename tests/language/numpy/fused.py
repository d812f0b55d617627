# Expressions of large arrays: computed in one pass, with the results, types, orders and warnings that they have step by step.
import warnings

import numpy as np


def shown(x):
    flat = x.ravel()
    return x.dtype.name, x.shape, x.strides, flat[:3].tolist(), flat[-2:].tolist(), x.tolist() == x.copy().tolist()


def check(x, *steps):
    """The sum of all bits, so that nothing goes unseen."""
    print(shown(x), int(np.frombuffer(x.tobytes(), dtype=np.uint8).astype(np.int64).sum()), *steps)


rng = np.arange(32400.0).reshape(180, 180)
a = (rng * 37 % 101) / 7 - 3
b = (rng * 53 % 89) / 11 + 0.5
c = np.asfortranarray(b)
row = np.arange(180.0)
column = np.arange(180.0).reshape(180, 1)
n = (rng * 31 % 127).astype(np.int64)
f = a.astype(np.float32)
z = a + 1j * b
t = a > 0

check(a + b * 2 - 1)
check(2 - (a * b))
check((a + b) * (a - b) / (b + 1))
check(-a + -(b * 2) ** 2)
check((a + b) ** 2 - (b - a) ** 2)
check(b ** 0.5 + b ** -1 + b ** 2.0)
check(a + c * 2)
check(c * 2 + c)
check((c * 2 + c) * a)
check(a.T * 2 + c)
check(a + row * 2)
check(a * column + row)
check((row * 2) * column + a)
check(row * 2 + column * 3 - a)
check(a[1:-1, 1:-1] * 4 - a[:-2, 1:-1] - a[2:, 1:-1])
check(a[::-1] * 2 + a[:, ::-1])
check(z[::2, ::2] * 3 + b[1::2, 1::2])
check(n * 2 + n // 3 - n % 5)
check((n & 12) | (n ^ 5) + 1)
check(n / 4 + a)
check(n + 0.5 + a)
check(n * 3 + True)
check(f * 2 + f / 3)
check(f * 0.1 + f * f)
check(f + a * 2)
check(f * np.float64(0.5) + f)
check(a * np.float32(0.5) + b)
check(z * 2 + z - 1j)
check(a * 1j + b)
check((a > 0) & (b * 2 < 5))
check(~(a > b + 1) | t)
check((a == b) != (a * 2 <= b))
check(abs(a - b) * 2)
check(np.sqrt(a * a + b * b))
check(np.sqrt(b) * np.floor(a) + np.abs(a))
check(np.maximum(a * 2, b) - np.minimum(a, b * 3))
check(np.where(a > b * 2, a * 2, b - 1))
check(np.where(t, 1.0, a * 2) + 1)
check(np.where(a * 2 > 1, 0, n * 2))
check(np.where(t & (b > 3), f * 2, 0.5))
check(np.roll(a, 1, 0) + np.roll(a, -1, 0) - 2 * a)
check(np.roll(a, 1, 1) + np.roll(a, -1, 1) * 2)
check(a + 0.1 * (np.roll(a, 1, 0) + np.roll(a, -1, 0) + np.roll(a, 1, 1) + np.roll(a, -1, 1) - 4 * a))
check(np.roll(a, 83, 0) * np.roll(b, -161, 1) + np.roll(c, 3, -1))
check(np.roll(a[::2, 1:], 3, 1) * 2 + a[1::2, :-1])
check(np.roll(a, 5) * 2 + a)
check(np.roll(a, (1, -2), (0, 1)) + np.roll(np.roll(b, 3, 0), -5, -1) * 2 + np.roll(np.roll(a, 3, 1), 78, 1))
check(np.roll(np.roll(a * 2, 1, 0), 1, 1) - np.roll(row, 2, 0))
check(np.exp(-(a * a) / 4) * 0 + np.sign(a))

long = a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2 + a * 3 + a * 4 + a * 5 + a * 6 + a * 0 + a * 1 + a * 2
check(long)

board = (n % 3 == 0).astype(np.int64)
around = sum(np.roll(np.roll(board, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1)) - board
check(((around == 3) | ((around == 2) & (board == 1))).astype(np.int64))
cut = board[:-2, 1:-1] + board[2:, 1:-1] + board[1:-1, :-2] + board[1:-1, 2:]
check(cut)

# What reads and writes the same array.
u = a.copy()
u[1:] = u[:-1] + u[1:] * 2
check(u)
u += u * 2 - b
check(u)
u = u[::-1] - u
check(u)
v = u
u = u * 0 + v
check(u, u is v)
u[:, 1:-1] = 0.5 * (u[:, 2:] + u[:, :-2])
check(u)

# Small arrays, no elements, other dimensions.
small = np.arange(5.0)
check(small * 2 + small)
empty = np.zeros((0, 4096))
check(empty * 2 + empty)
thin = np.arange(9000.0).reshape(4500, 2)
check(thin * 2 + thin)
check(thin.T * 2 - thin.T)
deep = np.arange(15625.0).reshape(5, 5, 5, 5, 5, 5)
check(deep * 2 - deep.transpose(5, 1, 2, 3, 4, 0))
check(np.broadcast_to(row, (180, 180)) * 2 + a)


# Warnings, each of the operation that has it; and none where nobody wants them.
def signals(function):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = function()
    print([str(w.message) for w in caught], end=" ")
    check(np.nan_to_num(result, nan=1.5, posinf=2.5, neginf=3.5))


zero = a * 0
signals(lambda: a / zero + b / zero * 2)
# The last digit of a logarithm may be another than numpy's.
signals(lambda: np.round(np.sqrt(a) * 2 + np.log(a * 2), 9))
signals(lambda: a * 1e200 * 1e200 - b * 1e300 * 1e300)
signals(lambda: a * 1e-200 * 1e-200 + b)
with np.errstate(all="ignore"):
    signals(lambda: a / zero + b / zero * 2)
try:
    with np.errstate(divide="raise"):
        print(a * 2 + b / zero)
except FloatingPointError as error:
    print(error)
for wrong in (lambda: a * 2 + row[:7], lambda: t * 2 - t - t, lambda: n ** (n * 0 - 1) + 1):
    try:
        print(wrong().dtype)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


# Operands that are no arrays.
class Other:
    def __add__(self, other):
        return "added", type(other).__name__

    def __radd__(self, other):
        return "added to", type(other).__name__, other.shape

    __array_ufunc__ = None


print(a * 2 + Other(), Other() + a * 2)
print([1, 2] * 2 + [3], (a * 2).sum() == (a + a).sum(), len(a * 2 + 1), (a + a)[3, 4], bool((a + a == 2 * a).all()))
x = (a + b).T
check(x * 2 + 1)
