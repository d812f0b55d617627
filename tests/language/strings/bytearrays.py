# Byte arrays, and a sieve built on one.

def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
    return sum(flags)


print(sieve(10000))
b = bytearray(b"abc")
b[0] = 120
b.append(33)
b.extend([1, 2])
b.insert(1, 65)
print(b, len(b), b[1], b[-1], b[1:3], list(b), 65 in b, b"bc" in b)
print(b.pop(), b.pop(0), b)
b.remove(33)
b.reverse()
print(b, b.copy(), bytes(b), bool(b), bool(bytearray()))
b += b"zz"
b *= 2
print(b, b + b"x", b"x" + b, b * 2, b == bytes(b), bytes(b) == b, b < b"zzz")
del b[0]
del b[1:3]
print(b)
b.clear()
print(b)
show(lambda: bytearray(3))
show(lambda: bytearray("añ", "utf-8"))
show(lambda: bytearray("a"))
show(lambda: bytearray([300]))
show(lambda: bytearray(-1))
show(lambda: bytearray(b"a,b").split(b","))
show(lambda: bytearray(b"abc").upper())
show(lambda: bytearray(b"abc").find(b"c"))
show(lambda: bytearray(b"abc").decode())
show(lambda: bytearray(b"abc").hex())
show(lambda: hash(bytearray(b"a")))
show(lambda: bytearray(b"a")[5])
show(lambda: bytearray(b"a").pop(5))
show(lambda: bytearray().pop())
show(lambda: bytearray(b"a").remove(5))
show(lambda: bytearray(b"a").append(256))
show(lambda: bytearray(b"a").append("x"))
show(lambda: bytearray(b"a")["x"])
show(lambda: str(bytearray(b"a")))
show(lambda: type(bytearray()))
show(lambda: list(reversed(bytearray(b"ab"))))
def put(index, value):
    b = bytearray(b"abcdef")
    b[index] = value
    return b
show(put, 1, 256)
show(put, 10, 1)
show(put, slice(0, 2), b"xyz")
show(put, slice(0, 6, 2), b"xy")
show(put, slice(0, 6, 2), b"xyz")
show(put, slice(0, 2), [1, 2])
show(put, slice(0, 2), 5)
show(put, slice(0, 2), "ab")

# single quotes are escaped within double ones too, unlike those of bytes
print(repr(bytearray(b"it's")), bytearray(b'"'), bytearray(b"'\""), b"it's")
print(type("Buffer", (bytearray,), {})(b"'"))
