import operator
class S(str): pass
class Y(bytes): pass
class T(tuple): pass
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def d(o, i):
    del o[i]
for o in ("abc", b"abc", (1,2), S("abc"), Y(b"x"), T((1,)), range(3), 5, None, frozenset()):
    for i in (0, 2**70, 'x', slice(0, 1), 1.5, True):
        t(lambda: d(o, i)); t(lambda: operator.delitem(o, i))
