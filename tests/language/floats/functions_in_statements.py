# The functions of math give the same digits wherever they are called: written out in a statement, or from a variable with a list.
import math


def ones(xs):
    out = []
    for x in xs:
        a = math.sqrt(x)
        out.append(a)
        a = math.sin(x)
        out.append(a)
        a = math.cos(x)
        out.append(a)
        a = math.tan(x)
        out.append(a)
        a = math.asin(x / 40.0)
        out.append(a)
        a = math.acos(x / 40.0)
        out.append(a)
        a = math.atan(x)
        out.append(a)
        a = math.sinh(x)
        out.append(a)
        a = math.cosh(x)
        out.append(a)
        a = math.tanh(x)
        out.append(a)
        a = math.exp(x)
        out.append(a)
        a = math.expm1(x)
        out.append(a)
        a = math.log(x)
        out.append(a)
        a = math.log2(x)
        out.append(a)
        a = math.log10(x)
        out.append(a)
        a = math.log1p(x)
        out.append(a)
    return out


def ones_from_lists(xs):
    names = "sqrt sin cos tan asin acos atan sinh cosh tanh exp expm1 log log2 log10 log1p".split()
    functions = [getattr(math, name) for name in names]
    out = []
    for x in xs:
        for name, function in zip(names, functions):
            out.append(function(*[x / 40.0 if name in ("asin", "acos") else x]))
    return out


def twos(pairs):
    out = []
    for x, y in pairs:
        a = math.atan2(x, y)
        out.append(a)
        a = math.hypot(x, y)
        out.append(a)
        a = math.pow(x, y)
        out.append(a)
        a = math.fmod(x, y)
        out.append(a)
        a = math.copysign(x, -y)
        out.append(a)
    return out


def twos_from_lists(pairs):
    functions = [math.atan2, math.hypot, math.pow, math.fmod, lambda x, y: math.copysign(x, -y)]
    return [function(*pair) for pair in pairs for function in functions]


def numbers(count):
    seed = 12345
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed / 2147483648.0 * 38.0 + 0.001


def digest(values):
    total = 0
    for value in values:
        mantissa, exponent = math.frexp(value)
        total = (total * 31 + int(mantissa * 2.0**53) + exponent) % (2**61 - 1)
    return total


xs = list(numbers(600))
pairs = list(zip(xs, reversed(xs)))
print(ones(xs) == ones_from_lists(xs), digest(ones(xs)))
print(twos(pairs) == twos_from_lists(pairs), digest(twos(pairs)))
