"""What changes itself, and what asks its right operand first."""
class R:
    def __radd__(s, o): return 'radd'
    def __iter__(s): return iter((1,2))
    def __rmul__(s, o): return 'rmul'
    def __ror__(s, o): return 'ror'
    def __rsub__(s, o): return 'rsub'
class RN(R):
    def __radd__(s, o): return NotImplemented
    def __rmul__(s, o): return NotImplemented
    def __index__(s): return 2
class A:
    def __add__(s, o): return 'add'
    def __iter__(s): return iter((1,2))
class LL(list):
    def __radd__(s, o): return 'LL.radd'
class LS(list): pass
class LI(list):
    def __iadd__(s, o): return 'iadd'
class SS(str):
    def __radd__(s, o): return 'SS.radd'
class SET(set):
    def __ror__(s, o): return 'SET.ror'
    def __rsub__(s, o): return 'SET.rsub'
class DD(dict):
    def __ror__(s, o): return 'DD.ror'
class I2(int):
    def __rmul__(s, o): return 'I2.rmul'
import array
import collections
def f(x, y, op):
    if op == '+': x += y
    elif op == '*': x *= y
    elif op == '|': x |= y
    elif op == '-': x -= y
    return x
def hot(x, y, op, n):
    r = None
    for i in range(n):
        z = x[:] if hasattr(x, 'append') and not isinstance(x, collections.deque) else x.copy() if hasattr(x, 'copy') else x
        if op == '+': z += y
        elif op == '*': z *= y
        elif op == '|': z |= y
        elif op == '-': z -= y
        r = z
    return r
for mk in (lambda: [5], lambda: LS([5]), lambda: LI([5]), lambda: LL([5]), lambda: {1}, lambda: {'a': 1}, lambda: bytearray(b'x'), lambda: 'x', lambda: (1,), lambda: frozenset((1,)), lambda: DD(b=2), lambda: SET((4,)), lambda: collections.Counter('a'), lambda: 3, lambda: b'q'):
    for y in (R(), RN(), A(), LL([1]), LS([2]), SS('ab'), SET((1,)), DD(a=1), I2(2)):
        for op in '+*|-':
            for g in (f, lambda x, y, op: hot(x, y, op, 30)):
                try: print(type(mk()).__name__, type(y).__name__, op, g(mk(), y, op))
                except Exception as e: print(type(mk()).__name__, type(y).__name__, op, e)


class D1(dict):
    pass


class D2(dict):
    def __ror__(s, o):
        return 'ror'


class Asked:
    def __ror__(s, o):
        return 'ror'

    def __rand__(s, o):
        return 'rand'

    def __rsub__(s, o):
        return 'rsub'

    def __iter__(s):
        return iter((1, 5))


for i in range(3):
    print(D1(a=1) | D2(b=2), {1: 2}.keys() | Asked(), {1: 2}.keys() & Asked(), {1: 2}.keys() - Asked(), {} | D2(b=1))
print({1} | Asked(), {1: 1} | Asked())
print(id(-1) > 0, id(0) != id(1), id(None) > 0, id(2**62) > 0, id(-2**63) > 0, id(1.5) > 0, id(-1) == id(-1))
