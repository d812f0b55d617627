"""Operators of ints of any size, beside each other and beside small ones: results, and what is raised."""
import operator

values = [0, 1, -1, 7, -12, 2**31, -2**63, 2**63 - 1, 2**63, -2**63 - 1, 2**64 + 5, 2**127 - 1, 2**127, -2**127, -2**127 - 1, 3**100, -7**90, 10**40]
operators = [operator.add, operator.sub, operator.mul, operator.floordiv, operator.mod, operator.and_, operator.or_, operator.xor,
             operator.truediv, operator.lshift, operator.rshift, operator.pow, operator.matmul,
             operator.iadd, operator.isub, operator.imul, operator.iand, operator.ior, operator.ixor]
total = 0
for f in operators:
    for a in values:
        for b in values:
            if f in (operator.lshift, operator.pow) and abs(b) > 400:
                continue
            try:
                result = f(a, b)
            except Exception as error:
                result = f"{type(error).__name__} {error}"
                total += len(result)
            else:
                total = (total * 31 + hash(result)) % (2**61 - 1)
    print(f.__name__, total)


def loop(n, a, b):
    c = a
    for i in range(n):
        c = c + b
        c -= i
        c ^= a
        c |= b >> 3
        c = c % (10**30) * b // (i + 1)
        if c < b:
            c <<= 5
        else:
            c >>= 2
    return c


print(loop(500, 3**100, 7**50), loop(500, 1, 10**25), loop(100, 2**63, 2**63))
for wrong in (lambda a: a // 0, lambda a: a % 0, lambda a: a / 0, lambda a: a << -1, lambda a: a >> -1, lambda a: a << 2**70, lambda a: a @ a, lambda a: a + "x"):
    def again(a):
        for i in range(200):
            wrong(a)
    try:
        again(3**100)
    except Exception as error:
        print(type(error).__name__, error)
a = 3**100
try:
    a = (a + 1) * 2 - a // (a - a)
except ZeroDivisionError as error:
    print(error, error.__traceback__.tb_lineno)
