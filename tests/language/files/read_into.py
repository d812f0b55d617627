# Streams of a script's own: bytes are read into whatever holds bytes, as many as there is room for.
import array
import io


class Counting(io.BufferedIOBase):
    def read(self, size=-1):
        print("read", size)
        return bytes(range(1, size + 1))


class Greedy(io.BufferedIOBase):
    def read(self, size=-1):
        return b"x" * 100


for target in (bytearray(5), memoryview(bytearray(3)), array.array("i", [0, 0])):
    print(Counting().readinto(target), list(bytes(target)))
for target in (bytearray(5), array.array("b", [0, 0])):
    try:
        Greedy().readinto(target)
    except ValueError as error:
        print(error)
for target in (b"12", "text"):
    try:
        io.BytesIO(b"abc").readinto(target)
    except TypeError as error:
        print(error)
numbers = array.array("h", [0] * 3)
print(io.BytesIO(b"\1\0\2\0\3\0\4").readinto(numbers), numbers)
with open(__file__, "rb") as file:
    print(file.readinto(numbers), numbers.tobytes() == open(__file__, "rb").read(6))
