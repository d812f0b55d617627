"""Whether the right operand decides in a loop, beside operands of built-in types."""
class M:
    def __rmod__(self, o): return 'rmod'
    def __radd__(self, o): return 'radd'
    def __str__(self): return 'M'
    def __eq__(self, o): return True
    def __lt__(self, o): return True
    def __rmul__(self, o): return 'rmul'
    def __ror__(self, o): return 'ror'
class S(str):
    def __rmod__(self, o): return 'srmod'
    def __radd__(self, o): return 'sradd'
class L(list):
    def __radd__(self, o): return 'lradd'
    def __rmul__(self, o): return 'lrmul'
    def __gt__(self, o): return 'lgt'
    def __eq__(self, o): return 'leq'
class T(tuple):
    def __radd__(self, o): return 'tradd'
class D(dict):
    def __ror__(self, o): return 'dror'
    def __eq__(self, o): return 'deq'
class Z(set):
    def __rsub__(self, o): return 'zrsub'
    def __gt__(self, o): return 'zgt'
def run(v, w, n):
    r = []
    for i in range(n):
        t = []
        try: t.append(v + w)
        except TypeError as e: t.append(str(e))
        try: t.append(v % w)
        except TypeError as e: t.append(str(e))
        try: t.append(v * w)
        except TypeError as e: t.append(str(e))
        try: t.append(v == w)
        except TypeError as e: t.append(str(e))
        try: t.append(v < w)
        except TypeError as e: t.append(str(e))
        try: t.append(v | w)
        except TypeError as e: t.append(str(e))
        try: t.append(v - w)
        except TypeError as e: t.append(str(e))
        r = t
    return r
def one(v, w, n):
    r = None
    for i in range(n):
        r = v % w
    return r
def eq(v, w, n):
    r = None
    for i in range(n):
        r = v == w
    return r
def add(v, w, n):
    r = None
    for i in range(n):
        r = v + w
    return r
rights = [M(), S('x'), L([1]), T((1,)), D(a=1), Z((1,))]
for v in (1, 2.5, True, None, 1j, 2**70, 'a%s', b'a%s', [1], (1,), {'a': 1}, {1}, frozenset((1,)), range(3)):
    for w in rights:
        for f in one, eq, add, run:
            try: print(f.__name__, v, w, f(v, w, 60))
            except Exception as e: print(f.__name__, v, w, e)
