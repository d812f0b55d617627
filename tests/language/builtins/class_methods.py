# Class methods of built-in types make objects of the class they are called on; bytes and slices at the edges.
class D(dict): pass
class I(int): pass
class F(float): pass
class B(bytes): pass
class BA(bytearray): pass
print(D.fromkeys("ab", 1), type(D.fromkeys("ab")).__name__, dict.fromkeys([1]), {}.fromkeys("x"), type(I.from_bytes(b"\1", "big")).__name__, type(F.fromhex("0x1p3")).__name__, type(B.fromhex("00")).__name__, type(BA.fromhex("00")).__name__, int.from_bytes(b"\1\2", byteorder="little", signed=False), (5).from_bytes(b"\2"), float.fromhex("0x1.8p1"))
for f in [lambda: dict.fromkeys(), lambda: int.from_bytes(), lambda: float.fromhex(), lambda: bytes.fromhex(5), lambda: dict.fromkeys(5), lambda: int.from_bytes(b"", "x"), lambda: int.from_bytes("a", "big")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(type(dict.fromkeys), dict.fromkeys.__name__, callable(dict.fromkeys))
b = bytearray(); b.extend(""); b.extend([1]); print(b)
for f in [lambda: b.extend(5), lambda: b.extend("ab"), lambda: b.insert("a", 1), lambda: slice(1,2) < slice(2,3), lambda: b"%s" % b"q", lambda: b"abc" % b"a", lambda: b"a" in b"abc", lambda: True in b"\1"]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
