# Byte arrays as receivers and operands: what is looked at lies where it is, and nothing else changes.
import struct

data = bytearray(b"one two  three\x00\xff") * 3
print(data.find(b"two"), data.rfind(b"two"), data.find(116), data.count(b"o"), data.index(b"three", 5), data.rindex(b" ", 0, 9))
print(data.startswith(b"one"), data.startswith((b"x", b"on")), data.endswith(bytearray(b"\xff")), data.startswith(b"two", 4))
print(data[:14].split(), data[:14].split(b" "), data.partition(b" "), data.rpartition(bytearray(b"three")), data[:9].rsplit(None, 1))
print(b"two" in data, 255 in data, 7 in data, bytearray(b"hre") in data, memoryview(b"hr") in data)
print(data == bytes(data), bytes(data) == data, data == data[:], data < b"p", b"p" > data, data >= data[:5], data != b"one")
print(data[:4].upper(), data[:7].title(), data.isalpha(), data[:3].isalpha(), data[:3].hex(), data[:3].hex("-"), data[:5].hex(":", 2))
print(data[:3].center(9, b"*"), data[:3].zfill(6), data[:3].ljust(5), data[:9].strip(b"o "), data[:3].replace(b"n", b"NN"), data[:5].decode())
same = bytearray(b"abc")
stripped = same.strip()
print(stripped, stripped is same, same.removeprefix(b"x") is same, same.replace(b"x", b"y") is same, same.expandtabs() is same)
print(bytearray(b", ").join([b"a", bytearray(b"b"), memoryview(b"c")]), data[:6].translate(None, b"n"), type(data[:3].lower()))
print(struct.unpack_from("<HB", data, 3), struct.unpack("<I", data[:4]), struct.unpack_from(">h", memoryview(data)[2:], 1))
for wrong in (lambda: struct.unpack_from("<I", data, 60), lambda: struct.unpack("<I", data), lambda: struct.unpack_from("<I", "text"), lambda: 256 in data, lambda: "x" in data, lambda: data.find(256), lambda: data.index(b"zz")):
    try:
        wrong()
    except (struct.error, ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Shrinking:
    def __init__(self, array):
        self.array = array

    def __index__(self):
        del self.array[2:]
        return 1


# What these find is not said: the array has become shorter meanwhile.
for method in ("find", "count", "rfind", "startswith"):
    array = bytearray(b"abcabc")
    getattr(array, method)(b"b", Shrinking(array))
    print(array)
array = bytearray(b"abcabc")
array.rjust(Shrinking(array))
print(array)


def parts(array):
    yield b"x"
    array.clear()
    yield b"y"
    array += b"later"
    yield b"z"


array = bytearray(b"--")
array.join(parts(array))
print(array)
numbers = bytearray(range(12))
del numbers[:3]
print(numbers, end=" ")
del numbers[2:4]
del numbers[::3]
del numbers[-1:]
del numbers[5:2]
print(numbers, numbers[1:4], numbers[::2], numbers[::-1])
